import type { ApiClient } from '../api-client.ts';
import { canonicalDraft, vagueDraft } from '../canonical-terms.ts';
import { client as clientIdentity, provider } from '../people.ts';
import type { Scene } from '../stage.ts';
import type { Instant } from '../../shared/time.ts';

export type Signed = {
  provider: ApiClient;
  client: ApiClient;
  clientId: string;
  dossierId: string;
  quoteId: string;
  quoteNumber: string;
  missionId: string;
};

/** Sign-up, client, quote. The article's vague quote is refused with its list; the complete one leaves. */
export const sendQuote = async (stage: Scene, { vatRegime }: { vatRegime: 'real' | 'franchise' }) => {
  const browser = stage.browser();
  const identity = vatRegime === 'real' ? provider.identity : { ...provider.identity, vatRegime: 'franchise' as const };
  await browser.post('/sign-up', { person: provider.person, identity, isDemo: true });
  const { clientId, dossierId } = await browser.post<{ clientId: string; dossierId: string }>('/clients', clientIdentity);

  const terms =
    vatRegime === 'real'
      ? canonicalDraft
      : { ...canonicalDraft, price: { ...canonicalDraft.price, vat: { regime: 'franchise' as const, rateBp: 0 } } };
  const title = 'Prospection téléphonique auprès des PME, mars 2026';
  const { id: quoteId } = await browser.post<{ id: string }>('/quotes', {
    clientId,
    title,
    validUntil: '2026-03-31',
    draft: vagueDraft,
  });
  const missing = await browser.post(`/quotes/${quoteId}/sending`).then(
    () => [],
    (refusal) => (refusal.body.details?.findings ?? []) as { fr: string }[],
  );
  await browser.put(`/quotes/${quoteId}/draft`, { revision: 1, title, validUntil: '2026-03-31', draft: terms });
  const { number } = await browser.post<{ number: string }>(`/quotes/${quoteId}/sending`);
  await stage.settle();
  return { browser, clientId, dossierId, quoteId, number, missing: missing.map(({ fr }) => fr) };
};

type MailBody = { mails: { mailId: string; subject: string; to: { email: string } }[] };

/** The text of the newest mail to someone: how a person finds a link or a code. */
export const newestMailTo = async (owner: ApiClient, email: string): Promise<string> => {
  const { mails } = await owner.get<MailBody>('/mails?limit=50');
  const mail = mails.find(({ to }) => to.email === email);
  if (!mail) throw new Error(`No mail to ${email}`);
  return (await owner.get<{ text: string }>(`/mails/${mail.mailId}`)).text;
};

export const linkIn = (text: string): string => /\/lien\/([\w.~-]+)/.exec(text)![1]!;
/** The newest link mailed to someone, whatever came after it. */
export const newestLinkTo = async (owner: ApiClient, email: string): Promise<string> => {
  const { mails } = await owner.get<MailBody>('/mails?limit=50');
  for (const { mailId } of mails.filter(({ to }) => to.email === email)) {
    const { text } = await owner.get<{ text: string }>(`/mails/${mailId}`);
    if (text.includes('/lien/')) return linkIn(text);
  }
  throw new Error(`No link to ${email}`);
};

const codeIn = (text: string): string => /\b(\d{3})\s?(\d{3})\b/.exec(text)!.slice(1, 3).join('');

/** The client signs on its link with a mailed code, the provider countersigns; the mission is open and the deposit issued. */
export const signBoth = async (
  stage: Scene,
  owner: ApiClient,
  quoteId: string,
  { clientAt, providerAt }: { clientAt: Instant; providerAt: Instant },
) => {
  await stage.goTo(clientAt);
  const signer = stage.browser();
  const token = linkIn(await newestMailTo(owner, clientIdentity.signatory.email));
  await signer.post(`/links/${token}/session`);
  const { signatureRequestId } = await owner.get<{ signatureRequestId: string }>(`/quotes/${quoteId}`);
  const request = await signer.get<{
    consentText: string;
    documentSha256: string;
    initials: { id: string }[];
    suggestedInitials: string;
  }>(`/signing/${signatureRequestId}`);
  await signer.post(`/signing/${signatureRequestId}/views`, { screen: 'summary', seconds: 35 });
  await signer.post(`/signing/${signatureRequestId}/views`, {
    screen: 'document',
    seconds: 240,
    scrolledPercent: 100,
    pagesSeen: 9,
  });
  for (const { id: clauseId } of request.initials)
    await signer.post(`/signing/${signatureRequestId}/initials`, { clauseId, initials: request.suggestedInitials });
  await signer.post(`/signing/${signatureRequestId}/consent`, { text: request.consentText });
  await signer.post(`/signing/${signatureRequestId}/code`);
  await stage.settle();
  const code = codeIn(await newestMailTo(owner, clientIdentity.signatory.email));
  await signer.post(`/signing/${signatureRequestId}/signature`, { code, documentSha256: request.documentSha256 });

  await stage.goTo(providerAt);
  await owner.post(`/signature-requests/${signatureRequestId}/countersignature`, {
    documentSha256: request.documentSha256,
    password: provider.person.password,
  });
  await stage.settle();
  const { missions } = await owner.get<{ missions: { id: string; quoteId: string }[] }>('/missions');
  return { signer, signatureRequestId, missionId: missions.find((mission) => mission.quoteId === quoteId)!.id };
};
