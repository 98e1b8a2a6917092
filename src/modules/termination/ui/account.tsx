import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { Account } from './shapes.ts';

/** The account between the parties if the contract ended on a day: the same figures as in the letter and on the last invoice. */
export const AccountTable = ({ account, isFixed = false }: { account: Account; isFixed?: boolean }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const rows = [
    ...account.lines.map(({ kind, label, quantity, netCents }) => ({
      label: kind === 'already_invoiced' ? t('alreadyInvoiced', { number: label }) : label,
      detail: quantity === '1' || quantity === '-1' ? null : t('quantity', { count: format.count(Number(quantity)) }),
      cents: netCents,
    })),
    { label: t('net'), detail: null, cents: account.netCents },
    ...(account.vatCents ? [{ label: t('vat'), detail: null, cents: account.vatCents }] : []),
    ...account.deposits.map(({ number, grossCents }) => ({ label: t('deposit', { number }), detail: null, cents: -grossCents })),
  ];
  return (
    <div className="flex flex-col gap-3">
      <h3 className="text-base font-semibold">
        {t(isFixed ? 'consequencesFixed' : 'consequencesAt', { day: format.day(isFixed ? account.computedOn : account.lastDay) })}
      </h3>
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b border-edge text-left text-xs text-ink-soft">
            <th className="py-1.5 font-medium">{t('designation')}</th>
            <th className="py-1.5 text-right font-medium">{t('amount')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, detail, cents }, index) => (
            <tr key={index} className="border-b border-line">
              <td className="py-1.5 pr-4">
                {label} {detail && <span className="text-xs text-ink-soft">({detail})</span>}
              </td>
              <td className="py-1.5 text-right whitespace-nowrap tabular-nums">{format.money(cents)}</td>
            </tr>
          ))}
          <tr className="font-semibold">
            <td className="py-2 pr-4">{t(account.payableCents < 0 ? 'refundable' : 'payable')}</td>
            <td className="py-2 text-right whitespace-nowrap tabular-nums">{format.money(Math.abs(account.payableCents))}</td>
          </tr>
        </tbody>
      </table>
      {account.unreachedCents > 0 && (
        <p className="text-sm text-ink-soft">{t('unreached', { amount: format.money(account.unreachedCents) })}</p>
      )}
      <Listed
        title={t('overdue')}
        lines={account.overdue.map(({ number, dueOn, payableCents }) =>
          t('overdueLine', { number, day: format.day(dueOn), amount: format.money(payableCents) }),
        )}
      />
      <Listed
        title={t('awaiting')}
        lines={account.awaiting.map(({ ref, company, answerBy, state }) =>
          state === 'disputed'
            ? t('disputedLine', { ref, company })
            : t('awaitingLine', { ref, company, moment: format.moment(answerBy) }),
        )}
      />
      <Listed
        title={t('owed')}
        lines={account.volumes.flatMap(({ unit, owedDuringNotice, used, signed }) =>
          owedDuringNotice === null || account.lastDay <= account.computedOn
            ? []
            : [t(`owedLine_${unit}`, { count: owedDuringNotice, used: format.count(used), signed: format.count(signed) })],
        )}
      />
      <p className="text-sm text-ink-soft">
        {t('stops', { return: format.day(account.dataReturnBy), secret: format.day(account.confidentialUntil) })}
      </p>
    </div>
  );
};

const Listed = ({ title, lines }: { title: string; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <div className="text-sm">
      <p className="font-medium">{title}</p>
      <ul className="list-disc pl-5 text-ink-soft">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
