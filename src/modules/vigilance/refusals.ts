import { frenchDate } from '../../shared/french.ts';
import type { Refusals } from '../../shared/refusal.ts';
import type { CivilDate } from '../../shared/time.ts';

const frenchDay = (day: unknown) => frenchDate(day as CivilDate);

export const refusals = {
  vigilance_file_type: {
    status: 422,
    fr: 'Déposez un PDF, un PNG ou un JPEG : ce sont les formats que le client peut relire.',
    en: 'Deposit a PDF, a PNG or a JPEG: the client must be able to read it.',
  },
  vigilance_issued_later: {
    status: 422,
    fr: ({ issuedOn }) => `Le ${frenchDay(issuedOn)} n’est pas encore passé : relevez la date portée sur le document.`,
    en: ({ issuedOn }) => `${String(issuedOn)} is still to come: read the date printed on the document.`,
  },
  vigilance_too_old: {
    status: 422,
    fr: ({ validThrough }) =>
      `Ce document ne vaut plus depuis le ${frenchDay(validThrough)} : il doit avoir moins de six mois (article D8222-5 du Code du travail).`,
    en: ({ validThrough }) =>
      `This document stopped being valid on ${String(validThrough)}: it must be less than six months old (French Labour Code, D8222-5).`,
  },
  vigilance_code_required: {
    status: 422,
    fr: 'Saisissez le code de sécurité imprimé sur l’attestation : le client s’en sert pour la vérifier auprès de l’Urssaf.',
    en: 'Type the security code printed on the certificate: the client checks it with Urssaf.',
  },
  vigilance_workers_missing: {
    status: 422,
    fr: 'Nommez au moins un salarié étranger soumis à autorisation, ou déclarez n’en employer aucun.',
    en: 'Name at least one foreign worker who needs a permit, or declare that you employ none.',
  },
  unknown_vigilance_document: {
    status: 404,
    fr: 'Ce document de vigilance n’existe pas.',
    en: 'This vigilance document does not exist.',
  },
  vigilance_stale_check: {
    status: 409,
    fr: 'Ce document n’est plus valable : demandez-en un nouveau au prestataire.',
    en: 'This document is no longer valid: ask the provider for a new one.',
  },
} as const satisfies Refusals;
