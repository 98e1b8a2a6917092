import { defineMessages } from '../i18n/messages.ts';

export const messages = defineMessages({
  fr: {
    title: 'Galerie des composants',
    lead: 'Chaque composant, dans ses états. Aide au développement\u00a0: rien ici n’est enregistré.',
  },
  en: { title: 'Component gallery', lead: 'Each component, in its states. A development aid: nothing here is saved.' },
});
