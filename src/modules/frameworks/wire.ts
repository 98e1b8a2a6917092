import type { Wired } from '../../platform/http/types.ts';
import { onFact } from '../../platform/journal/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { AgreementSigned, SignatureRefused } from '../signing/index.ts';
import {
  followFrameworksSweep,
  keep,
  renewExpresslyHandler,
  stopRenewalHandler,
  withdrawFrameworkHandler,
} from './app/answer-framework.handler.ts';
import { draftFrameworkHandler, saveFrameworkHandler } from './app/draft-framework.handler.ts';
import { frameworkDetail, frameworksFor, previewFramework } from './app/read-frameworks.ts';
import { renderFrameworkJob } from './app/render-framework.handler.ts';
import { sendFrameworkHandler } from './app/send-framework.handler.ts';
import { lockFramework } from './db/frameworks.store.ts';
import { refuseFramework, signFramework } from './domain/answer-framework.ts';
import { frameworkRoutes } from './http/routes.ts';

/** Frameworks follow what their signatories answer, in the transaction of that answer. */
const reactions = [
  onFact<AgreementSigned>('AgreementSigned', async (tx, { subject, signedAt, acceptedOn, level }) => {
    if (subject.type !== 'framework') return;
    const framework = (await lockFramework(tx, subject.id as never))!;
    const decision = await keep(tx, framework, signFramework(framework, { signedAt, acceptedOn, level }));
    if (!decision.ok) throw new Error(`Framework ${subject.id} cannot be signed: ${decision.code}`);
  }),
  onFact<SignatureRefused>('SignatureRefused', async (tx, { subject, reason }) => {
    if (subject.type !== 'framework') return;
    const framework = (await lockFramework(tx, subject.id as never))!;
    const decision = await keep(tx, framework, refuseFramework(framework, { reason }));
    if (!decision.ok) throw new Error(`Framework ${subject.id} cannot be refused: ${decision.code}`);
  }),
];

export const wireFrameworks = ({ db, pdf, files }: Platform): Wired => {
  const deps = { db };
  return {
    routes: [
      frameworkRoutes({
        frameworksFor: frameworksFor(deps),
        frameworkDetail: frameworkDetail(deps),
        previewFramework: previewFramework(deps),
        draftFramework: draftFrameworkHandler(deps),
        saveFramework: saveFrameworkHandler(deps),
        sendFramework: sendFrameworkHandler(deps),
        withdrawFramework: withdrawFrameworkHandler(deps),
        stopRenewal: stopRenewalHandler(deps),
        renewExpressly: renewExpresslyHandler(deps),
      }),
    ],
    jobs: [renderFrameworkJob({ pdf, files })],
    sweeps: [followFrameworksSweep],
    reactions,
  };
};
