import { frenchDate } from '../../shared/french.ts';
import type { Refusals } from '../../shared/refusal.ts';
import type { CivilDate } from '../../shared/time.ts';
import type { CreditRefusal } from './domain/credit-invoice.ts';
import type { DeriveRefusal } from './domain/invoice-basis.ts';

const frenchDay = (day: unknown) => frenchDate(day as CivilDate);

export type InvoicingRefusal =
  | DeriveRefusal
  | CreditRefusal
  | 'unknown_invoice'
  | 'unknown_mission'
  | 'no_terms_in_force'
  | 'client_without_siren'
  | 'vat_regime_changed'
  | 'rate_unknown';

export const refusals: Refusals<InvoicingRefusal> = {
  unknown_invoice: { status: 404, fr: 'Cette facture n’existe pas.', en: 'This invoice does not exist.' },
  unknown_mission: { status: 404, fr: 'Cette mission n’existe pas.', en: 'This mission does not exist.' },
  no_terms_in_force: {
    status: 409,
    fr: 'Aucune condition signée n’est en vigueur pour cette mission\u00a0: rien ne peut être facturé.',
    en: 'No signed terms are in force for this mission: nothing can be invoiced.',
  },
  client_without_siren: {
    status: 409,
    fr: 'La facture électronique exige le SIREN du client\u00a0: complétez sa fiche, puis émettez la facture.',
    en: 'An e-invoice needs the client’s SIREN: complete the client’s record, then issue the invoice.',
  },
  vat_regime_changed: {
    status: 409,
    fr: 'Votre régime de TVA n’est plus celui des conditions signées\u00a0: convenez d’un avenant sur la TVA, puis émettez la facture.',
    en: 'Your VAT regime is no longer that of the signed terms: agree an amendment on VAT, then issue the invoice.',
  },
  no_such_milestone: {
    status: 409,
    fr: 'L’échéancier signé ne prévoit pas cette facture.',
    en: 'The signed schedule does not provide for this invoice.',
  },
  already_invoiced: { status: 409, fr: 'Cette échéance est déjà facturée.', en: 'This milestone has already been invoiced.' },
  milestone_not_reached: {
    status: 409,
    fr: ({ calls, reached }) => `Le jalon demande ${calls} appels\u00a0; ${reached} sont atteints.`,
    en: ({ calls, reached }) => `The milestone needs ${calls} calls; ${reached} have been reached.`,
  },
  final_report_missing: {
    status: 409,
    fr: 'Le solde se facture sur le compte rendu final\u00a0: arrêtez d’abord ce compte rendu.',
    en: 'The balance is invoiced on the final report: freeze that report first.',
  },
  final_invoice_first: {
    status: 409,
    fr: 'Une facture complémentaire suit la facture finale\u00a0: émettez d’abord celle-ci.',
    en: 'A complementary invoice follows the final invoice: issue that one first.',
  },
  final_already_issued: {
    status: 409,
    fr: 'La facture finale est émise. Ce qui a été décidé depuis se facture par une facture complémentaire.',
    en: 'The final invoice has been issued. What was decided since is billed by a complementary invoice.',
  },
  nothing_to_invoice: {
    status: 409,
    fr: 'Rien à facturer pour l’instant\u00a0: tout ce qui est dû l’a déjà été, ou attend une décision.',
    en: 'Nothing to invoice for now: all that is owed has been invoiced, or awaits a decision.',
  },
  due_date_unlawful: {
    status: 409,
    fr: ({ dueOn, latestOn, days }) =>
      `L’échéance signée tomberait le ${frenchDay(dueOn)}, soit ${days} jours après l’émission\u00a0: la loi s’arrête au ${frenchDay(latestOn)} (art. L441-10 C. com.). Émettez la facture un autre jour ou modifiez le délai par avenant.`,
    en: ({ dueOn, latestOn, days }) =>
      `The signed due date would be ${dueOn}, ${days} days after issue: the law stops at ${latestOn} (art. L441-10 C. com.). Issue the invoice on another day or amend the payment terms.`,
  },
  credit_note_not_creditable: {
    status: 409,
    fr: 'Un avoir ne s’annule pas par un avoir.',
    en: 'A credit note cannot be credited.',
  },
  already_credited: {
    status: 409,
    fr: 'Cette facture est déjà annulée par un avoir.',
    en: 'This invoice is already cancelled by a credit note.',
  },
  later_invoice_stands: {
    status: 409,
    fr: ({ number }) => `La facture ${number} tient compte de celle-ci\u00a0: annulez d’abord la facture ${number}.`,
    en: ({ number }) => `Invoice ${number} takes this one into account: cancel invoice ${number} first.`,
  },
  reason_required: {
    status: 422,
    fr: 'Indiquez le motif de l’avoir\u00a0: il est imprimé et conservé au dossier.',
    en: 'Give the reason for the credit note: it is printed and kept in the file.',
  },
  rate_unknown: {
    status: 409,
    fr: ({ semester }) =>
      `Le taux publié pour le semestre ${semester} n’est pas renseigné\u00a0: saisissez-le avant de calculer des pénalités.`,
    en: ({ semester }) => `The published rate for semester ${semester} is not known: enter it before computing penalties.`,
  },
};
