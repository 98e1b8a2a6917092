import type { Refusals } from '../../shared/refusal.ts';

const outcomes: Record<string, [string, string]> = {
  accepted: ['acceptée', 'accepted'],
  declined: ['déclinée', 'declined'],
  withdrawn: ['retirée', 'withdrawn'],
};

export const refusals = {
  unknown_negotiation: { status: 404, fr: 'Ce document n’existe pas.', en: 'This document does not exist.' },
  unknown_item: { status: 404, fr: 'Cette proposition n’existe pas.', en: 'This proposal does not exist.' },
  unknown_revision: { status: 404, fr: 'Cette révision n’existe pas.', en: 'This revision does not exist.' },
  discussion_closed: {
    status: 409,
    fr: 'Ce document ne se discute plus\u00a0: il est signé par les deux parties, refusé, retiré ou expiré. Un changement passe par un avenant.',
    en: 'This document is no longer open to discussion: it was signed by both parties, refused, withdrawn or has lapsed. A change takes an amendment.',
  },
  item_closed: {
    status: 409,
    fr: ({ status }) => `Cette proposition est déjà ${outcomes[String(status)]?.[0] ?? 'close'}.`,
    en: ({ status }) => `This proposal was already ${outcomes[String(status)]?.[1] ?? 'closed'}.`,
  },
  changed_meanwhile: {
    status: 409,
    fr: 'L’autre partie vient de répondre\u00a0: relisez sa réponse, votre texte reste affiché.',
    en: 'The other party has just answered: read it again; what you typed is still shown.',
  },
  already_included: {
    status: 409,
    fr: ({ revision }) => `Cette réponse est entrée dans la révision ${revision} : proposez un nouveau changement.`,
    en: ({ revision }) => `This answer went into revision ${revision}: propose a new change.`,
  },
  nothing_proposed: {
    status: 422,
    fr: 'Aucun changement n’est proposé\u00a0: indiquez une autre valeur ou un autre texte.',
    en: 'No change is proposed: give another value or another text.',
  },
  not_your_proposal: {
    status: 409,
    fr: 'Seul l’auteur de la proposition peut la retirer.',
    en: 'Only its author may withdraw a proposal.',
  },
  your_own_proposal: {
    status: 409,
    fr: 'C’est votre proposition\u00a0: l’autre partie y répond.',
    en: 'This is your own proposal: the other party answers it.',
  },
  not_your_answer: {
    status: 409,
    fr: 'Seul celui qui a répondu peut reprendre sa réponse.',
    en: 'Only who answered may take the answer back.',
  },
  reason_required: {
    status: 422,
    fr: 'Dites pourquoi en quelques mots\u00a0: l’autre partie le lira, et le dossier le garde.',
    en: 'Say why in a few words: the other party reads it, and the file keeps it.',
  },
  term_fixed: {
    status: 422,
    fr: 'Cette condition est fixée par la loi ou par une autre\u00a0: elle ne se discute pas seule.',
    en: 'This condition is fixed by law or by another one: it cannot be discussed alone.',
  },
  value_not_possible: {
    status: 422,
    fr: ({ label }) => `«\u00a0${label}\u00a0»\u00a0: cette valeur n’est pas possible.`,
    en: ({ label }) => `“${label}”: this value is not possible.`,
  },
  same_as_now: {
    status: 422,
    fr: 'C’est déjà ce que dit le document.',
    en: 'This is what the document already says.',
  },
  value_lost: {
    status: 422,
    fr: ({ words }) =>
      `Le texte proposé ne dit plus «\u00a0${words}\u00a0». Cette valeur est une condition\u00a0: laissez-la dans la phrase et proposez une autre valeur sur la condition elle-même.`,
    en: ({ words }) =>
      `The proposed text no longer says “${words}”. That value is a condition: leave it in the sentence and propose another value for the condition itself.`,
  },
  text_not_found: {
    status: 409,
    fr: 'Ce passage a changé depuis, ou il est établi par les conditions (tableau, liste)\u00a0: proposez le changement sur la condition.',
    en: 'This passage has changed since, or is drawn from the conditions (table, list): propose the change on the condition.',
  },
  text_not_well_formed: {
    status: 422,
    fr: ({ faults }) => `Le texte proposé ne peut pas entrer au contrat\u00a0: ${faults}`,
    en: ({ faults }) => `The proposed text cannot enter the contract: ${faults}`,
  },
  changes_conflict: {
    status: 422,
    fr: ({ labels }) => `Deux changements acceptés portent sur le même endroit\u00a0: ${labels}. Reprenez l’un des deux.`,
    en: ({ labels }) => `Two accepted changes are about the same place: ${labels}. Take one of them back.`,
  },
} as const satisfies Refusals;
