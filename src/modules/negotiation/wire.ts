import type { Wired } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { compareRevisions, comparisonPdf } from './app/compare-revisions.ts';
import { answerThread, openItem } from './app/discuss.handlers.ts';
import { fileComparisonJob } from './app/file-comparison.job.ts';
import { listDiscussions } from './app/list-discussions.ts';
import { newsSweep } from './app/news.ts';
import { readArticle, readDiscussion } from './app/read-discussion.ts';
import { readRevision } from './app/read-revision.ts';
import { sendRevision } from './app/send-revision.ts';
import { negotiationRoutes } from './http/routes.ts';

export const wireNegotiation = ({ db, pdf, files, live, config }: Platform): Wired => {
  const deps = { db };
  return {
    routes: [
      negotiationRoutes(
        {
          listDiscussions: listDiscussions(deps),
          readDiscussion: readDiscussion(deps),
          readArticle: readArticle(deps),
          openItem: openItem(deps),
          answerThread: answerThread(deps),
          readRevision: readRevision({ db, files }),
          sendRevision: sendRevision(deps),
          compareRevisions: compareRevisions(deps),
          comparisonPdf: comparisonPdf({ db, pdf }),
        },
        live,
      ),
    ],
    jobs: [fileComparisonJob({ pdf, files })],
    sweeps: [newsSweep({ publicUrl: config.publicUrl })],
  };
};
