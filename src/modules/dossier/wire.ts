import type { Wired } from '../../platform/http/types.ts';
import type { Platform } from '../../platform/platform.ts';
import { dossierHandlers } from './app/dossier.handlers.ts';
import { makeBundleJob } from './app/make-bundle.job.ts';
import { dossierRoutes } from './http/routes.ts';

export const wireDossier = ({ db, files, signature, recordings }: Platform): Wired => ({
  routes: [dossierRoutes(dossierHandlers({ db, files }))],
  jobs: [makeBundleJob({ files, vault: recordings, signature })],
});
