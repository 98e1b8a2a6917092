import type { CivilDate } from '../../../shared/time.ts';
import { defaultDraft } from '../../quotes/index.ts';

/** Terms that a model clause can be worded with when nothing is known of the mission: the usual plan, and plain words for the rest. */
export const sensibleTerms = (today: CivilDate) => {
  const draft = defaultDraft({ today, vatRegime: 'real' });
  return {
    ...draft,
    scope: {
      ...draft.scope,
      context: 'Le Client souhaite faire connaître son offre et confier la prise de rendez-vous au Prestataire.',
      objectives: ['Obtenir des rendez-vous qualifiés pour les commerciaux du Client'],
      targets: 'dirigeants et directeurs commerciaux de PME',
      fileSize: 1500,
    },
    calling: { ...draft.calling, presentedNumber: '+33199001234' },
    appointments: {
      ...draft.appointments,
      definition:
        'Un rendez-vous qualifié est un échange daté, accepté par un décideur de la cible, portant sur un besoin identifié pendant l’appel.',
      arbiter: { name: 'Un tiers choisi d’un commun accord', email: 'arbitrage@exemple.fr' },
    },
    price: {
      ...draft.price,
      lines: draft.price?.lines?.map((line, index) => ({ ...line, unitPriceCents: index === 0 ? 160_000 : 9_000 })),
    },
  };
};
