import type { DocumentId, DossierId } from '../../../shared/ids.ts';
import { instant } from '../../../shared/time.ts';
import { consentText } from './consent.ts';
import type { Party, Signatory, SignatoryId, SignatureRequest, SignatureRequestId } from './signature-request.ts';

export const monday = instant('2026-03-02T09:00:00Z');
export const sha = 'a'.repeat(64);

export const aSignatory = (party: Party): Signatory => ({
  id: `${party}-1` as SignatoryId,
  party,
  name: party === 'client' ? 'Hélène Marchand' : 'Camille Roux',
  capacity: party === 'client' ? 'directrice générale' : 'gérante',
  email: `${party}@exemple.fr`,
  phone: null,
  organisation: party === 'client' ? 'Marchand Mesure SAS' : 'Camille Roux EI',
  siren: '812345676',
});

export const aRequest = (changes: Partial<SignatureRequest> = {}): SignatureRequest => ({
  id: 'request-1' as SignatureRequestId,
  dossierId: 'dossier-1' as DossierId,
  subject: { type: 'quote', id: 'quote-1' },
  number: 'DEV-2026-0001',
  title: 'Devis DEV-2026-0001',
  demo: false,
  state: 'sent',
  documentId: 'document-1' as DocumentId,
  documentSha256: sha,
  contentSha256: 'c'.repeat(64),
  expiresAt: instant('2026-04-01T22:00:00Z'),
  consentText: consentText('2026.1'),
  client: aSignatory('client'),
  provider: aSignatory('provider'),
  ...changes,
});
