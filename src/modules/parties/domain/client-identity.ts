import { z } from 'zod';
import { issueOf, label, says } from '../../../shared/input.ts';
import { identityProblems } from './input-problems.ts';
import { sirenOf } from './company-number.ts';
import { addressField, contactField, lineField, siretField, vatNumberField } from './identity-fields.ts';
import type { ClientIdentity } from './identity.ts';
import { legalFormCodes } from './legal-form.ts';
import { vatNumberOf, vatNumberProblem } from './vat-number.ts';

const shape = z.object({
  name: lineField('Raison sociale', 'Company name'),
  legalForm: z.enum(legalFormCodes).nullish().meta(label('Forme juridique', 'Legal form')),
  siret: siretField.nullish(),
  vatNumber: vatNumberField.nullish(),
  address: addressField,
  billingAddress: addressField.nullish(),
  signatory: contactField.meta(label('Signataire', 'Signatory')),
  billingContact: contactField.nullish().meta(label('Contact facturation', 'Billing contact')),
  dpoContact: contactField.nullish().meta(label('Délégué à la protection des données', 'Data protection officer')),
});
export type ClientIdentityDraft = z.infer<typeof shape>;

/** A change to some of its fields; the rest stays as it was. */
export const ClientIdentityChange = shape.partial();

/** What is typed about a client, checked as a whole, then completed (SIREN, French VAT number). */
export const ClientIdentityInput = shape
  .refine(({ siret, address }) => siret || address.country !== 'FR', {
    ...says(
      'Le SIRET du client est obligatoire en France : la facture doit porter son SIREN (art. 242 nonies A, ann. II CGI).',
      'The client’s SIRET is required in France: the invoice must carry its SIREN (art. 242 nonies A, ann. II CGI).',
    ),
    path: ['siret'],
  })
  .superRefine(({ siret, vatNumber }, context) => {
    const problem = siret && vatNumber ? vatNumberProblem(vatNumber, sirenOf(siret)) : null;
    if (problem && vatNumber) context.addIssue(issueOf(identityProblems[problem], vatNumber, ['vatNumber']));
  })
  .refine(({ siret, vatNumber, address }) => siret || vatNumber || address.country === 'FR', {
    ...says(
      'Un client établi hors de France s’identifie par son numéro de TVA : indiquez-le.',
      'A client outside France is identified by its VAT number: please give it.',
    ),
    path: ['vatNumber'],
  })
  .transform(completeClient);

function completeClient(draft: ClientIdentityDraft): ClientIdentity {
  const siret = draft.siret ?? null;
  return {
    name: draft.name,
    legalForm: draft.legalForm ?? null,
    siren: siret && sirenOf(siret),
    siret,
    vatNumber: draft.vatNumber ?? (siret ? vatNumberOf(sirenOf(siret)) : null),
    address: draft.address,
    billingAddress: draft.billingAddress ?? null,
    signatory: draft.signatory,
    billingContact: draft.billingContact ?? null,
    dpoContact: draft.dpoContact ?? null,
  };
}
