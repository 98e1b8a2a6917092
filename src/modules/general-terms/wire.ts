import type { Wired } from '../../platform/http/types.ts';
import type { Platform } from '../../platform/platform.ts';
import { publishEditionHandler } from './app/publish-edition.handler.ts';
import { editionFile, editionsFor, previewEdition, publicGeneralTerms } from './app/read-editions.ts';
import { generalTermsRoutes } from './http/routes.ts';

export const wireGeneralTerms = ({ db, pdf, files }: Platform): Wired => {
  const deps = { db, pdf, files };
  return {
    routes: [
      generalTermsRoutes({
        editionsFor: editionsFor(deps),
        previewEdition: previewEdition(deps),
        editionFile: editionFile(deps),
        publicGeneralTerms: publicGeneralTerms(deps),
        publishEdition: publishEditionHandler(deps),
      }),
    ],
  };
};
