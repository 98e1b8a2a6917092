import type { Refusals } from '../../shared/refusal.ts';

export const refusals = {
  unknown_dossier: { status: 404, fr: 'Ce dossier n’existe pas.', en: 'This file does not exist.' },
  unknown_document: { status: 404, fr: 'Ce document n’existe pas.', en: 'This document does not exist.' },
  unknown_bundle: { status: 404, fr: 'Cet export n’existe pas.', en: 'This export does not exist.' },
  bundle_not_ready: {
    status: 409,
    fr: 'Le dossier de preuve est en préparation\u00a0: réessayez dans un instant.',
    en: 'The evidence bundle is being prepared: try again in a moment.',
  },
} as const satisfies Refusals;
