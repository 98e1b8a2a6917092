import { addDays, type CivilDate } from '../../../shared/time.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import type { FrameworkDraft } from './framework.ts';
import { addMonths } from './renew-framework.ts';

/** What a new framework starts from: a year, renewed unless one says no two months before, orders first, and the conditions already usual. */
export const defaultFramework = ({ today, shared }: { today: CivilDate; shared: DraftTerms }): FrameworkDraft => {
  const startsOn = addDays(today, 14);
  return {
    frame: {
      purpose:
        'Le Client confie au Prestataire, au fil de ses besoins, des missions de prospection téléphonique, de qualification de fichiers et de prise de rendez-vous. Chaque mission fait l’objet d’une commande signée qui en fixe le périmètre, le volume et les dates.',
      startsOn,
      endsOn: addDays(addMonths(startsOn, 12), -1),
      renewal: { kind: 'tacit', months: 12, noticeDays: 60 },
      prevails: 'order',
      ordering: { acceptWithinWorkingDays: 5 },
      priceGrid: [],
      commitment: null,
    },
    shared,
  };
};
