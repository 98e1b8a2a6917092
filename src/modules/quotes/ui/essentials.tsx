import { Card } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import { draftSummary } from '../documents/quote-summary.ts';
import { messages } from './messages.ts';
import { draftMoney } from './price-draft.ts';

/** One page as a director reads it: what is bought, within which limits, when it is paid and how it ends. */
export const Essentials = ({ draft }: { draft: DraftTerms }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const { netCents, grossCents, vatCents } = draftMoney(draft);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-xs text-ink-soft">{t('essentialLead')}</p>
      <Card>
        <p className="text-xs text-ink-soft">{t('essentialTotal')}</p>
        <p className="text-xl font-semibold tabular-nums">{t('lineAmount', { amount: format.money(netCents) })}</p>
        {vatCents > 0 && (
          <p className="text-sm text-ink-soft tabular-nums">{`${format.money(grossCents)} ${t('gross').replace(/^Total\s/, '')}`}</p>
        )}
        <dl lang="fr" className="prose-document mt-4 flex flex-col gap-3 text-[0.95rem]!">
          {draftSummary(draft).map(({ label, words }) => (
            <div key={label} className="border-t border-line pt-2">
              <dt className="font-sans text-xs text-ink-soft">{label}</dt>
              <dd className={words === null ? 'text-caution' : undefined}>{words ?? t('toComplete')}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </div>
  );
};
