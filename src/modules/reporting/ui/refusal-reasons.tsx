import { Section } from '../../../web/design/index.ts';
import type { Board } from './shapes.ts';
import { useWords } from './use-words.ts';

/** Why people say no: those who are called, and the client about appointments. Both sides see the same. */
export const RefusalReasons = ({ board }: { board: Board }) => {
  const { t } = useWords();
  const { onCalls, byClient } = board.refusals;
  const { criteria } = board.articles;
  return (
    <Section title={t('refusals')}>
      <div className="grid gap-8 lg:grid-cols-2">
        <Ranked title={t('onCalls')} rows={onCalls} none={t('onCallsNone')} />
        <Ranked
          title={criteria ? `${t('byClient')} (${t('article', { article: criteria })})` : t('byClient')}
          rows={byClient}
          none={t('byClientNone')}
        />
      </div>
    </Section>
  );
};

const Ranked = ({ title, rows, none }: { title: string; rows: readonly { label: string; count: number }[]; none: string }) => {
  const { format } = useWords();
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <div className="flex flex-col gap-3">
      <h3 className="font-medium">{title}</h3>
      {rows.length === 0 && <p className="text-ink-soft">{none}</p>}
      <ol className="flex flex-col gap-2">
        {rows.slice(0, 8).map(({ label, count }) => (
          <li key={label} className="flex flex-col gap-1">
            <span className="flex justify-between gap-4">
              <span>{label}</span>
              <span className="tabular-nums">{format.count(count)}</span>
            </span>
            <svg aria-hidden viewBox="0 0 100 2" preserveAspectRatio="none" className="h-1.5 w-full">
              <rect width="100" height="2" fill="var(--color-line)" />
              <rect width={(count / most) * 100} height="2" fill="var(--color-primary)" />
            </svg>
          </li>
        ))}
      </ol>
    </div>
  );
};
