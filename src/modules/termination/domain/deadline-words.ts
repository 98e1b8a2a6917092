import type { Language } from '../../../shared/refusal.ts';
import type { DeadlineKind } from './deadlines.ts';

/** What each date is, in a calendar and in a mail. */
export const deadlineWords: Record<DeadlineKind, Record<Language, string>> = {
  mission_ends: { fr: 'Fin de la mission', en: 'End of the mission' },
  provider_notice: {
    fr: 'Dernier jour utile pour le préavis du prestataire',
    en: 'Last useful day for the provider’s notice',
  },
  client_notice: { fr: 'Dernier jour utile pour le préavis du client', en: 'Last useful day for the client’s notice' },
  framework_ends: { fr: 'Fin ou reconduction du contrat-cadre', en: 'End or renewal of the framework agreement' },
  framework_notice: {
    fr: 'Dernier jour pour s’opposer à la reconduction du contrat-cadre',
    en: 'Last day to stop the renewal of the framework agreement',
  },
  cure_ends: { fr: 'Fin du délai pour remédier au manquement', en: 'End of the delay to cure the breach' },
  notice_ends: { fr: 'Fin du préavis, dernier jour d’exécution', en: 'End of the notice, last day of performance' },
  handover_due: { fr: 'Fin du délai de restitution des données', en: 'End of the delay to return data' },
  vigilance_lapses: { fr: 'Fin de validité d’un document de vigilance', en: 'A vigilance document lapses' },
};
