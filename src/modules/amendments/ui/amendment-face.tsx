import { Empty, Section } from '../../../web/design/index.ts';
import { useFormats, useLanguage, useMessages } from '../../../web/i18n/index.ts';
import type { Article, DocumentPart } from '../../clauses/index.ts';
import { Articles } from '../../clauses/screens.ts';
import { namedReferences } from '../domain/named-references.ts';
import { ChangesTable } from './changes-table.tsx';
import { messages } from './messages.ts';
import type { AmendmentDetail } from './shapes.ts';

/** What an amendment says: conditions before and after, the price, the articles as they will read. */
export const AmendmentFace = ({ amendment }: { amendment: AmendmentDetail }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const { language } = useLanguage();
  const { before, after } = amendment.price;
  const difference = after.netCents - before.netCents;
  if (amendment.changes.length === 0 && amendment.articles.length === 0)
    return amendment.findings.some(({ rule }) => rule !== 'nothing_changes' && rule !== 'subject_missing') ? (
      <Empty title={t('mendFirst')}>{t('mendFirstHint')}</Empty>
    ) : (
      <Empty title={t('noChange')}>{t('noChangeHint')}</Empty>
    );
  return (
    <>
      {amendment.changes.length > 0 && (
        <Section title={t('what')}>
          <ChangesTable changes={amendment.changes} />
        </Section>
      )}
      <Section title={t('price')}>
        <dl className="flex max-w-md flex-col gap-1 text-sm">
          {(
            [
              ['priceFrom', before.netCents],
              ['priceTo', after.netCents],
              ['difference', difference],
            ] as const
          ).map(([key, amount]) => (
            <div key={key} className="flex justify-between gap-4 border-b border-line py-1 last:font-semibold">
              <dt>{t(key)}</dt>
              <dd className="tabular-nums">
                {t('net', { money: `${key === 'difference' && amount > 0 ? '+' : ''}${format.money(amount)}` })}
              </dd>
            </div>
          ))}
        </dl>
        {amendment.computation.length > 0 && (
          <div className="flex flex-col gap-1 text-sm text-ink-soft">
            <h3 className="font-medium text-ink">{t('computation')}</h3>
            {amendment.computation.map((one) => (
              <p key={one.fr}>
                {one[language]}
                {' : '}
                {(language === 'fr' ? one.formulaFr : one.formulaEn) ?? t('unpriced')}
                {one.amountCents !== null && ` = ${format.money(one.amountCents)}`}
              </p>
            ))}
          </div>
        )}
      </Section>
      {amendment.articles.length > 0 && (
        <Section title={t('texts')}>
          <div className="prose-document max-w-reading">
            <Articles parts={partsOf(amendment, (kind) => t(kind))} lit={null} looked={null} />
          </div>
        </Section>
      )}
    </>
  );
};

const partsOf = (
  { articles, references }: AmendmentDetail,
  word: (kind: 'replaced' | 'added' | 'removed') => string,
): DocumentPart[] =>
  [...new Set(articles.map(({ part }) => part))].map((part, index) => ({
    id: String(index),
    kind: 'body',
    title: part,
    versionLine: null,
    articles: articles
      .filter((article) => article.part === part)
      .map(({ id, number, title, kind, blocks }): Article => ({
        id,
        number,
        title: [title, `(${word(kind)})`].filter(Boolean).join(' '),
        blocks: namedReferences(blocks, references) as unknown as Article['blocks'],
      })),
  }));
