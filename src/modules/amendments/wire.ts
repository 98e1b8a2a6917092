import { onFact } from '../../platform/journal/index.ts';
import type { Wired } from '../../platform/http/types.ts';
import type { Platform } from '../../platform/platform.ts';
import type { AgreementSigned, SignatureRefused } from '../signing/index.ts';
import { announceEffectSweep } from './app/announce-effect.sweep.ts';
import { closeAmendment, expireAmendmentsSweep, withdrawAmendmentHandler } from './app/answer-amendment.ts';
import { answerRequestHandler, askForChangeHandler, overdueRequestsSweep } from './app/change-requests.handler.ts';
import {
  discardDraftHandler,
  draftAmendmentHandler,
  rebaseDraftHandler,
  saveDraftHandler,
} from './app/draft-amendment.handler.ts';
import { enactAmendment } from './app/enact-amendment.ts';
import { prepareAmendmentsSweep } from './app/prepare-beyond-limits.ts';
import { amendmentDetail, amendmentFile, contractLifeOf } from './app/read-amendments.ts';
import { renderAmendmentJob, renderConsolidatedJob } from './app/render-amendment.handler.ts';
import { clauseSentences, rewordClause } from './app/reword-clause.ts';
import { sendAmendmentHandler } from './app/send-amendment.handler.ts';
import { lockAmendment } from './db/amendments.store.ts';
import { refuseAmendment } from './domain/answer-amendment.ts';
import { amendmentClauseRoutes } from './http/clause.routes.ts';
import { amendmentRoutes } from './http/routes.ts';

export const wireAmendments = ({ db, pdf, files, config }: Platform): Wired => {
  const deps = { db, pdf, files, publicUrl: config.publicUrl };
  return {
    routes: [
      amendmentRoutes({
        life: contractLifeOf(deps),
        detail: amendmentDetail(deps),
        file: amendmentFile(deps),
        draft: draftAmendmentHandler(deps),
        save: saveDraftHandler(deps),
        discard: discardDraftHandler(deps),
        rebase: rebaseDraftHandler(deps),
        send: sendAmendmentHandler(deps),
        withdraw: withdrawAmendmentHandler(deps),
        ask: askForChangeHandler(deps),
        answer: answerRequestHandler(deps),
      }),
      amendmentClauseRoutes({ sentences: clauseSentences(deps), reword: rewordClause(deps) }),
    ],
    jobs: [renderAmendmentJob(deps), renderConsolidatedJob(deps)],
    sweeps: [expireAmendmentsSweep, overdueRequestsSweep, announceEffectSweep, prepareAmendmentsSweep],
    /** Amendments follow what their signatories answer, in the transaction of that answer. */
    reactions: [
      onFact<AgreementSigned>('AgreementSigned', async (tx, signed) => {
        if (signed.subject.type === 'amendment') await enactAmendment(tx, signed);
      }),
      onFact<SignatureRefused>('SignatureRefused', async (tx, { subject, reason }) => {
        if (subject.type !== 'amendment') return;
        const amendment = (await lockAmendment(tx, subject.id as never))!;
        const decision = await closeAmendment(tx, amendment, 'refuse', refuseAmendment(amendment, { reason }), reason);
        if (!decision.ok) throw new Error(`Amendment ${subject.id} cannot be refused: ${decision.code}`);
      }),
    ],
  };
};
