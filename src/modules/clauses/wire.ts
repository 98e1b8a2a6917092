import type { Wired } from '../../platform/http/types.ts';
import type { Platform } from '../../platform/platform.ts';
import { builtInCatalog } from './app/built-in-catalog.ts';
import { checkModelHandler } from './app/check-model.handler.ts';
import {
  discardTextHandler,
  pilotTextHandler,
  publishTextHandler,
  reopenTextHandler,
  retireTextHandler,
  reviewTextHandler,
} from './app/live-text.handlers.ts';
import { clauseDetail, clausesOf, modelDetail, modelsOf } from './app/read-library.ts';
import { newClauseHandler, newModelHandler, newVersionHandler, saveTextHandler } from './app/write-text.handlers.ts';
import { clauseRoutes } from './http/clause.routes.ts';
import { lifeRoutes } from './http/life.routes.ts';
import { modelRoutes } from './http/model.routes.ts';

export const wireClauses = ({ db }: Platform): Wired => {
  // Read now, so that a fault in a clause stops the start rather than a sending.
  builtInCatalog();
  const deps = { db };
  const save = saveTextHandler(deps);
  const life = {
    newVersion: newVersionHandler(deps),
    review: reviewTextHandler(deps),
    reopen: reopenTextHandler(deps),
    pilot: pilotTextHandler(deps),
    publish: publishTextHandler(deps),
    retire: retireTextHandler(deps),
    discard: discardTextHandler(deps),
  };
  return {
    routes: [
      clauseRoutes({ list: clausesOf(deps), detail: clauseDetail(deps), open: newClauseHandler(deps), save }),
      modelRoutes({
        list: modelsOf(deps),
        detail: modelDetail(deps),
        check: checkModelHandler(deps),
        open: newModelHandler(deps),
        save,
      }),
      lifeRoutes('/clauses', 'clause', life),
      lifeRoutes('/models', 'model', life),
    ],
  };
};
