import { useEffect } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Link, StateLabel } from '../../../web/design/index.ts';
import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { usePlace } from './finding-card.tsx';
import { messages } from './messages.ts';
import type { AuditAnswer } from './shapes.ts';

/** What the audit finds in a draft about to be sent: its warnings, never a lock. What blocks is said by the quote's own check. */
export const DraftAudit = ({ quoteId }: { quoteId: string }) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const place = usePlace();
  const run = useCommand(() => request<AuditAnswer>('POST', '/audits', { source: 'quote', quoteId }), { quiet: true });
  const { mutate } = run;
  useEffect(() => mutate(), [mutate]);
  if (run.error) return <p className="text-xs text-ink-soft">{t('notRun', { why: run.error.message })}</p>;
  if (!run.data) return null;
  const findings = run.data.findings.filter(({ severity }) => severity !== 'conseil');
  return (
    <section aria-label={t('draftAudit')} className="flex flex-col gap-2 border-t border-line pt-3 text-sm">
      <p className="flex flex-wrap items-baseline justify-between gap-3">
        <span className="font-semibold text-ink">{t('scoreWords', { score: run.data.score.score })}</span>
        <Link to={`/audit?devis=${quoteId}`}>{t('draftAuditOpen')}</Link>
      </p>
      {findings.length === 0 ? (
        <p className="text-ink-soft">{t('draftAuditNone')}</p>
      ) : (
        <>
          <p className="text-ink-soft">{t('draftAuditLead')}</p>
          <ul className="flex flex-col gap-1">
            {findings.slice(0, 6).map((finding) => (
              <li key={finding.key} className="flex flex-wrap justify-between gap-x-3">
                <span className="text-ink">
                  {finding.rule} · {finding.title[language]}
                </span>
                <StateLabel tone={finding.severity === 'bloquant' ? 'bad' : 'caution'}>{place(finding)}</StateLabel>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
