import { consentTo, type OptionsAsked } from '../../src/modules/signing/index.ts';
import type { RunningTest, Visitor } from './running-cadran.ts';

type RequestView = {
  consentText: string;
  documentSha256: string;
  options: OptionsAsked | null;
  initials: { id: string }[];
  suggestedInitials: string;
};
type Mails = { mails: { mailId: string; to: { email: string } }[] };

const newest = async (owner: Visitor, email: string, wanted: RegExp): Promise<RegExpExecArray> => {
  const { mails } = (await owner.call('GET', '/mails?limit=50')).json() as Mails;
  for (const { mailId } of mails.filter(({ to }) => to.email === email)) {
    const { text } = (await owner.call('GET', `/mails/${mailId}`)).json() as { text: string };
    const found = wanted.exec(text);
    if (found) return found;
  }
  throw new Error(`nothing like ${wanted} was mailed to ${email}`);
};

const ok = async (answered: Promise<{ statusCode: number; body: string; json: () => unknown }>) => {
  const response = await answered;
  if (response.statusCode >= 300) throw new Error(response.body);
  return response.json() as Record<string, string>;
};

type Asked = { signatureRequestId: string; email: string; chosen?: readonly string[] };

/** Both sign what waits for them, as people do: a link, a reading, a code; then the prestataire's password. `chosen`: options ticked. */
export const signAs = async (cadran: RunningTest, owner: Visitor, asked: Asked) => {
  await clientSigns(cadran, owner, asked);
  await countersigns(cadran, owner, asked);
};

export const countersigns = async (
  cadran: RunningTest,
  owner: Visitor,
  { signatureRequestId: id }: Pick<Asked, 'signatureRequestId'>,
) => {
  const { documentSha256 } = await ok(owner.call('GET', `/signature-requests/${id}`));
  const password = 'une phrase assez longue';
  await ok(owner.call('POST', `/signature-requests/${id}/countersignature`, { documentSha256, password }));
  await cadran.worker.drainJobs({ tolerateFailures: true });
};

/** One of the client's people signs by the link that was mailed. */
export const clientSigns = async (
  cadran: RunningTest,
  owner: Visitor,
  { signatureRequestId: id, email, chosen }: Asked,
): Promise<RequestView & { signer: Visitor }> => {
  await cadran.worker.drainJobs({ tolerateFailures: true });
  const signer = cadran.visitor();
  const link = (await newest(owner, email, /\/lien\/([\w.~-]+)/))[1]!;
  await ok(signer.call('POST', `/links/${link}/session`));
  const request = (await ok(signer.call('GET', `/signing/${id}`))) as never as RequestView;
  await ok(signer.call('POST', `/signing/${id}/views`, { screen: 'summary', seconds: 30 }));
  await ok(signer.call('POST', `/signing/${id}/views`, { screen: 'document', seconds: 200, scrolledPercent: 100, pagesSeen: 9 }));
  for (const { id: clauseId } of request.initials)
    await ok(signer.call('POST', `/signing/${id}/initials`, { clauseId, initials: request.suggestedInitials }));
  await ok(
    signer.call('POST', `/signing/${id}/consent`, {
      text: consentTo(request, chosen ?? []),
      ...(request.options ? { options: chosen ?? [] } : {}),
    }),
  );
  await ok(signer.call('POST', `/signing/${id}/code`));
  await cadran.worker.drainJobs({ tolerateFailures: true });
  const [, first, second] = await newest(owner, email, /\b(\d{3})\s?(\d{3})\b/);
  const { documentSha256 } = request;
  await ok(signer.call('POST', `/signing/${id}/signature`, { code: `${first}${second}`, documentSha256 }));
  await cadran.worker.drainJobs({ tolerateFailures: true });
  return { ...request, signer };
};
