import type { Wired } from '../../platform/http/index.ts';
import { defineJob } from '../../platform/jobs/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { askCode, declineToSign, giveConsent, initial, sign, viewScreen } from './app/client.handlers.ts';
import { delegate, dismissDelegate } from './app/delegation.handlers.ts';
import { askLinkAgain, askLinkByEmail, askMoreTime, describeSigningLink } from './app/link-help.handlers.ts';
import { remindersSweep } from './app/reminders.sweep.ts';
import type { SigningDeps } from './app/deps.ts';
import { runFileEvidence } from './app/file-evidence.job.ts';
import { fileEvidence, sealSignatures, sendSigningLink } from './app/jobs.ts';
import {
  askCountersignCode,
  countersign,
  extend,
  type Member,
  recordPaper,
  resendLink,
  setReminders,
} from './app/provider.handlers.ts';
import { readAsOwner, readAsSigner, readSigningFile } from './app/read-request.ts';
import { readSeal } from './app/read-seal.ts';
import { verifyFile } from './app/verify-file.handler.ts';
import { runSealSignatures } from './app/seal-signatures.job.ts';
import { runSendSigningLink } from './app/send-signing-link.job.ts';
import type { SigningState } from './domain/signature-request.ts';
import { readPlan, planSignatories } from './app/plan.handlers.ts';
import { planRoutes } from './http/plan.routes.ts';
import { linkHelpRoutes } from './http/link-help.routes.ts';
import { peopleRoutes } from './http/people.routes.ts';
import { signatureRequestRoutes, signingRoutes } from './http/routes.ts';
import { sealRoutes } from './http/seal.routes.ts';
import { verificationRoutes } from './http/verification.routes.ts';
import type { SignaturePlatform } from '../../platform/signature/index.ts';
import { listSignatures, withdrawSignature } from './queries.ts';
import { onFact } from '../../platform/journal/index.ts';

export type SigningHandlers = ReturnType<typeof signingHandlers>;

const signingHandlers = (deps: SigningDeps, signature: SignaturePlatform) => ({
  verifyFile: verifyFile({ db: deps.db, signature }),
  readSeal: async () => readSeal(signature, deps.db.clock.now()),
  readAsSigner: readAsSigner(deps),
  readSigningFile: readSigningFile(deps),
  readPlan: readPlan(deps),
  planSignatories: planSignatories(deps),
  viewScreen: viewScreen(deps),
  initial: initial(deps),
  giveConsent: giveConsent(deps),
  askCode: askCode(deps),
  sign: sign(deps),
  declineToSign: declineToSign(deps),
  list: (member: Member, where: { state?: SigningState; subjectId?: string; stalled?: boolean }) =>
    deps.db.withTenant(member.tenantId, member, (tx) => listSignatures(tx, where)),
  readAsOwner: readAsOwner(deps),
  askCountersignCode: askCountersignCode(deps),
  countersign: countersign(deps),
  recordPaper: recordPaper(deps),
  resendLink: resendLink(deps),
  extend: extend(deps),
  setReminders: setReminders(deps),
  delegate: delegate(deps),
  dismissDelegate: dismissDelegate(deps),
  describeSigningLink: describeSigningLink(deps),
  askLinkAgain: askLinkAgain(deps),
  askMoreTime: askMoreTime(deps),
  askLinkByEmail: askLinkByEmail(deps),
});

type SigningPlatform = Pick<Platform, 'db' | 'files' | 'config' | 'pdf' | 'signature' | 'accounts'>;

export const wireSigning = ({
  db,
  files,
  config,
  pdf,
  signature,
  accounts,
}: SigningPlatform): Wired & { handlers: SigningHandlers } => {
  const deps: SigningDeps = { db, files, publicUrl: config.publicUrl, checkPassword: accounts.checkPassword };
  const handlers = signingHandlers(deps, signature);
  return {
    handlers,
    routes: [
      signingRoutes(handlers),
      signatureRequestRoutes(handlers),
      peopleRoutes(handlers),
      linkHelpRoutes(handlers),
      verificationRoutes(handlers),
      sealRoutes(handlers),
      planRoutes(handlers),
    ],
    // What waits for a signature goes with the offer that was taken back.
    reactions: [
      onFact<{ type: 'QuoteWithdrawn'; quoteId: string; reason: string }>('QuoteWithdrawn', (tx, { quoteId, reason }) =>
        withdrawSignature(tx, { type: 'quote', id: quoteId }, reason),
      ),
    ],
    sweeps: [remindersSweep({ publicUrl: config.publicUrl })],
    jobs: [
      defineJob(sendSigningLink, runSendSigningLink(deps)),
      // A remote time authority may be away for hours: the signatures are already kept, the seal can wait.
      defineJob(sealSignatures, runSealSignatures({ files, pdf, signature }), { retryLimit: 12, firstRetrySeconds: 10 }),
      defineJob(fileEvidence, runFileEvidence({ files, pdf, signature })),
    ],
  };
};
