import { z } from 'zod';
import { label, says } from '../../../shared/input.ts';
import type { TenantId } from '../../../shared/ids.ts';
import { idParam, InstantText } from '../../../platform/http/index.ts';
import { emailField, lineField } from '../domain/identity-fields.ts';
import { ClientIdentity, ProviderIdentity } from '../domain/identity.ts';
import { ProviderIdentityInput } from '../domain/provider-identity.ts';

export const roleField = z.enum(['owner', 'caller', 'reader']).meta(label('Rôle', 'Role'));

// CNIL, deliberation 2022-100: length protects better than a mix of characters.
export const newPasswordField = z
  .string()
  .max(128)
  .refine(
    (typed) => [...typed].length >= 12,
    says(
      'Le mot de passe doit compter au moins 12 caractères. Une phrase convient très bien.',
      'The password needs at least 12 characters. A sentence does very well.',
    ),
  )
  .meta(label('Mot de passe', 'Password'));

export const SignUpBody = z.object({
  person: z.object({ name: lineField('Votre nom', 'Your name'), email: emailField, password: newPasswordField }),
  identity: ProviderIdentityInput,
  isDemo: z.boolean().default(false).meta({
    description: 'Organisation de démonstration : ses documents portent « DÉMONSTRATION », ses appels simulés sont facturables.',
  }),
});

export const SignInBody = z.object({
  email: emailField,
  password: z.string().min(1).max(128).meta(label('Mot de passe', 'Password')),
  tenantId: idParam<TenantId>().optional(),
});

const organisationName = z.object({ tenantId: z.string(), name: z.string(), isDemo: z.boolean() });

/** Who is signed in. A browser may hold a member's session and a client's: `x-cadran-as` chooses. */
export const MeBody = z.object({
  actor: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('member'),
      userId: z.string(),
      tenantId: z.string(),
      role: z.enum(['owner', 'caller', 'reader']),
      displayName: z.string(),
    }),
    z.object({
      kind: z.literal('client'),
      clientId: z.string(),
      tenantId: z.string(),
      contactId: z.string().nullable(),
      displayName: z.string(),
    }),
    z.object({ kind: z.literal('signer'), signerId: z.string(), tenantId: z.string(), displayName: z.string() }),
    z.object({ kind: z.literal('public') }),
  ]),
  organisation: organisationName.nullable(),
  /** The organisations a member may work in. */
  organisations: z.array(organisationName.extend({ role: z.enum(['owner', 'caller', 'reader']) })),
  /** The server's moment for this organisation; null for a stranger. */
  now: InstantText.nullable(),
  language: z.enum(['fr', 'en']),
});

export const OrganisationBody = z.object({
  tenantId: z.string(),
  isDemo: z.boolean(),
  identity: ProviderIdentity,
  documentLines: z.array(z.string()),
});

export const MemberBody = z.object({
  userId: z.string(),
  email: z.string(),
  displayName: z.string(),
  role: z.enum(['owner', 'caller', 'reader']),
  state: z.enum(['invited', 'active']),
  joinedAt: InstantText.nullable(),
});
export const InvitationBody = z.object({ email: emailField, displayName: lineField('Nom', 'Name'), role: roleField });

export const ClientLine = z.object({
  clientId: z.string(),
  dossierId: z.string(),
  name: z.string(),
  siren: z.string().nullable(),
  city: z.string(),
  signatory: z.object({ name: z.string(), email: z.string() }),
  createdAt: InstantText,
});
export const ClientBody = z.object({
  clientId: z.string(),
  dossierId: z.string(),
  identity: ClientIdentity,
  contactIds: z.object({ signatory: z.string(), billing: z.string().nullable(), dpo: z.string().nullable() }),
  createdAt: InstantText,
});

export const DossierBody = z.object({
  dossierId: z.string(),
  clientId: z.string(),
  clientName: z.string(),
  siren: z.string().nullable(),
  openedAt: InstantText,
});

export const LinkBody = z.object({
  purpose: z.enum(['sign', 'review', 'portal', 'sign-in', 'invite']),
  organisation: z.object({ name: z.string(), isDemo: z.boolean() }),
  displayName: z.string(),
  email: z.string(),
  /** What it opens, for example { type: 'quote', id }. */
  subject: z.object({ type: z.string(), id: z.string() }).nullable(),
  expiresAt: InstantText,
  /** An invitation to someone who has no password yet: ask for one, send it with POST …/session. */
  needsPassword: z.boolean(),
});
