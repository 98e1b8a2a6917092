import type { Tx } from '../../../platform/db/index.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { articleOf } from '../../contracts/index.ts';
import { addressLines, type ClientIdentity, nameOnDocuments, type ProviderIdentity } from '../../parties/index.ts';
import { clientById, organisation } from '../../parties/queries.ts';
import type { LetterFrame } from '../documents/letter-words.ts';
import type { Correspondent } from '../domain/notice.ts';
import { type Asker, type MissionInLife, partyOf } from './asker.ts';

/** Who writes to whom about which contract. A letter bears the addresses of its own day, not those of the signature. */
export const letterFrame = async (tx: Tx, actor: Asker, { mission, terms }: MissionInLife): Promise<LetterFrame> => {
  const { identity: provider, isDemo } = await organisation(tx);
  const { identity: client } = (await clientById(tx, mission.clientId))!;
  const author = partyOf(actor);
  const parties = { provider: providerWrites(provider), client: clientWrites(client) };
  const { content } = terms;
  return {
    author,
    demo: isDemo || content.isDemo,
    reference: `Contrat n° ${content.number}`,
    from: parties[author],
    to: parties[author === 'provider' ? 'client' : 'provider'],
    place: author === 'provider' ? provider.address.city : client.address.city,
    sentAt: tx.now,
    about: [
      { label: 'Contrat', value: `${content.number}, « ${content.title} »` },
      { label: 'Conclu le', value: frenchDay(mission.openedAt) },
    ],
    salutation: 'Madame, Monsieur,',
    signedBy: {
      name: actor.displayName,
      role: author === 'client' && client.signatory.name === actor.displayName ? (client.signatory.role ?? null) : null,
    },
    contract: { number: content.number, title: content.title, signedOn: civilDateOf(mission.openedAt) },
    articleOf: (term) => articleOf(content.articles, term),
  };
};

const frenchDay = (at: MissionInLife['mission']['openedAt']) =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(new Date(at));

const providerWrites = (identity: ProviderIdentity): Correspondent => ({
  name: nameOnDocuments(identity),
  lines: [...addressLines(identity.address)],
  attention: null,
  email: identity.email,
});

const clientWrites = ({ name, address, signatory }: ClientIdentity): Correspondent => ({
  name,
  lines: [...addressLines(address)],
  attention: `À l’attention de ${signatory.name}${signatory.role ? `, ${signatory.role.charAt(0).toLowerCase()}${signatory.role.slice(1)}` : ''}`,
  email: signatory.email,
});
