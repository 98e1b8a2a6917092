import { frenchDate, frenchMoney, frenchNumber, frenchPercent } from '../../../shared/french.ts';
import { cents } from '../../../shared/money.ts';
import { addDays } from '../../../shared/time.ts';
import { PaymentTerms, Terms } from '../../contracts/index.ts';
import { dueDate } from '../../invoicing/index.ts';
import { useEditing } from './editing.tsx';
import { amountOf, draftMoney, milestoneCents, type LineDraft } from './price-draft.ts';

const Missing = () => <span className="text-caution">à renseigner</span>;

/** The first page of the document, in French as it will be printed: context, objectives, what is in and out, price, schedule, due days. */
export const QuoteFace = ({ clientName }: { clientName: string }) => {
  const { content } = useEditing();
  const { scope } = content.draft;
  return (
    <>
      <p className="text-xs text-ink-soft">Devis et contrat de prestation · numéro attribué à l’envoi</p>
      <p className="mt-1 text-lg leading-snug font-semibold">{content.title}</p>
      <p className="mt-1 text-sm">
        Pour {clientName}. {content.validUntil ? `Valable jusqu’au ${frenchDate(content.validUntil)}.` : ''}
      </p>
      <Heading title="Contexte">
        <p>{scope?.context || <Missing />}</p>
      </Heading>
      <Heading title="Objectifs">
        <Lines lines={scope?.objectives} />
      </Heading>
      <Heading title="Périmètre inclus">
        <Lines lines={scope?.included} />
      </Heading>
      <Heading title="Hors périmètre">
        <Lines lines={scope?.excluded} />
      </Heading>
      <Heading title="Livrables">
        <Lines lines={scope?.deliverables} />
      </Heading>
      <Heading title="Prix">
        <Price />
      </Heading>
      <Heading title="Échéancier">
        <Schedule />
      </Heading>
    </>
  );
};

const Heading = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section className="mt-4 flex flex-col gap-1">
    <h3 className="font-semibold">{title}</h3>
    {children}
  </section>
);

const Lines = ({ lines }: { lines: readonly (string | null)[] | null | undefined }) => {
  const written = (lines ?? []).filter((line) => line?.trim());
  return written.length ? (
    <ul className="flex list-[square] flex-col gap-0.5 pl-5 marker:text-ink-soft">
      {written.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  ) : (
    <p>
      <Missing />
    </p>
  );
};

const cell = 'border-b border-line py-1 align-top';

const Price = () => {
  const { draft } = useEditing().content;
  const lines = (draft.price?.lines ?? []) as LineDraft[];
  const { netCents, vatCents, grossCents, rateBp } = draftMoney(draft);
  return (
    <table className="w-full border-collapse text-sm tabular-nums">
      <thead className="sr-only">
        <tr>
          <th scope="col">Prestation</th>
          <th scope="col">Quantité et prix unitaire</th>
          <th scope="col">Montant HT</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const amount = amountOf(line);
          return (
            <tr key={line.id}>
              <td className={`${cell} pr-3`}>{line.label || <Missing />}</td>
              <td className={`${cell} pr-3 text-right whitespace-nowrap`}>
                {line.unitPriceCents == null ? (
                  <Missing />
                ) : (
                  `${frenchNumber(line.quantity ?? 0)} × ${frenchMoney(cents(line.unitPriceCents))}`
                )}
              </td>
              <td className={`${cell} text-right whitespace-nowrap`}>{amount === null ? '' : frenchMoney(amount)}</td>
            </tr>
          );
        })}
        <tr className="font-semibold">
          <td colSpan={2} className="py-1">
            Total HT
          </td>
          <td className="py-1 text-right whitespace-nowrap">{frenchMoney(netCents)}</td>
        </tr>
        {rateBp > 0 ? (
          <>
            <tr>
              <td colSpan={2}>TVA {frenchPercent(rateBp)}</td>
              <td className="text-right whitespace-nowrap">{frenchMoney(vatCents)}</td>
            </tr>
            <tr>
              <td colSpan={2}>Total TTC</td>
              <td className="text-right whitespace-nowrap">{frenchMoney(grossCents)}</td>
            </tr>
          </>
        ) : (
          draft.price?.vat?.regime === 'franchise' && (
            <tr>
              <td colSpan={3} className="text-ink-soft">
                TVA non applicable, article 293 B du CGI
              </td>
            </tr>
          )
        )}
      </tbody>
    </table>
  );
};

const Schedule = () => {
  const { draft } = useEditing().content;
  const amounts = milestoneCents(draft);
  const delay = PaymentTerms.shape.delay.safeParse(draft.payment?.delay);
  const period = Terms.shape.period.safeParse(draft.period);
  return (
    <>
      <table className="w-full border-collapse text-sm tabular-nums">
        <thead className="sr-only">
          <tr>
            <th scope="col">Jalon</th>
            <th scope="col">Part</th>
            <th scope="col">Montant HT</th>
          </tr>
        </thead>
        <tbody>
          {(draft.milestones ?? []).map((milestone, index) => (
            <tr key={index}>
              <td className={`${cell} pr-3`}>{milestone?.label || <Missing />}</td>
              <td className={`${cell} pr-3 text-right whitespace-nowrap`}>
                {milestone?.sharePercent ?? 0}
                {'\u00a0'}%
              </td>
              <td className={`${cell} text-right whitespace-nowrap`}>{amounts ? frenchMoney(amounts[index]!) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {delay.success && period.success && (
        <p className="mt-1 text-sm text-ink-soft">
          {[period.data.startsOn, period.data.endsOn, addDays(period.data.endsOn, 7)]
            .map((issuedOn) => `Facture du ${frenchDate(issuedOn)}, échéance le ${frenchDate(dueDate(issuedOn, delay.data))}.`)
            .join(' ')}
        </p>
      )}
    </>
  );
};
