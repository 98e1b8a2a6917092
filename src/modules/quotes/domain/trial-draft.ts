import { addDays, type CivilDate, daysBetween } from '../../../shared/time.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import type { QuoteFinding } from './check-quote.ts';
import { draftNetCents } from './quote-totals.ts';

/** Beyond, it is no longer a trial. The amount is that under which a client owes no vigilance documents (C. trav. R8222-1). */
const trialLimits = { days: 31, netCents: 5_000_00 } as const;

/** A trial that is long or dear is a mission like another: it leaves without that word, or shorter. */
export const trialFaults = ({ isTrial, draft }: { isTrial: boolean; draft: DraftTerms }): QuoteFinding[] => {
  const { startsOn, endsOn } = (draft.period ?? {}) as { startsOn?: CivilDate | null; endsOn?: CivilDate | null };
  const isLong = startsOn && endsOn && daysBetween(startsOn, endsOn) + 1 > trialLimits.days;
  if (!isTrial || (!isLong && draftNetCents(draft) <= trialLimits.netCents)) return [];
  return [
    {
      rule: 'trial_too_large',
      path: isLong ? 'period' : 'price.lines',
      heading: isLong ? 'planning' : 'price',
      fr: 'Une mission d’essai reste courte et modeste\u00a0: 31 jours et 5\u00a0000\u00a0€ HT au plus.',
      en: 'A trial mission stays short and modest: 31 days and €5,000 before tax at most.',
    },
  ];
};

/** A trial mission starts short and small: two weeks, three hundred calls, paid on its report. Its words say what it is for. */
export const trialDraft = (usual: DraftTerms): DraftTerms => {
  const startsOn = usual.period?.startsOn as CivilDate;
  return {
    ...usual,
    scope: {
      ...usual.scope,
      context:
        'Mission d’essai : elle permet aux parties d’éprouver leur collaboration sur un volume réduit avant d’envisager un contrat-cadre. Elle n’engage aucune d’elles au-delà.',
    },
    period: { startsOn, endsOn: addDays(startsOn, 13) },
    volumes: { period: 'mission', calls: 300, hours: 10, appointments: 4, warnAtPercent: 80 },
    indicators: (usual.indicators ?? []).map((indicator) =>
      indicator?.formula === 'T' ? { ...indicator, target: { min: 300, max: null } } : indicator,
    ),
    price: {
      ...usual.price,
      lines: [
        { id: 'forfait', kind: 'forfait', label: 'Forfait d’essai : 10 heures d’appels, 300 appels', quantity: 1 },
        { id: 'rendez-vous', kind: 'appointment', label: 'Rendez-vous qualifié et accepté', quantity: 4 },
      ],
    },
    milestones: [
      { id: 'acompte', label: 'Acompte à la signature', kind: 'acompte', sharePercent: 30, trigger: { on: 'signature' } },
      {
        id: 'solde',
        label: 'Solde à la remise du rapport final',
        kind: 'balance',
        sharePercent: 70,
        trigger: { on: 'final_report' },
      },
    ],
  };
};
