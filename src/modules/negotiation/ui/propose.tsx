import { useState } from 'react';
import { Button, Section, TextField } from '../../../web/design/index.ts';
import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { ArticlePanel } from './article-panel.tsx';
import { messages } from './messages.ts';
import { RemarkForm } from './remark-form.tsx';
import type { Discussed } from './shapes.ts';

/** Every article of the document, to open and discuss; found by a word of its title or of a condition in it. */
export const Propose = ({ discussed }: { discussed: Discussed }) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const [sought, setSought] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const plain = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const found = discussed.clauses.filter(({ title, number }) => {
    const terms = discussed.terms.filter(({ article }) => article === number || article?.startsWith(`${number}.`));
    return plain([number, title, ...terms.map((term) => term[language])].join(' ')).includes(plain(sought.trim()));
  });
  const parts = [...new Set(found.map(({ part }) => part))];
  return (
    <Section title={t('openTitle')}>
      <p className="max-w-reading text-sm text-ink-soft">{t('openLead')}</p>
      <TextField label={t('searchArticle')} value={sought} onChange={setSought} type="search" />
      {found.length === 0 && <p className="text-sm text-ink-soft">{t('noArticle')}</p>}
      {parts.map((part) => (
        <div key={part} className="flex flex-col gap-1">
          <h3 className="pt-2 text-sm font-semibold text-ink-soft">{part}</h3>
          <ul className="flex flex-col divide-y divide-line border-y border-line">
            {found
              .filter((clause) => clause.part === part)
              .map((clause) => {
                const isOpen = open === clause.clauseId;
                const count = discussed.items.filter(
                  (item) =>
                    (item.target.kind === 'clause' && item.target.clauseId === clause.clauseId) ||
                    item.article === clause.number ||
                    item.article?.startsWith(`${clause.number}.`),
                ).length;
                return (
                  <li key={clause.clauseId}>
                    <h4>
                      <button
                        type="button"
                        aria-expanded={isOpen}
                        onClick={() => setOpen(isOpen ? null : clause.clauseId)}
                        className="flex min-h-11 w-full cursor-pointer items-center justify-between gap-4 py-2 text-left text-base hover:text-primary"
                      >
                        <span>{t('article', { number: clause.number, title: clause.title })}</span>
                        <span className="text-right text-xs text-ink-soft">
                          {count > 0 && t('discussedMark', { count })} <span aria-hidden>{isOpen ? '▴' : '▾'}</span>
                        </span>
                      </button>
                    </h4>
                    {isOpen && <ArticlePanel discussed={discussed} clauseId={clause.clauseId} onSent={() => setOpen(null)} />}
                  </li>
                );
              })}
          </ul>
        </div>
      ))}
      <WholeRemark discussed={discussed} />
    </Section>
  );
};

const WholeRemark = ({ discussed }: { discussed: Discussed }) => {
  const t = useMessages(messages);
  const [writing, setWriting] = useState(false);
  return writing ? (
    <RemarkForm subject={discussed.subject} target={{ kind: 'document' }} onDone={() => setWriting(false)} />
  ) : (
    <div>
      <Button variant="quiet" onPress={() => setWriting(true)}>
        {t('wholeRemark')}
      </Button>
    </div>
  );
};
