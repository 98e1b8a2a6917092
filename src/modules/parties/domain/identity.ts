import { z } from 'zod';
import { legalFormCodes, legalForms } from './legal-form.ts';

/** The identities as they are frozen into quotes, contracts and invoices: already checked, no transformation left. */

export const PostalAddress = z
  .object({
    line1: z.string(),
    line2: z.string().nullable(),
    postCode: z.string(),
    city: z.string(),
    /** ISO 3166-1, two letters. */
    country: z.string(),
  })
  .meta({ id: 'PostalAddress' });
export type PostalAddress = z.infer<typeof PostalAddress>;

export const Contact = z
  .object({
    name: z.string(),
    role: z.string().nullable(),
    email: z.string(),
    /** E.164. */
    phone: z.string().nullable(),
  })
  .meta({ id: 'Contact' });
export type Contact = z.infer<typeof Contact>;

/** The provider (prestataire) as the law wants it on documents: C. com. R123-237 and R123-238, CGI ann. II 242 nonies A. */
export const ProviderIdentity = z
  .object({
    /** Raison sociale; for a sole trader, first and last name, without « EI ». */
    name: z.string(),
    tradeName: z.string().nullable(),
    legalForm: z.enum(legalFormCodes),
    siren: z.string(),
    siret: z.string(),
    vatNumber: z.string().nullable(),
    /** City of the trade register, for « RCS Lyon »; null when not registered there. */
    rcsCity: z.string().nullable(),
    capitalCents: z.int().nullable(),
    /** `franchise`: « TVA non applicable, art. 293 B du CGI ». */
    vatRegime: z.enum(['real', 'franchise']),
    /** « Option pour le paiement de la taxe d'après les débits ». */
    vatOnDebits: z.boolean(),
    address: PostalAddress,
    email: z.string(),
    phone: z.string(),
    iban: z.string(),
    bic: z.string().nullable(),
  })
  .meta({ id: 'ProviderIdentity' });
export type ProviderIdentity = z.infer<typeof ProviderIdentity>;

/** The client (donneur d'ordre) as documents need it. */
export const ClientIdentity = z
  .object({
    name: z.string(),
    legalForm: z.enum(legalFormCodes).nullable(),
    /** Null outside France. */
    siren: z.string().nullable(),
    siret: z.string().nullable(),
    vatNumber: z.string().nullable(),
    address: PostalAddress,
    /** Where invoices go, when it is another address. */
    billingAddress: PostalAddress.nullable(),
    signatory: Contact,
    billingContact: Contact.nullable(),
    dpoContact: Contact.nullable(),
  })
  .meta({ id: 'ClientIdentity' });
export type ClientIdentity = z.infer<typeof ClientIdentity>;

/** The name to print: « EI » follows a sole trader's name on every professional document (decree 2022-725). */
export const nameOnDocuments = (identity: Pick<ProviderIdentity, 'name' | 'legalForm'>): string =>
  legalForms[identity.legalForm].soleTrader ? `${identity.name}\u00a0EI` : identity.name;
