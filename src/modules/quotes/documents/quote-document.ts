import { frenchMoney } from '../../../shared/french.ts';
import { type BasisPoints, lineAmount } from '../../../shared/money.ts';
import { addDays, type CivilDate } from '../../../shared/time.ts';
import {
  composeFrozen,
  type ContractDocument,
  type ContractPrice,
  type WorkedDueDate,
  delayWords,
  triggerWords,
} from '../../clauses/queries.ts';
import type { Block, ClauseCatalog, DocumentPart } from '../../clauses/index.ts';
import { type ContractContent, firmLines, optionalLines, printedNumber, type Terms } from '../../contracts/index.ts';
import { dueDate, milestoneAmounts } from '../../invoicing/index.ts';
import type { ClientIdentity, ProviderIdentity } from '../../parties/index.ts';
import { printedClient, printedProvider } from '../../parties/queries.ts';
import { frozenVariables } from '../app/freeze-content.ts';
import { formOf, printedTitles } from '../domain/forms.ts';
import { forfaitCents, optionsCents, quoteTotals } from '../domain/quote-totals.ts';
import { otherSignatureBlocks } from '../../signing/index.ts';
import { derogationSentence, withGeneralTerms } from '../../frameworks/queries.ts';
import { citing, headingsByForm, precedenceOf, recitalsOf } from './form-pages.ts';
import { quoteSummary } from './quote-summary.ts';

/** The signed content as the printed agreement: devis, articles, annex, general terms. Throws if a clause can no longer be read as it was sent. */
export const quoteDocument = (
  content: ContractContent,
  termsSha256: string,
  catalog: ClauseCatalog,
  annexed: readonly DocumentPart[] = [],
): ContractDocument => {
  const provider = content.provider as ProviderIdentity;
  const client = content.client as ClientIdentity;
  const { terms } = content;
  const form = formOf(content);
  const isShort = content.framework?.words !== undefined;
  const parts = withGeneralTerms(composeFrozen(catalog, content, frozenVariables(content)).parts, content.generalTerms, annexed);
  const headings = headingsByForm[form](headingsOf(terms)).filter(({ id }) => !isShort || id === 'h-objectifs');
  const printed = { provider: printedProvider(provider), client: printedClient(client) };
  return {
    ...(form === 'devis' ? {} : { layout: form }),
    ...(isShort ? { short: true } : {}),
    ...(content.framework
      ? { framework: { number: content.framework.number, signedOn: (content.framework.signedOn ?? null) as CivilDate | null } }
      : {}),
    ...(content.trial ? { trial: true } : {}),
    ...(form === 'lettre-de-mission' ? { place: provider.address.city } : {}),
    ...(form === 'contrat' ? { recitals: recitalsOf(terms) } : {}),
    demo: content.isDemo,
    title: printedTitles[form],
    number: printedNumber(content),
    issuedOn: content.issuedOn,
    validUntil: content.validUntil,
    subject: content.title,
    ...printed,
    summary: citing(quoteSummary(terms), content.articles, parts, headings),
    headings,
    price: priceOf(terms),
    milestones: milestonesOf(terms),
    workedDueDates: isShort ? [] : workedDueDates(terms),
    parts,
    // The framework ranks the documents: its own article says so.
    precedence: isShort ? [] : precedenceOf(content),
    derogations: (content.derogations ?? []).map((one) => [{ kind: 'text', text: derogationSentence(one, content) }]),
    ...(content.framework ? { derogationsTitle: 'Dérogations au contrat-cadre et aux conditions générales' } : {}),
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

const paragraph = (text: string): Block => ({ kind: 'paragraph', prose: [{ kind: 'text', text }] });
const list = (items: readonly string[]): Block => ({ kind: 'list', items: items.map((item) => [paragraph(item)]) });

const headingsOf = ({ scope }: Terms): ContractDocument['headings'] => [
  { id: 'h-contexte', title: 'Contexte', blocks: [paragraph(scope.context)] },
  { id: 'h-objectifs', title: 'Objectifs', blocks: [list(scope.objectives)] },
  { id: 'h-perimetre', title: 'Périmètre inclus', blocks: [list(scope.included)] },
  { id: 'h-exclusions', title: 'Hors périmètre', blocks: [list(scope.excluded)] },
  { id: 'h-livrables', title: 'Livrables', blocks: [list(scope.deliverables)] },
];

const units: Record<Terms['price']['lines'][number]['kind'], string> = {
  forfait: 'forfait',
  hour: 'heure',
  day: 'jour',
  appointment: 'rendez-vous',
  expense: 'frais',
};

const printedLine = (line: Terms['price']['lines'][number]) => ({
  label: line.label,
  quantity: line.quantity,
  unit: units[line.kind],
  unitPriceCents: line.unitPriceCents,
  amountCents: lineAmount(line.quantity, line.unitPriceCents),
});

const priceOf = ({ price }: Terms): ContractPrice => {
  const { netCents, vatCents, grossCents } = quoteTotals(price);
  const isFranchise = price.vat.regime === 'franchise';
  const variable = firmLines(price.lines).filter((line) => line.kind !== 'forfait');
  const options = optionalLines(price.lines);
  return {
    lines: firmLines(price.lines).map(printedLine),
    ...(options.length ? { options: { lines: options.map(printedLine), netCents: optionsCents(price) } } : {}),
    netCents,
    vat: isFranchise ? [] : [{ rateBp: price.vat.rateBp as BasisPoints, baseCents: netCents, vatCents }],
    grossCents,
    vatNote: isFranchise ? 'TVA non applicable, art. 293 B du CGI' : null,
    variableNote: variable.length
      ? `Total estimatif et plafond : seules les unités produites et acceptées sont facturées, au prix unitaire signé. Part fixe : ${frenchMoney(forfaitCents(price))} HT.`
      : null,
  };
};

/** The same amounts as the invoices will claim: shares of the forfait, or of the estimate where nothing is fixed. */
const milestonesOf = (terms: Terms): ContractDocument['milestones'] => {
  const { milestones, payment } = terms;
  const amounts = milestoneAmounts(terms);
  return milestones.map((milestone) => ({
    label: milestone.label,
    trigger: triggerWords(milestone),
    percent: milestone.sharePercent,
    amountCents: amounts.get(milestone.id)!,
    dueRule: milestone.kind === 'acompte' ? 'à réception' : delayWords(payment.delay).split(', c’est-à-dire')[0]!,
  }));
};

/** Three real invoice days, the end of February's kind among them, so that « fin de mois » is never argued afterwards. */
const workedDueDates = ({ period, payment }: Terms): WorkedDueDate[] =>
  [
    { label: 'Facture émise au début de la mission', issuedOn: period.startsOn },
    { label: 'Facture émise à la fin de la mission', issuedOn: period.endsOn },
    { label: 'Facture émise une semaine après la fin', issuedOn: addDays(period.endsOn, 7) },
  ].map(({ label, issuedOn }: { label: string; issuedOn: CivilDate }) => ({
    label,
    issuedOn,
    dueOn: dueDate(issuedOn, payment.delay),
    how: delayWords(payment.delay).split(', c’est-à-dire')[0]!,
  }));
