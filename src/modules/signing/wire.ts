import type { Wired } from '../../platform/http/index.ts';
import { defineJob } from '../../platform/jobs/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { askCode, declineToSign, giveConsent, sign, viewScreen } from './app/client.handlers.ts';
import type { SigningDeps } from './app/deps.ts';
import { runFileEvidence } from './app/file-evidence.job.ts';
import { fileEvidence, sealSignatures, sendSigningLink } from './app/jobs.ts';
import { askCountersignCode, countersign, type Member, recordPaper, resendLink } from './app/provider.handlers.ts';
import { readAsOwner, readAsSigner, readSigningFile } from './app/read-request.ts';
import { runSealSignatures } from './app/seal-signatures.job.ts';
import { runSendSigningLink } from './app/send-signing-link.job.ts';
import type { SigningState } from './domain/signature-request.ts';
import { signatureRequestRoutes, signingRoutes } from './http/routes.ts';
import { listSignatures, withdrawSignature } from './queries.ts';
import { onFact } from '../../platform/journal/index.ts';

export type SigningHandlers = ReturnType<typeof signingHandlers>;

const signingHandlers = (deps: SigningDeps) => ({
  readAsSigner: readAsSigner(deps),
  readSigningFile: readSigningFile(deps),
  viewScreen: viewScreen(deps),
  giveConsent: giveConsent(deps),
  askCode: askCode(deps),
  sign: sign(deps),
  declineToSign: declineToSign(deps),
  list: (member: Member, where: { state?: SigningState; subjectId?: string }) =>
    deps.db.withTenant(member.tenantId, member, (tx) => listSignatures(tx, where)),
  readAsOwner: readAsOwner(deps),
  askCountersignCode: askCountersignCode(deps),
  countersign: countersign(deps),
  recordPaper: recordPaper(deps),
  resendLink: resendLink(deps),
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
  const handlers = signingHandlers(deps);
  return {
    handlers,
    routes: [signingRoutes(handlers), signatureRequestRoutes(handlers)],
    // What waits for a signature goes with the offer that was taken back.
    reactions: [
      onFact<{ type: 'QuoteWithdrawn'; quoteId: string }>('QuoteWithdrawn', (tx, { quoteId }) =>
        withdrawSignature(tx, { type: 'quote', id: quoteId }),
      ),
    ],
    jobs: [
      defineJob(sendSigningLink, runSendSigningLink(deps)),
      // A remote time authority may be away for hours: the signatures are already kept, the seal can wait.
      defineJob(sealSignatures, runSealSignatures({ files, pdf, signature }), { retryLimit: 12, firstRetrySeconds: 10 }),
      defineJob(fileEvidence, runFileEvidence({ files, pdf, signature })),
    ],
  };
};
