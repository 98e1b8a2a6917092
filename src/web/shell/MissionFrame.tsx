import { Outlet, useParams } from 'react-router';
import { useRead, type Answer } from '../api/client.ts';
import { Link } from '../design/index.ts';
import { useMessages } from '../i18n/index.ts';
import { messages } from './messages.ts';
import { pageExists } from './page-names.ts';
import { PartsNav } from './PartsNav.tsx';
import { useMe } from './session.ts';

type Role = 'owner' | 'caller' | 'reader' | 'client';
type Part = {
  to: string;
  label:
    | 'partBoard'
    | 'partProspects'
    | 'partCalls'
    | 'partScript'
    | 'partGate'
    | 'partReports'
    | 'partBilling'
    | 'partTerms'
    | 'partAmendments'
    | 'partLife';
  page: string;
  for: readonly Role[];
};

const parts: readonly Part[] = [
  { to: '', label: 'partBoard', page: 'reporting/board', for: ['owner', 'caller', 'reader', 'client'] },
  { to: '/prospects', label: 'partProspects', page: 'prospects/prospects', for: ['owner', 'caller', 'reader', 'client'] },
  { to: '/script', label: 'partScript', page: 'calls/script', for: ['owner', 'caller', 'reader', 'client'] },
  { to: '/appels', label: 'partCalls', page: 'calls/calls', for: ['owner', 'caller', 'reader', 'client'] },
  { to: '/controle', label: 'partGate', page: 'calls/gate-log', for: ['owner', 'caller', 'reader', 'client'] },
  { to: '/rapports', label: 'partReports', page: 'reporting/reports', for: ['owner', 'reader', 'client'] },
  { to: '/facturation', label: 'partBilling', page: 'invoicing/mission-billing', for: ['owner', 'reader'] },
  { to: '/conditions', label: 'partTerms', page: 'missions/terms', for: ['owner', 'caller', 'reader', 'client'] },
  { to: '/avenants', label: 'partAmendments', page: 'amendments/contract-life', for: ['owner', 'reader', 'client'] },
  { to: '/fin', label: 'partLife', page: 'termination/life', for: ['owner', 'reader', 'client'] },
];

/** The parts of one mission, in reach of each other; the page below says the rest. */
export const MissionFrame = () => {
  const t = useMessages(messages);
  const { id = '' } = useParams();
  const actor = useMe().data?.actor;
  const mission = useRead<Answer<'get', '/missions/{id}'>>(`/missions/${id}`, { staleTime: 60_000, retry: false });
  const role = actor?.kind === 'member' ? actor.role : actor?.kind === 'client' ? 'client' : null;
  const shown = parts.filter((part) => role && part.for.includes(role) && pageExists(part.page));
  return (
    <>
      <PartsNav
        label={t('missionParts')}
        lead={
          <>
            <Link to="/missions" quiet className="text-sm whitespace-nowrap max-md:hidden">
              {t('missions')}
            </Link>
            {mission.data && <span className="max-w-72 truncate text-sm font-semibold max-md:hidden">{mission.data.name}</span>}
          </>
        }
        parts={shown.map(({ to, label }) => ({ to: `/missions/${id}${to}`, title: t(label), exact: to === '' }))}
      />
      <Outlet />
    </>
  );
};
