import { z } from 'zod';
import { issueOf, label, says } from '../../../shared/input.ts';
import { identityProblems } from './input-problems.ts';
import { sirenOf } from './company-number.ts';
import {
  addressField,
  bicField,
  emailField,
  ibanField,
  lineField,
  phoneField,
  siretField,
  vatNumberField,
} from './identity-fields.ts';
import type { ProviderIdentity } from './identity.ts';
import { legalFormCodes, legalForms } from './legal-form.ts';
import { vatNumberOf, vatNumberProblem } from './vat-number.ts';

const shape = z.object({
  name: lineField('Raison sociale ou nom', 'Company or personal name'),
  tradeName: lineField('Nom commercial', 'Trade name').nullish(),
  legalForm: z.enum(legalFormCodes).meta(label('Forme juridique', 'Legal form')),
  siret: siretField,
  vatNumber: vatNumberField.nullish(),
  rcsCity: lineField('Ville du RCS', 'City of the trade register', 80).nullish(),
  capitalCents: z.int().positive().nullish().meta(label('Capital social', 'Share capital')),
  vatRegime: z.enum(['real', 'franchise']).meta(label('Régime de TVA', 'VAT regime')),
  vatOnDebits: z.boolean().default(false).meta(label('TVA d’après les débits', 'VAT on debits')),
  address: addressField,
  email: emailField,
  phone: phoneField,
  iban: ibanField,
  bic: bicField.nullish(),
});
export type ProviderIdentityDraft = z.infer<typeof shape>;

/** A change to some of its fields; the rest stays as it was (so no default here). */
export const ProviderIdentityChange = shape.extend({ vatOnDebits: z.boolean() }).partial();

/** What a provider types about itself, checked as a whole, then completed (SIREN, VAT number). */
export const ProviderIdentityInput = shape
  .refine(({ legalForm, capitalCents }) => legalForms[legalForm].capital !== 'required' || capitalCents, {
    ...says(
      'Une société imprime son capital sur ses documents (art. R123-238 C. com.). Indiquez le capital social.',
      'A company prints its share capital on its documents (art. R123-238 C. com.). Give the share capital.',
    ),
    path: ['capitalCents'],
  })
  .refine(({ legalForm, rcsCity }) => legalForms[legalForm].register !== 'required' || rcsCity, {
    ...says(
      'Une société imprime la ville de son RCS sur ses documents (art. R123-237 C. com.). Indiquez-la, par exemple Lyon.',
      'A company prints the city of its trade register on its documents (art. R123-237 C. com.). Give it, for instance Lyon.',
    ),
    path: ['rcsCity'],
  })
  .superRefine(({ siret, vatNumber }, context) => {
    const problem = siret && vatNumber ? vatNumberProblem(vatNumber, sirenOf(siret)) : null;
    if (problem && vatNumber) context.addIssue(issueOf(identityProblems[problem], vatNumber, ['vatNumber']));
  })
  .refine(({ vatRegime, vatOnDebits }) => !(vatRegime === 'franchise' && vatOnDebits), {
    ...says(
      'L’option pour la TVA d’après les débits n’existe pas en franchise en base. Décochez-la ou changez de régime.',
      'VAT on debits does not exist under the small-business exemption. Untick it or change the regime.',
    ),
    path: ['vatOnDebits'],
  })
  .transform(completeProvider);

/** Fills in what follows from the rest: the SIREN; the VAT number of a provider that charges VAT. */
function completeProvider(draft: ProviderIdentityDraft): ProviderIdentity {
  const siren = sirenOf(draft.siret);
  const form = legalForms[draft.legalForm];
  return {
    name: draft.name,
    tradeName: draft.tradeName ?? null,
    legalForm: draft.legalForm,
    siren,
    siret: draft.siret,
    vatNumber: draft.vatNumber ?? (draft.vatRegime === 'real' ? vatNumberOf(siren) : null),
    rcsCity: form.register === 'none' ? null : (draft.rcsCity ?? null),
    capitalCents: form.capital === 'none' ? null : (draft.capitalCents ?? null),
    vatRegime: draft.vatRegime,
    vatOnDebits: draft.vatOnDebits,
    address: draft.address,
    email: draft.email,
    phone: draft.phone,
    iban: draft.iban,
    bic: draft.bic ?? null,
  };
}
