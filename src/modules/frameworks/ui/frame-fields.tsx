import { Plus, Trash2 } from 'lucide-react';
import {
  Button,
  Checkbox,
  DateField,
  FieldGroup,
  IconButton,
  MoneyField,
  NumberField,
  RadioGroup,
  Select,
  TextField,
} from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import type { Cents } from '../../../shared/money.ts';
import type { CivilDate } from '../../../shared/time.ts';
import type { FrameworkDraft } from '../index.ts';
import { messages } from './messages.ts';

type Frame = FrameworkDraft['frame'];
type Line = NonNullable<NonNullable<Frame['priceGrid']>[number]>;
type Props = { frame: Frame; onChange: (frame: Frame) => void };

/** What the framework says of itself: how long, how it is renewed, which document prevails, at which prices one orders. */
export const FrameFields = ({ frame, onChange }: Props) => {
  const t = useMessages(messages);
  const set = (change: Partial<Frame>) => onChange({ ...frame, ...change });
  const renewal = frame.renewal ?? {};
  return (
    <>
      <FieldGroup title={t('period')}>
        <div className="md:col-span-full">
          <TextField
            label={t('purpose')}
            lines={4}
            value={(frame.purpose as string) ?? ''}
            onChange={(purpose) => set({ purpose: purpose || null })}
          />
        </div>
        <DateField
          label={t('startsOn')}
          value={(frame.startsOn ?? null) as CivilDate | null}
          onChange={(startsOn) => set({ startsOn } as Partial<Frame>)}
        />
        <DateField
          label={t('endsOn')}
          value={(frame.endsOn ?? null) as CivilDate | null}
          onChange={(endsOn) => set({ endsOn } as Partial<Frame>)}
        />
      </FieldGroup>
      <FieldGroup title={t('renewal')}>
        <div className="md:col-span-full">
          <RadioGroup
            label={t('renewal')}
            labelHidden
            value={renewal.kind ?? 'tacit'}
            onChange={(kind) => set({ renewal: { ...renewal, kind } })}
            options={(['tacit', 'express', 'none'] as const).map((value) => ({ value, label: t(`renewal_${value}`) }))}
          />
        </div>
        {renewal.kind !== 'none' && (
          <>
            <NumberField
              label={t('months')}
              unit={t('monthsUnit')}
              minValue={1}
              maxValue={60}
              value={renewal.months ?? null}
              onChange={(months) => set({ renewal: { ...renewal, months } })}
            />
            <NumberField
              label={t('notice')}
              unit={t('daysUnit')}
              minValue={0}
              maxValue={365}
              value={renewal.noticeDays ?? null}
              onChange={(noticeDays) => set({ renewal: { ...renewal, noticeDays } })}
            />
          </>
        )}
      </FieldGroup>
      <FieldGroup title={t('orders')}>
        <div className="md:col-span-full">
          <RadioGroup
            label={t('prevails')}
            value={frame.prevails ?? 'order'}
            onChange={(prevails) => set({ prevails })}
            options={(['order', 'framework'] as const).map((value) => ({
              value,
              label: t(`prevails_${value}`),
              hint: t(`prevails_${value}_why`),
            }))}
          />
        </div>
        <NumberField
          label={t('accept')}
          unit={t('workingDays')}
          minValue={1}
          maxValue={30}
          value={frame.ordering?.acceptWithinWorkingDays ?? null}
          onChange={(acceptWithinWorkingDays) => set({ ordering: { acceptWithinWorkingDays } })}
        />
      </FieldGroup>
      <FieldGroup title={t('grid')} intro={t('gridWhy')} columns={1}>
        <Grid lines={(frame.priceGrid ?? []) as Line[]} onChange={(priceGrid) => set({ priceGrid } as Partial<Frame>)} />
      </FieldGroup>
      <Commitment frame={frame} onChange={onChange} />
    </>
  );
};

const kinds = ['forfait', 'hour', 'day', 'appointment'] as const;

const Grid = ({ lines, onChange }: { lines: readonly Line[]; onChange: (lines: Line[]) => void }) => {
  const t = useMessages(messages);
  const replace = (index: number, line: Line) => onChange(lines.map((one, at) => (at === index ? line : one)));
  const nextId = () => {
    const taken = new Set(lines.map(({ id }) => id));
    let rank = lines.length + 1;
    while (taken.has(`prix-${rank}`)) rank += 1;
    return `prix-${rank}`;
  };
  return (
    <div className="flex flex-col gap-4">
      <ol className="flex flex-col gap-4">
        {lines.map((line, index) => (
          <li
            key={line.id}
            className="grid grid-cols-2 items-end gap-3 border-l-2 border-line pl-4 md:grid-cols-[minmax(0,2fr)_10rem_9rem_auto]"
          >
            <div className="col-span-2 md:col-span-1">
              <TextField
                label={t('gridLabel')}
                value={(line.label as string) ?? ''}
                onChange={(label) => replace(index, { ...line, label: label || null })}
              />
            </div>
            <Select
              label={t('gridKind')}
              options={kinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
              value={(line.kind ?? null) as (typeof kinds)[number] | null}
              onChange={(kind) => replace(index, { ...line, kind })}
            />
            <MoneyField
              label={t('gridPrice')}
              minValue={0}
              value={(line.unitPriceCents ?? null) as Cents | null}
              onChange={(unitPriceCents) => replace(index, { ...line, unitPriceCents })}
            />
            <IconButton label={t('removeLine')} onPress={() => onChange(lines.filter((_, at) => at !== index))}>
              <Trash2 size={16} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ol>
      <span>
        <Button size="sm" onPress={() => onChange([...lines, { id: nextId(), kind: 'forfait' } as Line])}>
          <Plus size={15} aria-hidden />
          {t('addLine')}
        </Button>
      </span>
    </div>
  );
};

const Commitment = ({ frame, onChange }: Props) => {
  const t = useMessages(messages);
  const { commitment } = frame;
  const set = (change: object) =>
    onChange({ ...frame, commitment: { per: 'year', minimumCents: null, maximumCents: null, ...commitment, ...change } });
  return (
    <FieldGroup title={t('commitment')}>
      <div className="md:col-span-full">
        <Checkbox isSelected={commitment != null} onChange={(on) => (on ? set({}) : onChange({ ...frame, commitment: null }))}>
          {t('commitmentOn')}
        </Checkbox>
      </div>
      {commitment && (
        <>
          <div className="md:col-span-full">
            <RadioGroup
              label={t('per')}
              inline
              value={commitment.per ?? 'year'}
              onChange={(per) => set({ per })}
              options={(['year', 'period'] as const).map((value) => ({ value, label: t(`per_${value}`) }))}
            />
          </div>
          <MoneyField
            label={t('minimum')}
            optional
            minValue={0}
            value={(commitment.minimumCents ?? null) as Cents | null}
            onChange={(minimumCents) => set({ minimumCents })}
          />
          <MoneyField
            label={t('maximum')}
            optional
            minValue={0}
            value={(commitment.maximumCents ?? null) as Cents | null}
            onChange={(maximumCents) => set({ maximumCents })}
          />
        </>
      )}
    </FieldGroup>
  );
};
