import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { useEditing } from './editing.tsx';
import { messages } from './messages.ts';
import { draftMoney } from './price-draft.ts';

/** The price as the client will read it: excluding VAT first. */
export const Totals = () => {
  const t = useMessages(messages);
  const format = useFormats();
  const { content } = useEditing();
  const { netCents, vatCents, grossCents, rateBp, isComplete, hasOptions, optionsCents } = draftMoney(content.draft);
  return (
    <dl className="ml-auto grid w-fit grid-cols-[auto_auto] gap-x-8 gap-y-1 text-sm tabular-nums">
      <dt className="font-medium">{t('totalNet')}</dt>
      <dd className="text-right text-base font-semibold">{format.money(netCents)}</dd>
      {rateBp > 0 && (
        <>
          <dt className="text-ink-soft">{t('totalVat', { rate: format.rate(rateBp) })}</dt>
          <dd className="text-right text-ink-soft">{format.money(vatCents)}</dd>
          <dt className="text-ink-soft">{t('totalGross')}</dt>
          <dd className="text-right text-ink-soft">{format.money(grossCents)}</dd>
        </>
      )}
      {hasOptions && (
        <>
          <dt className="text-ink-soft">{t('totalOptions')}</dt>
          <dd className="text-right text-ink-soft">{format.money(optionsCents)}</dd>
        </>
      )}
      {!isComplete && <dd className="col-span-2 text-right text-xs text-caution">{t('totalPartial')}</dd>}
    </dl>
  );
};
