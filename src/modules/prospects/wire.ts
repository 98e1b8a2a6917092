import type { Wired } from '../../platform/http/types.ts';
import type { Platform } from '../../platform/platform.ts';
import { chooseMappingHandler } from './app/choose-mapping.handler.ts';
import { confirmImportHandler } from './app/confirm-import.handler.ts';
import { installationPhoneKey, usePhoneKey } from './app/phone-hash.ts';
import { readImports } from './app/read-imports.ts';
import { readProspects } from './app/read-prospects.ts';
import { recordSuppressionHandler, uploadSuppressionsHandler } from './app/record-suppressions.handler.ts';
import { runImportJob } from './app/run-import.job.ts';
import { releaseLeases, resumeImports } from './app/sweeps.ts';
import { undoImportHandler } from './app/undo-import.handler.ts';
import { uploadFileHandler } from './app/upload-file.handler.ts';
import { importRoutes } from './http/import.routes.ts';
import { prospectRoutes } from './http/prospect.routes.ts';

export const wireProspects = ({ db, files, live, config }: Platform): Wired => {
  usePhoneKey(installationPhoneKey(config));
  const deps = { db, files };
  return {
    routes: [
      importRoutes({
        upload: uploadFileHandler(deps),
        chooseMapping: chooseMappingHandler(deps),
        confirm: confirmImportHandler(deps),
        undo: undoImportHandler(deps),
        read: readImports(deps),
        live,
      }),
      prospectRoutes({
        read: readProspects(deps),
        suppress: recordSuppressionHandler(deps),
        uploadSuppressions: uploadSuppressionsHandler(deps),
      }),
    ],
    jobs: [runImportJob({ files })],
    sweeps: [releaseLeases, resumeImports],
  };
};
