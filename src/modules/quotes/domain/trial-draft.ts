import { addDays, type CivilDate } from '../../../shared/time.ts';
import type { DraftTerms } from '../../contracts/index.ts';

/** What a trial may amount to at most, so that it stays a trial: the editor says so beyond. */
export const trialLimits = { days: 31, netCents: 2_000_00 } as const;

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
