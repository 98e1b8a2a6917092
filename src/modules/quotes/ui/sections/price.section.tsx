import {
  Checkbox,
  FieldGroup,
  MoneyField,
  Notice,
  NumberField,
  Button,
  Select,
  TextField,
} from '../../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../../web/i18n/index.ts';
import type { Cents } from '../../../../shared/money.ts';
import { moved, nextKey, without } from '../draft-path.ts';
import { At, useEditing, useTerm } from '../editing.tsx';
import { AddButton, ListHead, Row } from '../lines-term.tsx';
import { messages } from '../messages.ts';
import { amountOf, modelOf, type LineDraft } from '../price-draft.ts';
import { labels } from '../term-labels.ts';
import { TextTerm, useOptions } from '../term-fields.tsx';
import { Totals } from '../totals.tsx';

/** What is charged, in lines; the model and the totals follow from them. */
export const PriceSection = () => {
  const t = useMessages(messages);
  return (
    <>
      <FieldGroup title={t('groupLines')} columns={1}>
        <PriceLines />
        <Totals />
      </FieldGroup>
      <FieldGroup title={t('groupVat')} columns={1}>
        <Vat />
      </FieldGroup>
      <FieldGroup title={t('groupOther')}>
        <TextTerm path="price.rebillableExpenses" wide />
        <TextTerm path="price.revision" wide />
      </FieldGroup>
    </>
  );
};

const PriceLines = () => {
  const t = useMessages(messages);
  const format = useFormats();
  const { content, change } = useEditing();
  const lines = (content.draft.price?.lines ?? []) as LineDraft[];
  // The announced model is never typed: it is what the lines say.
  const set = (next: readonly LineDraft[], path = 'price.lines') =>
    change(path, (was) => ({
      ...was,
      draft: { ...was.draft, price: { ...was.draft.price, lines: [...next], model: modelOf(next) } } as typeof was.draft,
    }));
  const noteOf = (line: LineDraft) => {
    const amount = amountOf(line);
    return amount === null ? t('amountUnknown') : t('lineAmount', { amount: format.money(amount) });
  };
  return (
    <At path="price.lines">
      <ListHead name="price.lines" titled={false} />
      <ol className="flex flex-col gap-5">
        {lines.map((line, index) => (
          <Row
            key={line.id}
            index={index}
            count={lines.length}
            what={line.label ?? t('priceLine')}
            note={noteOf(line)}
            onMove={(step) => set(moved(lines, index, step))}
            onRemove={() => set(without(lines, index))}
          >
            <LineFields
              line={line}
              onChange={(next, part) =>
                set(
                  lines.map((one, at) => (at === index ? next : one)),
                  `price.lines.${index}.${part}`,
                )
              }
            />
          </Row>
        ))}
      </ol>
      <AddButton
        onPress={() =>
          set([
            ...lines,
            {
              id: nextKey(
                'ligne',
                lines.map(({ id }) => id),
              ),
              kind: 'forfait',
              quantity: 1,
            },
          ])
        }
      >
        {t('addPriceLine')}
      </AddButton>
    </At>
  );
};

const LineFields = ({ line, onChange }: { line: LineDraft; onChange: (next: LineDraft, part: string) => void }) => {
  const t = useMessages(messages);
  const label = useMessages(labels);
  const kinds = useOptions('lineKind');
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-3 2xl:grid-cols-3">
      <div className="col-span-full">
        <TextField
          label={label('price.lines.*.label')}
          value={line.label ?? ''}
          onChange={(next) => onChange({ ...line, label: next || null }, 'label')}
        />
      </div>
      <div className="col-span-2 2xl:col-span-1">
        <Select
          label={label('price.lines.*.kind')}
          options={kinds}
          value={line.kind ?? null}
          onChange={(kind) => onChange({ ...line, kind }, 'kind')}
        />
      </div>
      <NumberField
        label={label('price.lines.*.quantity')}
        minValue={0}
        value={line.quantity ?? null}
        onChange={(quantity) => onChange({ ...line, quantity }, 'quantity')}
        formatOptions={{ maximumFractionDigits: 4 }}
      />
      <MoneyField
        label={label('price.lines.*.unitPriceCents')}
        minValue={0}
        value={(line.unitPriceCents ?? null) as Cents | null}
        onChange={(unitPriceCents) => onChange({ ...line, unitPriceCents }, 'unitPriceCents')}
      />
      <div className="col-span-full">
        <Checkbox
          isSelected={line.optional ?? false}
          onChange={(on) => {
            const { optional: _, ...firm } = line;
            onChange(on ? { ...line, optional: true } : firm, 'optional');
          }}
          hint={t('optionalLineHint')}
        >
          {t('optionalLine')}
        </Checkbox>
      </div>
    </div>
  );
};

const rates = [2000, 1000, 550, 210, 0];

const Vat = () => {
  const t = useMessages(messages);
  const format = useFormats();
  const label = useMessages(labels);
  const { vatRegime, set } = useEditing();
  const [vat] = useTerm<{ regime?: string | null; rateBp?: number | null }>('price.vat');
  if (vat?.regime !== vatRegime)
    return (
      <At path="price.vat">
        <Notice
          tone="caution"
          action={
            <Button size="sm" onPress={() => set('price.vat', { regime: vatRegime, rateBp: vatRegime === 'real' ? 2000 : 0 })}>
              {t('vatAlign')}
            </Button>
          }
        >
          {t(vatRegime === 'real' ? 'vatShouldBeReal' : 'vatShouldBeFranchise')}
        </Notice>
      </At>
    );
  return (
    <At path="price.vat">
      {vatRegime === 'franchise' ? (
        <p className="text-sm">{t('vatFranchise')}</p>
      ) : (
        <div className="md:max-w-60">
          <Select
            label={label('price.vat.rateBp')}
            options={rates.map((rate) => ({ value: String(rate), label: format.rate(rate) }))}
            value={String(vat.rateBp ?? '')}
            onChange={(next) => set('price.vat.rateBp', Number(next))}
          />
        </div>
      )}
    </At>
  );
};
