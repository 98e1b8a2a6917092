import type { ApiClient } from '../api-client.ts';
import { client as clientIdentity } from '../people.ts';
import type { Scene } from '../stage.ts';
import { type CanonicalAppointment, paris } from '../story.ts';
import { linkIn, newestLinkTo } from './sign-contract.ts';

/** The client opens the link of its first appointment's mail: no account, the same session for all that follows. */
export const clientBrowser = async (stage: Scene, owner: ApiClient): Promise<ApiClient> => {
  await stage.settle();
  const browser = stage.browser();
  await browser.post(`/links/${await newestLinkTo(owner, clientIdentity.signatory.email)}/session`);
  return browser;
};

type Decided = { at: string; decide: (ids: ReadonlyMap<string, string>) => Promise<unknown> };

/** What each side does about one appointment, and when: accept, refuse on a criterion and a moment, contest, rule. Silence does nothing. */
export const decisionsOf = (
  appointment: CanonicalAppointment,
  stage: Scene,
  people: { owner: ApiClient; client: () => ApiClient },
): Decided[] => {
  const { ref, acceptedAt, refused, contested, ruling } = appointment;
  const path = (ids: ReadonlyMap<string, string>) => `/appointments/${ids.get(ref)}`;
  return [
    ...(acceptedAt
      ? [{ at: acceptedAt, decide: (ids: ReadonlyMap<string, string>) => people.client().post(`${path(ids)}/acceptance`) }]
      : []),
    ...(refused
      ? [
          {
            at: refused.at,
            decide: (ids: ReadonlyMap<string, string>) =>
              people
                .client()
                .post(`${path(ids)}/refusal`, { criterionId: refused.criterion, momentSeconds: refused.momentSeconds, text: '' }),
          },
        ]
      : []),
    ...(contested
      ? [
          {
            at: contested.at,
            decide: (ids: ReadonlyMap<string, string>) =>
              people.owner.post(`${path(ids)}/contest`, {
                momentSeconds: contested.momentSeconds,
                text: 'Le point est établi à cet instant de l’appel.',
              }),
          },
        ]
      : []),
    ...(ruling ? [{ at: ruling.at, decide: (ids: ReadonlyMap<string, string>) => rule(stage, people.owner, path(ids)) }] : []),
  ];
};

const arbiterEmail = 'arbitrage@exemple.fr';

const rule = async (stage: Scene, owner: ApiClient, path: string) => {
  await stage.settle();
  const arbiter = stage.browser();
  const { mails } = await owner.get<{ mails: { mailId: string; to: { email: string }; about: { id: string } | null }[] }>(
    '/mails?limit=200',
  );
  const mail = mails.find(({ to, about }) => to.email === arbiterEmail && path.endsWith(about?.id ?? '-'))!;
  const { text } = await owner.get<{ text: string }>(`/mails/${mail.mailId}`);
  await arbiter.post(`/links/${linkIn(text)}/session`);
  await arbiter.post(`${path}/ruling`, {
    inFavourOf: 'caller',
    text: 'L’enregistrement établit le critère à l’instant indiqué par le prestataire.',
  });
};

export const decisionTime = ({ at }: Decided) => paris(at);
