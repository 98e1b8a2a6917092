import { Card } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import type { Finding, Score } from '../index.ts';
import { messages } from './messages.ts';

/** The score as a plain bar, the sentence that says what to do, and what each family took off. */
export const ScoreView = ({ score, findings }: { score: Score; findings: readonly Finding[] }) => {
  const t = useMessages(messages);
  const blocking = findings.filter(({ severity }) => severity === 'bloquant').length;
  const headline =
    findings.length === 0 ? t('headline_none') : blocking ? t('headline_blocking', { count: blocking }) : t('headline_fine');
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <p className="text-2xl font-semibold tabular-nums">
          <span className="sr-only">{t('scoreWords', { score: score.score })}</span>
          <span aria-hidden>{score.score}</span>
          <span aria-hidden className="ml-2 text-base font-normal text-ink-soft">
            {t('outOf')}
          </span>
        </p>
        <p className="min-w-48 flex-1 text-lg">{headline}</p>
      </div>
      <div aria-hidden className="h-2 overflow-hidden rounded-full bg-line">
        <div className="h-full bg-primary" style={{ width: `${score.score}%` }} />
      </div>
      <details className="text-sm">
        <summary className="cursor-pointer py-1 font-medium">{t('whyScore')}</summary>
        <p className="max-w-reading py-2 text-ink-soft">{t('whyScoreLead')}</p>
        <ul className="flex max-w-2xl flex-col">
          {score.parts.map(({ family, lost, cap, findings: count }) => (
            <li key={family} className="flex flex-wrap justify-between gap-x-4 border-t border-line py-2 tabular-nums">
              <span>{t(`family_${family}`)}</span>
              <span className="text-ink-soft">
                {t('findingsCount', { count })} · {lost === 0 ? t('lostNone') : t('lost', { lost, cap })}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
};
