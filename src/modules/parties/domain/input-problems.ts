import type { InputProblem } from '../../../shared/input.ts';
import type { RefusalDetails } from '../../../shared/decision.ts';

const typed = (details: RefusalDetails): string => String(details['value'] ?? '');

/** What can be wrong with a legal identity, in words that say what to do. */
export const identityProblems = {
  siren_length: {
    fr: 'Un SIREN compte 9 chiffres. Vérifiez-le sur votre avis de situation (avis-situation-sirene.insee.fr).',
    en: 'A SIREN has 9 digits. Check it on your INSEE certificate (avis-situation-sirene.insee.fr).',
  },
  siren_key: {
    fr: (d) => `Le SIREN ${typed(d)} n’existe pas : son chiffre de contrôle est faux. Un chiffre a sans doute été mal recopié.`,
    en: (d) => `SIREN ${typed(d)} does not exist: its check digit is wrong. A digit was probably mistyped.`,
  },
  siret_length: {
    fr: (d) =>
      `Un SIRET compte 14 chiffres ; « ${typed(d)} » n’en a pas 14. Recopiez-le depuis votre avis de situation (avis-situation-sirene.insee.fr).`,
    en: (d) =>
      `A SIRET has 14 digits; “${typed(d)}” does not. Copy it from your INSEE certificate (avis-situation-sirene.insee.fr).`,
  },
  siret_key: {
    fr: (d) => `Le SIRET ${typed(d)} n’existe pas : son chiffre de contrôle est faux. Un chiffre a sans doute été mal recopié.`,
    en: (d) => `SIRET ${typed(d)} does not exist: its check digit is wrong. A digit was probably mistyped.`,
  },
  vat_shape: {
    fr: (d) =>
      `Le numéro de TVA « ${typed(d)} » n’a pas la bonne forme. En France : FR, deux caractères de clé, puis les 9 chiffres du SIREN.`,
    en: (d) => `VAT number “${typed(d)}” is not well formed. In France: FR, a two-character key, then the 9 digits of the SIREN.`,
  },
  vat_key: {
    fr: (d) =>
      `La clé du numéro de TVA ${typed(d)} est fausse. Vérifiez les deux caractères qui suivent FR, ou laissez le champ vide : il se calcule.`,
    en: (d) =>
      `The key of VAT number ${typed(d)} is wrong. Check the two characters after FR, or leave it empty: it is computed.`,
  },
  vat_other_company: {
    fr: (d) => `Le numéro de TVA ${typed(d)} porte un autre SIREN que le SIRET saisi. Vérifiez lequel des deux est le bon.`,
    en: (d) => `VAT number ${typed(d)} carries another SIREN than the SIRET given. Check which of the two is right.`,
  },
  iban_shape: {
    fr: 'Cet IBAN n’a pas la bonne forme. Il commence par deux lettres de pays de la zone SEPA et deux chiffres, par exemple FR76.',
    en: 'This IBAN is not well formed. It starts with two letters of a SEPA country and two digits, for instance FR76.',
  },
  iban_length: {
    fr: 'Cet IBAN n’a pas la bonne longueur. Un IBAN français compte 27 caractères. Recopiez-le depuis votre RIB.',
    en: 'This IBAN does not have the right length. A French IBAN has 27 characters. Copy it from your bank’s document.',
  },
  iban_key: {
    fr: 'Cet IBAN est faux : sa clé de contrôle ne correspond pas. Un caractère a sans doute été mal recopié de votre RIB.',
    en: 'This IBAN is wrong: its check key does not match. A character was probably mistyped.',
  },
  bic_shape: {
    fr: 'Un BIC compte 8 ou 11 caractères, par exemple AGRIFRPP. Recopiez-le depuis votre RIB, ou laissez le champ vide.',
    en: 'A BIC has 8 or 11 characters, for instance AGRIFRPP. Copy it from your bank’s document, or leave it empty.',
  },
  phone_shape: {
    fr: (d) =>
      `« ${typed(d)} » n’est pas un numéro de téléphone valable. Exemple : 01 99 00 12 34, ou +32 2 555 12 12 hors de France.`,
    en: (d) => `“${typed(d)}” is not a valid telephone number. Example: 01 99 00 12 34, or +32 2 555 12 12 outside France.`,
  },
  post_code_shape: {
    fr: 'Un code postal français compte 5 chiffres, par exemple 69002.',
    en: 'A French postal code has 5 digits, for instance 69002.',
  },
  email_shape: {
    fr: (d) => `« ${typed(d)} » n’est pas une adresse e-mail. Exemple : nom@entreprise.fr.`,
    en: (d) => `“${typed(d)}” is not an e-mail address. Example: name@company.com.`,
  },
  country_shape: {
    fr: 'Le pays s’écrit avec son code de deux lettres, par exemple FR.',
    en: 'The country is written with its two-letter code, for instance FR.',
  },
} as const satisfies Record<string, InputProblem>;

export type IdentityProblem = keyof typeof identityProblems;
