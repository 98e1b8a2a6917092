import type { DocumentId, DossierId } from '../../../shared/ids.ts';
import { instant } from '../../../shared/time.ts';
import { consentText } from './consent.ts';
import type { Party, Signatory, SignatoryId, SignatureRequest, SignatureRequestId, Signed } from './signature-request.ts';

export const monday = instant('2026-03-02T09:00:00Z');
export const sha = 'a'.repeat(64);

export const aSignatory = (party: Party, changes: Partial<Signatory> = {}): Signatory => ({
  id: `${party}-1` as SignatoryId,
  party,
  name: party === 'client' ? 'Hélène Marchand' : 'Camille Roux',
  capacity: party === 'client' ? 'directrice générale' : 'gérante',
  email: `${party}@exemple.fr`,
  phone: null,
  organisation: party === 'client' ? 'Marchand Mesure SAS' : 'Camille Roux EI',
  siren: '812345676',
  rank: party === 'client' ? 1 : 1000,
  duty: 'sign',
  principal: true,
  place: party,
  progress: 'sent',
  initialled: [],
  signed: null,
  linkSentAt: monday,
  lastReminderAt: null,
  reminders: 0,
  delegation: null,
  delegatedTo: null,
  dismissedAt: null,
  ...changes,
});

export const signedNow = (order: number, changes: Partial<Signed> = {}): Signed => ({
  at: monday,
  method: 'email_code',
  order,
  ip: null,
  userAgent: null,
  ...changes,
});

/** The client's one person has gone as far as the state says, unless people are given. */
export const aRequest = (changes: Partial<SignatureRequest> = {}): SignatureRequest => {
  const state = changes.state ?? 'sent';
  const client =
    changes.client ??
    aSignatory('client', {
      progress: state === 'read' || state === 'consented' ? state : 'sent',
      signed: state === 'client_signed' || state === 'signed' ? signedNow(1) : null,
    });
  const provider = changes.provider ?? aSignatory('provider');
  return {
    id: 'request-1' as SignatureRequestId,
    dossierId: 'dossier-1' as DossierId,
    subject: { type: 'quote', id: 'quote-1' },
    number: 'DEV-2026-0001',
    title: 'Devis DEV-2026-0001',
    demo: false,
    state,
    documentId: 'document-1' as DocumentId,
    documentSha256: sha,
    contentSha256: 'c'.repeat(64),
    expiresAt: instant('2026-04-01T22:00:00Z'),
    consentText: consentText('2026.1'),
    initials: [],
    options: null,
    chosenOptions: null,
    remindersPaused: false,
    client,
    provider,
    signatories: [client, provider],
    ...changes,
  };
};
