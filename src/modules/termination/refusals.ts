import { frenchDate, frenchList, frenchMoney } from '../../shared/french.ts';
import type { Cents } from '../../shared/money.ts';
import type { Refusals } from '../../shared/refusal.ts';
import { addMilliseconds, type CivilDate, civilDateOf, type Instant } from '../../shared/time.ts';

const frenchDay = (day: unknown) => frenchDate(day as CivilDate);
const lastDayOf = (instant: unknown) => civilDateOf(addMilliseconds(instant as Instant, -1));
const euros = (cents: unknown) => frenchMoney(cents as Cents);
const inEuros = (cents: unknown) => `€${(Number(cents) / 100).toFixed(2)}`;

export const refusals = {
  unknown_mission: { status: 404, fr: 'Cette mission n’existe pas.', en: 'This mission does not exist.' },
  unknown_resiliation: { status: 404, fr: 'Cette procédure n’existe pas.', en: 'This procedure does not exist.' },
  unknown_notice: { status: 404, fr: 'Cette lettre n’existe pas.', en: 'This letter does not exist.' },
  mission_over: {
    status: 409,
    fr: 'La mission est close : il n’y a plus rien à résilier ni à suspendre.',
    en: 'The mission is closed: there is nothing left to terminate or suspend.',
  },
  procedure_under_way: {
    status: 409,
    fr: 'Une procédure est déjà en cours : menez-la à son terme, ou abandonnez-la.',
    en: 'A procedure is already under way: see it through, or drop it.',
  },
  article_not_signed: {
    status: 422,
    fr: ({ article }) => `L’article ${String(article)} n’est pas au contrat : choisissez un article signé.`,
    en: ({ article }) => `Article ${String(article)} is not in the contract: choose a signed article.`,
  },
  breach_words_required: {
    status: 422,
    fr: 'Décrivez le manquement : des faits, des dates, ce qui est attendu.',
    en: 'Describe the breach: facts, dates, what is expected.',
  },
  cure_days_unreasonable: {
    status: 422,
    fr: ({ atLeast }) =>
      `Le contrat laisse au moins ${String(atLeast)} jours pour remédier au manquement ; au-delà de 90, la procédure perdrait son sens.`,
    en: ({ atLeast }) =>
      `The contract leaves at least ${String(atLeast)} days to cure the breach; beyond 90 the procedure would lose its sense.`,
  },
  ends_before_notice: {
    status: 409,
    fr: ({ endsOn, noticeDays }) =>
      `La mission prend fin d’elle-même le ${frenchDay(endsOn)}, avant la fin d’un préavis de ${String(noticeDays)} jours : laissez-la aller à son terme.`,
    en: ({ endsOn, noticeDays }) =>
      `The mission ends by itself on ${String(endsOn)}, before a notice of ${String(noticeDays)} days is over: let it run.`,
  },
  not_your_procedure: {
    status: 403,
    fr: 'Cette étape revient à l’autre partie.',
    en: 'This step belongs to the other side.',
  },
  wrong_procedure_state: {
    status: 409,
    fr: 'La procédure n’en est pas là : rechargez la page pour voir où elle en est.',
    en: 'The procedure is not at this step: reload the page to see where it stands.',
  },
  procedure_reason_required: {
    status: 422,
    fr: 'Écrivez le motif : il figurera au dossier.',
    en: 'Write the reason: it is kept in the file.',
  },
  cure_delay_running: {
    status: 409,
    fr: ({ cureUntil }) => `Le délai pour remédier au manquement court jusqu’au ${frenchDay(lastDayOf(cureUntil))} inclus.`,
    en: ({ cureUntil }) => `The delay to cure runs through ${lastDayOf(cureUntil)}.`,
  },
  already_served: {
    status: 409,
    fr: ({ servedOn }) => `Cette lettre produit déjà effet depuis le ${frenchDay(servedOn)}.`,
    en: ({ servedOn }) => `This letter already has effect since ${String(servedOn)}.`,
  },
  not_yours_to_read: {
    status: 403,
    fr: 'C’est à son destinataire d’accuser réception de cette lettre.',
    en: 'Only its addressee can acknowledge this letter.',
  },
  not_yours_to_serve: {
    status: 403,
    fr: 'C’est à l’auteur de la lettre d’inscrire sa présentation par la poste.',
    en: 'Only its author can record when the post presented this letter.',
  },
  presented_when: {
    status: 422,
    fr: ({ sentOn }) => `La présentation ne peut être ni antérieure à l’envoi (${frenchDay(sentOn)}), ni à venir.`,
    en: ({ sentOn }) => `It cannot be presented before it was sent (${String(sentOn)}), nor in the future.`,
  },
  registered_number_required: {
    status: 422,
    fr: 'Recopiez le numéro du recommandé : il fait preuve.',
    en: 'Copy the number of the registered letter: it is the proof.',
  },
  already_suspended: {
    status: 409,
    fr: 'L’exécution est déjà suspendue.',
    en: 'Performance is already suspended.',
  },
  not_suspended: { status: 409, fr: 'L’exécution n’est pas suspendue.', en: 'Performance is not suspended.' },
  suspended_by_the_other: {
    status: 403,
    fr: 'L’autre partie a suspendu l’exécution : c’est à elle de la reprendre.',
    en: 'The other side suspended performance: it is for them to resume.',
  },
  no_cap_signed: {
    status: 409,
    fr: 'Le contrat ne fixe aucun plafond de créances : reste l’exception d’inexécution, pour un manquement suffisamment grave.',
    en: 'The contract sets no ceiling of unpaid invoices: what remains is withholding performance, for a serious breach.',
  },
  cap_not_reached: {
    status: 409,
    fr: ({ overdueCents, capCents }) =>
      `Les factures échues s’élèvent à ${euros(overdueCents)}, sans dépasser le plafond signé de ${euros(capCents)}.`,
    en: ({ overdueCents, capCents }) =>
      `Overdue invoices come to ${inEuros(overdueCents)}, within the signed ceiling of ${inEuros(capCents)}.`,
  },
  cap_protects_the_provider: {
    status: 403,
    fr: 'Le plafond de créances protège le prestataire : lui seul s’en prévaut.',
    en: 'The ceiling of unpaid invoices protects the provider, who alone may rely on it.',
  },
  suspension_reason_required: {
    status: 422,
    fr: 'Écrivez pourquoi l’exécution est suspendue : l’autre partie le lira.',
    en: 'Write why performance is suspended: the other side reads it.',
  },
  handover_not_open: {
    status: 409,
    fr: 'La remise s’ouvre à la clôture de la mission.',
    en: 'The hand-over opens when the mission is closed.',
  },
  unknown_handover_item: {
    status: 404,
    fr: 'Cet élément n’est pas à remettre pour cette mission.',
    en: 'This item is not part of this hand-over.',
  },
  handover_attested: {
    status: 409,
    fr: 'L’attestation est établie : la remise est terminée.',
    en: 'The certificate is drawn up: the hand-over is over.',
  },
  handover_item_destroyed: {
    status: 409,
    fr: 'Cet élément est détruit : il ne peut plus être remis.',
    en: 'This item is destroyed: it cannot be delivered any more.',
  },
  handover_kept_by_law: {
    status: 409,
    fr: 'Cet élément se remet et se conserve : il ne se détruit pas sur ordre.',
    en: 'This item is handed over and kept: it is not destroyed on order.',
  },
  handover_not_yours: {
    status: 403,
    fr: ({ owner }) =>
      `Le contrat attribue cet élément au ${owner === 'client' ? 'client' : 'prestataire'} : l’ordre de destruction lui appartient.`,
    en: ({ owner }) =>
      `The contract gives this item to the ${owner === 'client' ? 'client' : 'provider'}, who alone may order its destruction.`,
  },
  destruction_already_ordered: {
    status: 409,
    fr: 'La destruction de cet élément est déjà ordonnée.',
    en: 'The destruction of this item is already ordered.',
  },
  destruction_not_ordered: {
    status: 409,
    fr: ({ owner }) =>
      `Rien n’est détruit sans ordre : attendez celui du ${owner === 'client' ? 'client' : 'prestataire'}, à qui cet élément appartient.`,
    en: ({ owner }) =>
      `Nothing is destroyed without an order: wait for that of the ${owner === 'client' ? 'client' : 'provider'}, who owns this item.`,
  },
  destruction_method_required: {
    status: 422,
    fr: 'Dites comment l’élément est détruit : l’attestation le reprend.',
    en: 'Say how the item is destroyed: the certificate repeats it.',
  },
  handover_unfinished: {
    status: 409,
    fr: ({ left }) => `Il reste à remettre ou à détruire : ${frenchList(left as string[])}.`,
    en: ({ left }) => `Still to be delivered or destroyed: ${(left as string[]).join(', ')}.`,
  },
  unknown_calendar: {
    status: 404,
    fr: 'Cette adresse de calendrier n’ouvre plus rien : demandez-en une nouvelle.',
    en: 'This calendar address opens nothing any more: ask for a new one.',
  },
  handover_nothing_to_give: {
    status: 409,
    fr: 'Cadran ne détient rien à remettre sous ce titre : remettez-le par vos moyens, puis inscrivez-le comme remis.',
    en: 'Cadran holds nothing under this title: deliver it yourself, then record it as delivered.',
  },
} as const satisfies Refusals;
