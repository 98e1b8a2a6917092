import type { Wired } from '../../platform/http/types.ts';
import type { Platform } from '../../platform/platform.ts';
import { fileAudit, printAudit, readAudits } from './app/file-audit.handler.ts';
import { modelClause } from './app/model-clause.ts';
import { runAudit } from './app/run-audit.ts';
import { auditRoutes } from './http/routes.ts';

export const wireAudit = ({ db, pdf, files }: Platform): Wired => {
  const deps = { db, pdf, files };
  return {
    routes: [
      auditRoutes({
        run: runAudit(deps),
        print: printAudit(deps),
        file: fileAudit(deps),
        read: readAudits(deps),
        clause: modelClause(deps),
      }),
    ],
  };
};
