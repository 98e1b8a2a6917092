import { agreementForms, formOfNumber } from '../../contracts/index.ts';
import { Link } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import type { Evidence, InvoiceMoney, ShownLine } from './invoice-shapes.ts';
import { messages } from './messages.ts';
import { useIsMember } from './use-may-issue.ts';

/** The lines, each opening its evidence, then the totals: the same picture before and after issuing. */
export const InvoiceMoneyView = ({ money, missionId }: { money: InvoiceMoney; missionId: string }) => (
  <div className="flex flex-col gap-4">
    <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
      {money.lines.map((line, index) => (
        <LineView key={index} line={line} missionId={missionId} />
      ))}
    </ul>
    <Totals money={money} />
  </div>
);

const LineView = ({ line, missionId }: { line: ShownLine; missionId: string }) => {
  const t = useMessages(messages);
  const format = useFormats();
  return (
    <li className="flex flex-col gap-2 p-4 text-sm">
      <div className="flex items-baseline justify-between gap-4">
        <span className="font-medium">
          {line.kind === 'already_invoiced' ? t('alreadyInvoiced', { number: line.evidence[0]?.label ?? '' }) : line.label}
        </span>
        <span className="shrink-0 font-medium tabular-nums">{format.money(line.netCents)}</span>
      </div>
      <p className="text-xs text-ink-soft tabular-nums">
        {t('quantityTimes', { quantity: format.count(Number(line.quantity)), price: format.money(line.unitPriceCents) })}
      </p>
      {line.evidence.length > 0 && (
        <details>
          <summary className="cursor-pointer text-xs text-primary">{t('evidenceOf', { count: line.evidence.length })}</summary>
          <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
            {line.evidence.map((reference) => (
              <li key={`${reference.type}:${reference.id}`}>
                <EvidenceLink reference={reference} missionId={missionId} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
};

/** Where each kind of proof can be seen. */
const placeOf = ({ type, id }: Evidence, missionId: string): string | null =>
  ({
    agreement: `/devis/${id}`,
    calls: `/missions/${missionId}`,
    report: `/missions/${missionId}/rapports`,
    appointment: `/a-valider/${id}`,
    hours: `/missions/${missionId}`,
    days: `/missions/${missionId}`,
    expense: null,
    invoice: `/factures/${id}`,
  })[type];

const EvidenceLink = ({ reference, missionId }: { reference: Evidence; missionId: string }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const { type } = reference;
  const label =
    type === 'hours' || type === 'days'
      ? format.day(reference.label)
      : type === 'calls'
        ? format.count(Number(reference.label))
        : reference.label;
  const words = t(`evidence_${type}`, { label, series: agreementForms[formOfNumber(reference.label)].series });
  const isMember = useIsMember();
  const place = isMember || type === 'appointment' || type === 'invoice' ? placeOf(reference, missionId) : null;
  return place ? <Link to={place}>{words}</Link> : <span>{words}</span>;
};

const Totals = ({ money }: { money: InvoiceMoney }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const rows: [string, string, string?][] = [
    [t('totalNet'), format.money(money.netCents)],
    ...money.vat.map((part): [string, string] =>
      part.category === 'E'
        ? [t('exempt'), format.money(0)]
        : [t('vatAt', { rate: format.rate(part.rateBp), base: format.money(part.baseCents) }), format.money(part.vatCents)],
    ),
    [t('total'), format.money(money.grossCents)],
    ...money.deposits.map((deposit): [string, string, string] => [
      t('depositDeducted', { number: deposit.number, day: format.day(deposit.issuedOn) }),
      format.money(-deposit.grossCents),
      t('depositVat', { vat: format.money(deposit.vatCents) }),
    ]),
  ];
  return (
    <dl className="ml-auto flex w-full max-w-md flex-col gap-1 text-sm tabular-nums">
      {rows.map(([label, value, more]) => (
        <div key={label} className="flex justify-between gap-6">
          <dt className="text-ink-soft">
            {label}
            {more && <span className="block text-xs">{more}</span>}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div className="mt-1 flex justify-between gap-6 border-t-2 border-ink pt-2 text-lg font-semibold">
        <dt>{money.payableCents < 0 ? t('refund') : t('payable')}</dt>
        <dd className="text-primary">{format.money(Math.abs(money.payableCents))}</dd>
      </div>
    </dl>
  );
};
