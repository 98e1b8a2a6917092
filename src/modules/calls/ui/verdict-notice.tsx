import { Notice } from '../../../web/design/index.ts';
import { ruleName, sourceOf } from '../domain/gate-sentence.ts';
import type { Check, Words } from './shapes.ts';
import { useWords } from './use-words.ts';

/** What the gate says, in one sentence with its article; each rule below it for who wants to know. */
export const VerdictNotice = ({
  allowed,
  sentence,
  checks,
}: {
  allowed: boolean;
  sentence: Words | null;
  checks: readonly Check[];
}) => {
  const { t, inLanguage, language } = useWords();
  const refused = checks.filter(({ ok }) => !ok);
  return (
    <Notice tone={allowed ? 'good' : 'bad'}>
      <p className="font-medium">{allowed ? t('gateAllowed') : sentence ? inLanguage(sentence) : ''}</p>
      <details className="mt-2 text-sm">
        <summary className="cursor-pointer text-ink-soft">{`${t('gateDetail')} (${checks.length - refused.length} / ${checks.length})`}</summary>
        <ul className="mt-2 flex flex-col gap-1">
          {[...refused, ...checks.filter(({ ok }) => ok)].map((check) => (
            <li key={check.rule} className="flex flex-wrap gap-x-2">
              <span aria-hidden className={check.ok ? 'text-good' : 'text-bad'}>
                {check.ok ? '✓' : '▲'}
              </span>
              <span>{ruleName(check.rule, language)}</span>
              <span className="text-ink-soft">
                {[sourceOf(check, language), check.ok ? t('ruleOk') : t('ruleNo')].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Notice>
  );
};
