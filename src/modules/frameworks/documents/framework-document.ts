import type { ClauseCatalog, DocumentPart } from '../../clauses/index.ts';
import { composeFrozen, type ContractDocument } from '../../clauses/queries.ts';
import { type FrameworkContent, printedNumber } from '../../contracts/index.ts';
import type { ClientIdentity, ProviderIdentity } from '../../parties/index.ts';
import { printedClient, printedProvider } from '../../parties/queries.ts';
import { otherSignatureBlocks } from '../../signing/index.ts';
import { frozenFrameworkVariables } from '../app/freeze-framework.ts';
import { derogationSentence } from './derogation-words.ts';
import { frameworkSummary } from './framework-summary.ts';

/** The documents that may speak about a mission, strongest first, as this framework ranks them. */
export const printedPrecedence = (
  prevails: 'order' | 'framework',
  { itself, number }: { itself: 'order' | 'framework'; number?: string },
): string[] => {
  const order = itself === 'order' ? 'La présente commande' : 'Commandes signées (bons de commande, devis)';
  const framework = itself === 'framework' ? 'Le présent contrat-cadre' : `Contrat-cadre n°\u00a0${number}`;
  return prevails === 'order'
    ? ['Avenants signés', order, 'Annexes de la commande', framework, 'Conditions générales']
    : ['Avenants signés', framework, order, 'Annexes de la commande', 'Conditions générales'];
};

/** The signed framework as a printed agreement: summary, parties, articles, price grid, general terms annexed, signatures. */
export const frameworkDocument = (
  content: FrameworkContent,
  termsSha256: string,
  catalog: ClauseCatalog,
  annexed: readonly DocumentPart[],
): ContractDocument => {
  const provider = content.provider as ProviderIdentity;
  const client = content.client as ClientIdentity;
  const printed = { provider: printedProvider(provider), client: printedClient(client) };
  const own = composeFrozen(catalog, content, frozenFrameworkVariables(content)).parts;
  return {
    layout: 'contrat-cadre',
    demo: content.isDemo,
    title: 'Contrat-cadre',
    number: printedNumber(content),
    issuedOn: content.issuedOn,
    validUntil: content.validUntil,
    subject: content.title,
    ...printed,
    summary: frameworkSummary(content),
    headings: [],
    price: null,
    milestones: [],
    workedDueDates: [],
    parts: withGeneralTerms(own, content.generalTerms, annexed),
    precedence: printedPrecedence(content.frame.prevails, { itself: 'framework' }),
    derogations: (content.derogations ?? []).map((one) => [{ kind: 'text', text: derogationSentence(one, content) }]),
    signatureBlocks: [
      {
        role: 'provider',
        heading: 'Le prestataire',
        partyName: printed.provider.name,
        signatoryName: provider.name,
        signatoryTitle: null,
        mention: 'Bon pour accord',
      },
      {
        role: 'client',
        heading: 'Le client',
        partyName: printed.client.name,
        signatoryName: client.signatory.name,
        signatoryTitle: client.signatory.role,
        mention: 'Bon pour accord',
      },
      ...otherSignatureBlocks(content.signatories ?? [], { client: printed.client.name, provider: printed.provider.name }),
    ],
    termsSha256,
  };
};

/** The published edition takes the place of the general terms that the model would print. */
export const withGeneralTerms = (
  parts: readonly DocumentPart[],
  cited: { edition: number; publishedOn: string; sha256: string } | undefined,
  annexed: readonly DocumentPart[],
): readonly DocumentPart[] => {
  if (!cited || annexed.length === 0) return parts;
  const line = `édition ${cited.edition} du ${frenchDay(cited.publishedOn)}, fichier SHA-256 ${cited.sha256.slice(0, 16)}…`;
  return [...parts.filter(({ kind }) => kind !== 'cgv'), ...annexed.map((part) => ({ ...part, versionLine: line }))];
};

const frenchDay = (day: string) =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(/^1 /, '1er ');
