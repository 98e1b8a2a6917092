import { addDays, type CivilDate, daysBetween } from '../../../shared/time.ts';
import type { DraftTerms } from '../../contracts/index.ts';

/** An earlier quote as the start of a new one: a mission already past moves ahead with its length, and the VAT regime is today's. */
export const copiedDraft = (
  draft: DraftTerms,
  { today, vatRegime }: { today: CivilDate; vatRegime: 'real' | 'franchise' },
): DraftTerms => {
  const { startsOn, endsOn } = (draft.period ?? {}) as { startsOn?: CivilDate | null; endsOn?: CivilDate | null };
  const firstDay = addDays(today, 14);
  const period =
    startsOn && endsOn && startsOn <= today
      ? { startsOn: firstDay, endsOn: addDays(firstDay, Math.max(0, daysBetween(startsOn, endsOn))) }
      : draft.period;
  const price =
    draft.price && draft.price.vat?.regime !== vatRegime
      ? { ...draft.price, vat: { regime: vatRegime, rateBp: vatRegime === 'real' ? 2000 : 0 } }
      : draft.price;
  return { ...draft, ...(period ? { period } : {}), ...(price ? { price } : {}) };
};
