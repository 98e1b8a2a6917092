import { z } from 'zod';
import { checkedText, label, says } from '../../../shared/input.ts';
import { identityProblems, type IdentityProblem } from './input-problems.ts';
import { bicProblem, ibanProblem } from './bank-account.ts';
import { compact, siretProblem } from './company-number.ts';
import { phoneNumber, phoneProblem } from './phone-number.ts';
import { vatNumberProblem } from './vat-number.ts';

/** One field each of a legal identity, tidied then checked. Forms, imports and the API read the same ones. */

const checked = (tidy: (typed: string) => string, problemOf: (tidied: string) => IdentityProblem | null) =>
  checkedText(tidy, (value) => {
    const problem = problemOf(value);
    return problem && identityProblems[problem];
  });

export const siretField = checked(compact, siretProblem).meta(label('SIRET', 'SIRET'));
export const vatNumberField = checked(compact, (value) => vatNumberProblem(value)).meta(label('Numéro de TVA', 'VAT number'));
export const ibanField = checked(compact, ibanProblem).meta(label('IBAN', 'IBAN'));
export const bicField = checked(compact, bicProblem).meta(label('BIC', 'BIC'));
export const phoneField = checked((typed) => phoneNumber(typed) ?? typed.trim(), phoneProblem).meta(
  label('Téléphone', 'Telephone'),
);

const emailShape = /^[^\s\p{Cc}@<>(),;:"]+@[^\s\p{Cc}@<>(),;:"]+\.[^\s\p{Cc}@<>(),;:".]{2,}$/u;
export const emailField = checked(
  (typed) => typed.trim().toLowerCase(),
  (value) => (emailShape.test(value) ? null : 'email_shape'),
).meta(label('E-mail', 'E-mail'));

/** A name or a line of address: one line, without the characters that break documents. */
export const lineField = (fr: string, en: string, max = 120) =>
  z
    .string()
    .max(max)
    .transform((typed) => typed.trim().replace(/\s+/gu, ' '))
    .refine(
      (value) => value.length > 0,
      says(`Le champ « ${fr} » est vide. Renseignez-le.`, `The field “${en}” is empty. Please fill it in.`),
    )
    .refine(
      (value) => !/\p{Cc}/u.test(value),
      says(
        `Le champ « ${fr} » contient un caractère invisible. Retapez-le.`,
        `The field “${en}” holds an invisible character. Please type it again.`,
      ),
    )
    .meta(label(fr, en));

const countryField = checked(
  (typed) => typed.trim().toUpperCase(),
  (value) => (/^[A-Z]{2}$/.test(value) ? null : 'country_shape'),
).meta(label('Pays', 'Country'));

export const addressField = z
  .object({
    line1: lineField('Adresse', 'Address'),
    line2: lineField('Complément d’adresse', 'Address, second line')
      .nullish()
      .transform((line) => line ?? null),
    postCode: lineField('Code postal', 'Postal code', 12),
    city: lineField('Ville', 'City', 80),
    country: countryField.default('FR'),
  })
  .refine((address) => address.country !== 'FR' || /^\d{5}$/.test(address.postCode), {
    ...says(identityProblems.post_code_shape.fr, identityProblems.post_code_shape.en),
    path: ['postCode'],
  })
  .meta(label('Adresse', 'Address'));

export const contactField = z
  .object({
    name: lineField('Nom du contact', 'Name of the contact'),
    role: lineField('Fonction', 'Role')
      .nullish()
      .transform((role) => role ?? null),
    email: emailField,
    phone: phoneField.nullish().transform((phone) => phone ?? null),
  })
  .meta(label('Contact', 'Contact'));
