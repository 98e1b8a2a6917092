import { lazy, type ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { Skeleton } from './design/index.ts';
import { BareShell } from './shell/BareShell.tsx';
import { NotFound, RouteError } from './shell/RouteError.tsx';
import { Soon } from './shell/Soon.tsx';

type PageModule = { default: ComponentType };
const pages = import.meta.glob<PageModule>('../modules/*/ui/*.page.tsx');
const addressOf = (name: string) => `../modules/${name.replace('/', '/ui/')}.page.tsx`;

/** `page('factures', 'invoicing/invoices')` is src/modules/invoicing/ui/invoices.page.tsx, loaded when first visited. */
const page = (path: string, ...names: [string, ...string[]]): RouteObject => {
  const name = names.find((candidate) => addressOf(candidate) in pages) ?? names[0];
  const load = pages[addressOf(name)];
  if (load) return { path, lazy: async () => ({ Component: (await load()).default }) };
  return import.meta.env.DEV ? { path, element: <Soon name={name} /> } : { path, element: <NotFound /> };
};

const Gallery = lazy(() => import('./gallery/Gallery.tsx'));

export const routes: RouteObject[] = [
  {
    errorElement: <RouteError />,
    hydrateFallbackElement: <Skeleton lines={6} className="mx-auto max-w-3xl p-8" />,
    children: [
      {
        // Members and clients of a provider, signed in. The rail follows who they are.
        lazy: async () => ({ Component: (await import('./shell/Shell.tsx')).Shell }),
        children: [
          {
            errorElement: <RouteError />,
            children: [
              { index: true, lazy: async () => ({ Component: (await import('./shell/Home.tsx')).Home }) },
              page('espace', 'dossier/space'),
              page('espace/dossier', 'dossier/own-dossier'),
              page('dossiers', 'parties/dossiers'),
              page('dossiers/:id', 'dossier/dossier'),
              page('clients/nouveau', 'parties/client-new'),
              page('clients/:id', 'parties/client-edit'),
              page('contrats-cadres/:id', 'frameworks/framework'),
              page('contrats-cadres/:id/negociation', 'negotiation/framework-discussion'),
              page('contrats-cadres/:id/comparaison', 'negotiation/framework-comparison'),
              page('devis/nouveau', 'quotes/new'),
              page('devis/:id', 'quotes/editor'),
              page('devis/:id/negociation', 'negotiation/quote-discussion'),
              page('devis/:id/comparaison', 'negotiation/quote-comparison'),
              page('signatures/:requestId', 'signing/countersign'),
              page('cachet', 'signing/seal'),
              {
                lazy: async () => ({ Component: (await import('./shell/AreaFrame.tsx')).ContractsFrame }),
                children: [
                  page('devis', 'quotes/quotes'),
                  page('contrats-cadres', 'frameworks/frameworks'),
                  page('signatures', 'signing/requests'),
                  page('echeances', 'termination/deadlines'),
                  page('vigilance', 'vigilance/vigilance'),
                ],
              },
              {
                lazy: async () => ({ Component: (await import('./shell/AreaFrame.tsx')).ModelsFrame }),
                children: [
                  page('modeles', 'clauses/models'),
                  page('modeles/clauses/:id', 'clauses/clause'),
                  page('modeles/documents/:id', 'clauses/model'),
                  page('audit', 'audit/audit'),
                  page('conditions-generales', 'general-terms/general-terms'),
                  page('conseil', 'quotes/advice'),
                  page('frictions', 'frictions/frictions'),
                ],
              },
              page('missions', 'missions/missions'),
              {
                lazy: async () => ({ Component: (await import('./shell/MissionFrame.tsx')).MissionFrame }),
                children: [
                  page('missions/:id', 'reporting/board'),
                  page('missions/:id/prospects', 'prospects/prospects'),
                  page('missions/:id/import', 'prospects/import'),
                  page('missions/:id/rapports', 'reporting/reports'),
                  page('missions/:id/facturation', 'invoicing/mission-billing'),
                  page('missions/:id/appels', 'calls/calls'),
                  page('missions/:id/appels/:callId', 'calls/call'),
                  page('missions/:id/controle', 'calls/gate-log'),
                  page('missions/:id/script', 'calls/script'),
                  page('missions/:id/conditions', 'missions/terms'),
                  page('missions/:id/fin', 'termination/life'),
                  page('missions/:id/avenants', 'amendments/contract-life'),
                  page('missions/:id/avenants/:amendmentId', 'amendments/amendment'),
                ],
              },
              page('appels', 'calls/choose-mission'),
              page('appels/:missionId', 'calls/desk'),
              page('a-valider', 'appointments/review'),
              page('a-valider/:appointmentId', 'appointments/appointment'),
              page('factures', 'invoicing/invoices'),
              page('factures/:id', 'invoicing/invoice'),
              page('oppositions', 'prospects/suppressions'),
              page('lettres/:id', 'termination/notice'),
              page('frictions/:id', 'frictions/friction'),
              page('boite-envoi', 'parties/outbox'),
              page('organisation', 'parties/organisation'),
            ],
          },
        ],
      },
      {
        // No rail: people who sign, sign in, or follow a link without an account.
        element: <BareShell />,
        children: [
          {
            errorElement: <RouteError />,
            children: [
              page('connexion', 'parties/sign-in'),
              page('inscription', 'parties/sign-up'),
              page('lien/:token', 'parties/link'),
              page('cgv/:organisationId', 'general-terms/public'),
              page('signer/:token', 'signing/sign', 'parties/link'),
              page('espace/:token', 'parties/link'),
              page('signature/:requestId', 'signing/request'),
              page('verifier', 'signing/verify'),
              page('discussion/:type/:id', 'negotiation/discussion'),
              page('discussion/:type/:id/comparaison', 'negotiation/comparison'),
              page('arbitrage/:appointmentId', 'appointments/ruling'),
              { path: 'galerie', element: <Gallery /> },
              { path: '*', element: <NotFound /> },
            ],
          },
        ],
      },
    ],
  },
];
