import type { TenantId } from '../shared/ids.ts';
import { ApiClient, ApiRefusal } from './api-client.ts';
import { caller, provider } from './people.ts';

export type DemoAccount = { role: string; name: string; email: string; password: string };

const accounts: DemoAccount[] = [
  { role: 'responsable', name: provider.person.name, email: provider.person.email, password: provider.person.password },
  { role: 'appelante', name: caller.name, email: caller.email, password: caller.password },
];

/** `made`: the organisation and its owner signed in, when this start is the one that made them. */
export type FirstPage = { accounts: DemoAccount[]; made: { owner: ApiClient; tenantId: TenantId } | null };

/** The demonstration organisation of a first start, made by the same calls as anyone's. Made once: a later start finds it. */
export const seedFirstPage = async (baseUrl: string): Promise<FirstPage> => {
  const owner = new ApiClient(baseUrl);
  if (await alreadyThere(owner)) return { accounts, made: null };
  const { tenantId } = await owner.post<{ tenantId: TenantId }>('/sign-up', {
    person: provider.person,
    identity: provider.identity,
    isDemo: true,
  });
  await owner.post('/members', { email: caller.email, displayName: caller.name, role: 'caller' });
  await new ApiClient(baseUrl).post(`/links/${await invitationSentTo(owner, caller.email)}/session`, {
    password: caller.password,
  });
  return { accounts, made: { owner, tenantId } };
};

const alreadyThere = async (owner: ApiClient): Promise<boolean> => {
  try {
    await owner.post('/sign-in', { email: provider.person.email, password: provider.person.password });
    return true;
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 401) return false;
    throw error;
  }
};

const invitationSentTo = async (owner: ApiClient, email: string): Promise<string> => {
  const { mails } = await owner.get<{ mails: { mailId: string; to: { email: string } }[] }>('/mails');
  const { text } = await owner.get<{ text: string }>(`/mails/${mails.find(({ to }) => to.email === email)!.mailId}`);
  return /\/lien\/([\w-]+)/.exec(text)![1]!;
};
