import type { Language } from '../../../shared/refusal.ts';
import type { VigilanceKind } from './vigilance-document.ts';

/** What each document is called, in a sentence. */
export const kindWords: Record<VigilanceKind, Record<Language, string>> = {
  urssaf: { fr: 'l’attestation de vigilance de l’Urssaf', en: 'the Urssaf vigilance certificate' },
  registration: { fr: 'l’extrait d’immatriculation', en: 'the registration extract' },
  foreign_workers: { fr: 'la liste des salariés étrangers', en: 'the list of foreign workers' },
};
