import { frenchMoney } from '../../../shared/french.ts';
import { type BasisPoints, type Cents, cents, sumCents, vatOn } from '../../../shared/money.ts';

/** A price line that the client may take or leave when signing. */
export type PriceOption = { id: string; label: string; netCents: Cents };
/** What may be ticked, and the price without any of it. `base` null: the total is not shown. */
export type OptionsAsked = { lines: readonly PriceOption[]; base: { netCents: Cents; vatBp: BasisPoints | null } | null };
export type OptionsTotal = { netCents: Cents; vatCents: Cents; grossCents: Cents };

const chosenLines = ({ lines }: OptionsAsked, chosen: readonly string[]) => lines.filter(({ id }) => chosen.includes(id));

/** The price with what is ticked, to the cent; null where the document has no total. */
export const totalWithOptions = (asked: OptionsAsked, chosen: readonly string[]): OptionsTotal | null => {
  if (!asked.base) return null;
  const netCents = sumCents([asked.base.netCents, ...chosenLines(asked, chosen).map((line) => line.netCents)]);
  const vatCents = asked.base.vatBp === null ? cents(0) : vatOn(netCents, asked.base.vatBp);
  return { netCents, vatCents, grossCents: sumCents([netCents, vatCents]) };
};

/** Whether every id ticked was offered, once. */
export const isChoice = (asked: OptionsAsked | null, chosen: readonly string[] | undefined): boolean =>
  asked === null
    ? chosen === undefined || chosen.length === 0
    : chosen !== undefined &&
      new Set(chosen).size === chosen.length &&
      chosen.every((id) => asked.lines.some((line) => line.id === id));

/** In the order of the document: two people who tick the same lines say the same sentence. */
export const inOrder = (asked: OptionsAsked | null, chosen: readonly string[]): string[] =>
  asked ? chosenLines(asked, chosen).map(({ id }) => id) : [];

/** The sentence that consent adds when lines were optional. */
export const optionsSentence = (asked: OptionsAsked, chosen: readonly string[]): string => {
  const lines = chosenLines(asked, chosen);
  const total = totalWithOptions(asked, chosen);
  const choice = lines.length
    ? `Je retiens ${lines.length > 1 ? 'les options' : 'l’option'} ${lines.map(({ label, netCents }) => `«\u00a0${label}\u00a0» (${frenchMoney(netCents)} HT)`).join(', ')}.`
    : 'Je ne retiens aucune option.';
  return total ? `${choice} Prix total\u00a0: ${frenchMoney(total.netCents)} HT.` : choice;
};
