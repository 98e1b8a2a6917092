import { Check } from 'lucide-react';
import { classes } from '../../../web/design/index.ts';
import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { type Heading, headingTitles } from '../../contracts/index.ts';
import type { QuoteFinding } from '../index.ts';
import { messages } from './messages.ts';

type RailProps = {
  /** The headings of which something is asked. */
  shown: readonly Heading[];
  findings: readonly QuoteFinding[];
  current: Heading;
  onChoose: (heading: Heading) => void;
  onFinding: (finding: QuoteFinding) => void;
  /** An amendment’s form says elsewhere what it needs. */
  isAmendment?: boolean;
};

/** The headings of this document; beside each, what still keeps the quote from leaving, in a sentence that leads to its field. */
export const HeadingsRail = ({ shown, findings, current, onChoose, onFinding, isAmendment = false }: RailProps) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  return (
    <nav aria-label={t('paneHeadings')} className="flex flex-col gap-4">
      <ol className="flex flex-col gap-0.5">
        {shown.map((heading) => {
          const missing = findings.filter((finding) => finding.heading === heading);
          return (
            <li key={heading}>
              <button
                type="button"
                onClick={() => onChoose(heading)}
                aria-current={heading === current ? 'true' : undefined}
                className={classes(
                  'flex min-h-9 w-full items-center justify-between gap-2 rounded-md px-2.5 py-1.5 text-left text-sm',
                  heading === current ? 'bg-primary-wash font-medium text-primary' : 'hover:bg-sunken',
                )}
              >
                {headingTitles[heading][language]}
                {missing.length ? (
                  <span className="flex items-center gap-1 text-xs font-medium text-caution tabular-nums">
                    <span aria-hidden>◆ {missing.length}</span>
                    <span className="sr-only">{t('missingCount', { count: missing.length })}</span>
                  </span>
                ) : (
                  <span className="text-good">
                    <Check size={14} aria-hidden />
                    <span className="sr-only">{t('complete')}</span>
                  </span>
                )}
              </button>
              {missing.length > 0 && <FindingList findings={missing} onFinding={onFinding} />}
            </li>
          );
        })}
      </ol>
      {findings.length === 0 && !isAmendment && <p className="px-2.5 text-sm text-good">{t('allComplete')}</p>}
    </nav>
  );
};

export const FindingList = ({
  findings,
  onFinding,
}: {
  findings: readonly QuoteFinding[];
  onFinding: (finding: QuoteFinding) => void;
}) => {
  const { language } = useLanguage();
  return (
    <ul className="mb-1.5 ml-2.5 flex flex-col border-l border-line pl-1">
      {findings.map((finding) => (
        <li key={finding.rule + finding.path}>
          <button
            type="button"
            onClick={() => onFinding(finding)}
            className="w-full rounded-md px-2 py-1 text-left text-xs text-ink-soft hover:bg-sunken hover:text-ink max-md:min-h-11"
          >
            {finding[language]}
          </button>
        </li>
      ))}
    </ul>
  );
};
