import type { Wired } from '../../platform/http/types.ts';
import type { Platform } from '../../platform/platform.ts';
import { clientSpaceHandlers } from './app/client-space.handlers.ts';
import { dossierHandlers } from './app/dossier.handlers.ts';
import { readDocumentJob, readDossiersSweep } from './app/index-dossier.ts';
import { makeBundleJob } from './app/make-bundle.job.ts';
import { dossierRoutes } from './http/routes.ts';

export const wireDossier = ({ db, files, signature, recordings, config }: Platform): Wired => ({
  routes: [dossierRoutes({ ...dossierHandlers({ db, files }), ...clientSpaceHandlers({ db, publicUrl: config.publicUrl }) })],
  jobs: [makeBundleJob({ files, vault: recordings, signature }), readDocumentJob({ files })],
  sweeps: [readDossiersSweep],
});
