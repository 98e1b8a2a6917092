import { frenchMoney } from '../../../shared/french.ts';
import { cents } from '../../../shared/money.ts';
import { clockTime, momentOf } from '../../../shared/time.ts';
import { amendmentName } from '../../contracts/index.ts';
import type { ClientIdentity, ProviderIdentity } from '../../parties/index.ts';
import { peopleAsked } from '../../signing/index.ts';
import type { NewSignatureRequest } from '../../signing/queries.ts';
import type { AmendmentContent } from '../domain/amendment-content.ts';
import { articlesToInitial } from '../domain/articles-to-initial.ts';
import type { Amendment } from '../domain/amendment.ts';
import { changesInWords, effectWords } from '../documents/changes-in-words.ts';

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Who is asked to sign what, until when: the last minute of the last day, in Paris. */
export const signatureAsked = (
  amendment: Pick<Amendment, 'id' | 'dossierId'>,
  content: AmendmentContent,
  contentSha256: string,
): NewSignatureRequest => {
  const provider = content.provider as ProviderIdentity;
  const client = content.client as ClientIdentity;
  return {
    dossierId: amendment.dossierId,
    subject: { type: 'amendment', id: amendment.id },
    number: content.number,
    title: `${capital(amendmentName(content))} (${content.number}) au contrat ${content.amends.number}`,
    demo: content.isDemo,
    contentSha256,
    document: null,
    cgvVersion: null,
    summary: summaryOf(content),
    initials: articlesToInitial(content),
    expiresAt: momentOf(content.validUntil, clockTime('23:59')),
    ...peopleAsked({ provider, client, signatories: content.signatories }),
  };
};

/** About ten lines that a director reads on a phone: what it is about, what changes, what it costs, from when. */
const summaryOf = (content: AmendmentContent): NewSignatureRequest['summary'] => {
  const { before, after } = content.price;
  const difference = after.netCents - before.netCents;
  return [
    { label: 'Objet', value: content.subject },
    ...changesInWords(content)
      .slice(0, 7)
      .map(({ label, from, to }) => ({
        label,
        value: `${to.join(' ; ') || 'supprimé'} (jusqu’ici : ${from.join(' ; ') || 'rien'})`,
      })),
    {
      label: 'Prix',
      value:
        difference === 0
          ? `Inchangé : ${frenchMoney(cents(after.netCents))} HT.`
          : `${difference > 0 ? '+' : '−'}\u00a0${frenchMoney(cents(Math.abs(difference)))} HT, soit ${frenchMoney(cents(after.netCents))} HT au total.`,
    },
    { label: 'Prise d’effet', value: capital(effectWords(content)) },
    { label: 'Le reste', value: `Toutes les autres stipulations du contrat ${content.amends.number} sont inchangées.` },
  ];
};
