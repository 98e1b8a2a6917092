import { Empty, Section, StateLabel, type Tone } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { headings, headingTitles } from '../../contracts/index.ts';
import { useLanguage } from '../../../web/i18n/index.ts';
import type { ClauseChange, ClauseStatus, Comparison as Compared, TermChange } from '../domain/comparison.ts';
import { isSame } from '../domain/comparison.ts';
import { messages } from './messages.ts';
import { RedlineView } from './redline-view.tsx';

const tones: Record<ClauseStatus, Tone> = {
  added: 'good',
  modified: 'caution',
  removed: 'bad',
  moved: 'neutral',
  unchanged: 'neutral',
};

/** What changed between two states of a document: conditions first, then clauses, then the words, with their legend. */
export const Comparison = ({ comparison }: { comparison: Compared }) => {
  const t = useMessages(messages);
  if (isSame(comparison)) return <Empty title={t('same')}>{t('sameWhy')}</Empty>;
  const changed = comparison.clauses.filter(({ status }) => status !== 'unchanged');
  const worded = changed.filter(({ passages }) => passages.length > 0);
  return (
    <div className="flex flex-col gap-8">
      <Section title={t('terms')}>
        {comparison.terms.length === 0 ? (
          <p className="text-sm text-ink-soft">{t('noTerms')}</p>
        ) : (
          <TermGroups terms={comparison.terms} />
        )}
      </Section>
      <Section title={t('clauses')}>
        {changed.length > 0 && <ClauseList clauses={changed} />}
        <p className="text-sm text-ink-soft">{t('unchangedCount', { count: comparison.clauses.length - changed.length })}</p>
      </Section>
      {worded.length > 0 && (
        <Section title={t('words')}>
          <Legend />
          <div className="flex flex-col gap-6">
            {worded.map((clause) => (
              <ClauseWords key={clause.id} clause={clause} />
            ))}
          </div>
        </Section>
      )}
    </div>
  );
};

const TermGroups = ({ terms }: { terms: readonly TermChange[] }) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  return (
    <div className="flex flex-col gap-5">
      {headings.map((heading) => {
        const own = terms.filter((term) => term.heading === heading);
        if (own.length === 0) return null;
        return (
          <div key={heading} className="flex flex-col gap-2">
            <h3 className="text-sm font-semibold text-ink-soft">{headingTitles[heading][language]}</h3>
            <dl className="flex flex-col divide-y divide-line border-y border-line">
              {own.map((term) => (
                <div key={term.path} className="grid gap-x-6 gap-y-1 py-3 md:grid-cols-[14rem_1fr_1fr]">
                  <dt className="text-sm font-medium">
                    {term.label}
                    {term.article && (
                      <span className="block text-xs font-normal text-ink-soft">{t('place', { article: term.article })}</span>
                    )}
                  </dt>
                  <Words label={t('before')} words={term.removed} kind="removed" />
                  <Words label={t('after')} words={term.added} kind="added" />
                </div>
              ))}
            </dl>
          </div>
        );
      })}
    </div>
  );
};

const Words = ({ label, words, kind }: { label: string; words: readonly string[]; kind: 'added' | 'removed' }) => (
  <dd className="min-w-0 text-sm">
    <span className="block text-xs text-ink-soft">{label}</span>
    {words.length === 0 ? (
      <span className="text-ink-soft">—</span>
    ) : (
      <ul className="flex flex-col gap-1">
        {words.map((line) => (
          <li key={line} className="break-words">
            {kind === 'removed' ? (
              <del className="text-bad line-through decoration-1">{line}</del>
            ) : (
              <ins className="font-medium text-good underline decoration-1 underline-offset-4">{line}</ins>
            )}
          </li>
        ))}
      </ul>
    )}
  </dd>
);

const numberOf = ({ number }: ClauseChange) =>
  number.before && number.after && number.before !== number.after
    ? `${number.before} → ${number.after}`
    : (number.after ?? number.before ?? '');

const ClauseList = ({ clauses }: { clauses: readonly ClauseChange[] }) => {
  const t = useMessages(messages);
  return (
    <ul className="flex flex-col divide-y divide-line border-y border-line">
      {clauses.map((clause) => (
        <li key={clause.id} className="grid gap-x-6 gap-y-1 py-2.5 text-sm md:grid-cols-[14rem_1fr]">
          <StateLabel tone={tones[clause.status]}>
            {clause.status === 'modified' && clause.moved ? t('clause_modified_moved') : t(`clause_${clause.status}`)}
          </StateLabel>
          <span className="min-w-0">
            <span className="font-medium">{t('article', { number: numberOf(clause), title: clause.title })}</span>
            <span className="block text-xs text-ink-soft">{clause.part}</span>
          </span>
        </li>
      ))}
    </ul>
  );
};

const Legend = () => {
  const t = useMessages(messages);
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm" aria-label={t('legend')}>
      <ins className="text-good underline decoration-1 underline-offset-4">{t('legendAdded')}</ins>
      <del className="text-bad line-through decoration-1">{t('legendRemoved')}</del>
      <span className="text-ink-soft">{t('legendKept')}</span>
    </p>
  );
};

const ClauseWords = ({ clause }: { clause: ClauseChange }) => {
  const t = useMessages(messages);
  return (
    <article className="flex flex-col gap-3" aria-label={clause.title}>
      <h3 className="text-base font-semibold">
        {t('article', { number: clause.number.after ?? clause.number.before ?? '', title: clause.title })}
      </h3>
      {clause.passages.map((passage) => (
        <div key={passage.id} className="border-l-2 border-line pl-4">
          {passage.id !== clause.id && (
            <p className="mb-1 text-sm text-ink-soft">
              {passage.number.after ?? passage.number.before} {passage.title}
            </p>
          )}
          <RedlineView redline={passage.redline} />
        </div>
      ))}
    </article>
  );
};
