import { expect } from 'vitest';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import type { Instant } from '../../../shared/time.ts';
import { instant } from '../../../shared/time.ts';
import { aClient, type RunningTest, type Visitor } from '../../../../test/support/running-cadran.ts';

export type Json = Record<string, any>;
export const clientEmail = 'anne@martin.example';
const password = 'une phrase assez longue';

/** The answer’s body, after checking that the call was accepted. */
export const ok = async (answered: ReturnType<Visitor['call']>): Promise<Json> => {
  const response = await answered;
  expect([response.statusCode, response.body]).toEqual([expect.toSatisfy((status: number) => status < 300), expect.anything()]);
  return response.json() as Json;
};

const mailsTo = async (owner: Visitor, email: string): Promise<string[]> => {
  const { mails } = await ok(owner.call('GET', '/mails?limit=50'));
  const mine = (mails as { mailId: string; to: { email: string } }[]).filter(({ to }) => to.email === email);
  return Promise.all(mine.map(async ({ mailId }) => String((await ok(owner.call('GET', `/mails/${mailId}`)))['text'])));
};

/** Opens the mailed link that leads where it should, the newest first. */
export const openLink = async (
  cadran: RunningTest,
  owner: Visitor,
  leads: (visitor: Visitor) => Promise<boolean>,
): Promise<Visitor> => {
  for (const text of await mailsTo(owner, clientEmail)) {
    const token = /\/(?:lien|espace|signer)\/([\w.~-]{20,})/.exec(text)?.[1];
    if (!token) continue;
    const visitor = cadran.visitor();
    await visitor.call('POST', `/links/${token}/session`);
    if (await leads(visitor)) return visitor;
  }
  throw new Error('no mailed link leads there');
};

/** Both sign what a signature request asks, as people do: the client by its link and its code, then the provider. */
export const signBoth = async (cadran: RunningTest, owner: Visitor, requestId: string) => {
  await clientSigns(cadran, owner, requestId);
  return providerSigns(cadran, owner, requestId);
};

export const clientSigns = async (cadran: RunningTest, owner: Visitor, requestId: string) => {
  await cadran.worker.drainJobs();
  const signer = await openLink(
    cadran,
    owner,
    async (visitor) => (await visitor.call('GET', `/signing/${requestId}`)).statusCode === 200,
  );
  const request = await ok(signer.call('GET', `/signing/${requestId}`));
  await signer.call('POST', `/signing/${requestId}/views`, { screen: 'summary', seconds: 30 });
  await signer.call('POST', `/signing/${requestId}/views`, {
    screen: 'document',
    seconds: 200,
    scrolledPercent: 100,
    pagesSeen: 3,
  });
  for (const { id: clauseId } of request['initials'] as { id: string }[])
    await ok(signer.call('POST', `/signing/${requestId}/initials`, { clauseId, initials: request['suggestedInitials'] }));
  await ok(signer.call('POST', `/signing/${requestId}/consent`, { text: request['consentText'] }));
  await ok(signer.call('POST', `/signing/${requestId}/code`));
  await cadran.worker.drainJobs();
  const code = (await mailsTo(owner, clientEmail)).map((text) => /\b(\d{3})\s?(\d{3})\b/.exec(text)).find(Boolean)!;
  await ok(
    signer.call('POST', `/signing/${requestId}/signature`, {
      code: `${code[1]}${code[2]}`,
      documentSha256: request['documentSha256'],
    }),
  );
  return signer;
};

export const providerSigns = async (cadran: RunningTest, owner: Visitor, requestId: string) => {
  const { documentSha256 } = await ok(owner.call('GET', `/signature-requests/${requestId}`));
  return owner.call('POST', `/signature-requests/${requestId}/countersignature`, { documentSha256, password });
};

/** The canonical mission, signed by both at that moment. */
export const signedMission = async (
  cadran: RunningTest,
  { at = instant('2026-03-05T10:00:00Z') as Instant, draft = canonicalDraft as object } = {},
) => {
  cadran.clock.set(instant('2026-03-02T09:00:00Z'));
  const owner = await cadran.owner({ isDemo: true });
  const { clientId, dossierId } = await ok(owner.call('POST', '/clients', aClient()));
  const { id: quoteId } = await ok(
    owner.call('POST', '/quotes', { clientId, title: 'Prospection de mars', validUntil: '2026-03-31', draft }),
  );
  const { signatureRequestId } = await ok(owner.call('POST', `/quotes/${quoteId}/sending`));
  cadran.clock.set(at);
  expect((await signBoth(cadran, owner, signatureRequestId)).statusCode).toBe(200);
  const { missions } = await ok(owner.call('GET', '/missions'));
  return { owner, clientId, dossierId, quoteId, missionId: missions[0].id as string };
};
