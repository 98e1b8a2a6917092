import { NumberField, Select, StateLabel, TextField } from '../../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../../web/i18n/index.ts';
import { moved, nextKey, without } from '../draft-path.ts';
import { At, useEditing, useTerm } from '../editing.tsx';
import { AddButton, ListHead, Row } from '../lines-term.tsx';
import { messages } from '../messages.ts';
import { draftMoney, milestoneCents } from '../price-draft.ts';
import { labels } from '../term-labels.ts';
import { useOptions } from '../term-fields.tsx';

type Trigger = { on?: 'signature' | 'calls_reached' | 'final_report' | null; calls?: number | null };
type Milestone = {
  id: string;
  label?: string | null;
  kind?: 'acompte' | 'intermediate' | 'balance' | null;
  sharePercent?: number | null;
  trigger?: Trigger | null;
};

/** The payment schedule: parts of the fixed price that add up to 100 %, each due on something that both sides see. */
export const MilestonesTerm = () => {
  const t = useMessages(messages);
  const format = useFormats();
  const { content } = useEditing();
  const [value, set] = useTerm<Milestone[]>('milestones');
  const milestones = value ?? [];
  const amounts = milestoneCents(content.draft);
  const { hasForfait } = draftMoney(content.draft);
  return (
    <At path="milestones">
      <ListHead name="milestones" titled={false} />
      {!hasForfait && milestones.length > 0 && <p className="text-xs text-ink-soft">{t('sharesEstimate')}</p>}
      <Shares shares={milestones.map(({ sharePercent }) => sharePercent ?? 0)} />
      <ol className="flex flex-col gap-5">
        {milestones.map((milestone, index) => (
          <Row
            key={milestone.id}
            index={index}
            count={milestones.length}
            what={milestone.label ?? t('milestone')}
            note={amounts ? t('milestoneAmount', { amount: format.money(amounts[index]!) }) : t('amountUnknown')}
            onMove={(step) => set([...moved(milestones, index, step)])}
            onRemove={() => set(without(milestones, index))}
          >
            <MilestoneFields
              milestone={milestone}
              onChange={(next) => set(milestones.map((one, at) => (at === index ? next : one)))}
            />
          </Row>
        ))}
      </ol>
      <AddButton
        onPress={() =>
          set([
            ...milestones,
            {
              id: nextKey(
                'jalon',
                milestones.map(({ id }) => id),
              ),
              kind: 'intermediate',
              trigger: { on: 'calls_reached' },
            },
          ])
        }
      >
        {t('addMilestone')}
      </AddButton>
    </At>
  );
};

const MilestoneFields = ({ milestone, onChange }: { milestone: Milestone; onChange: (next: Milestone) => void }) => {
  const label = useMessages(labels);
  const t = useMessages(messages);
  const kinds = useOptions('milestone');
  const triggers = useOptions('trigger');
  const on = milestone.trigger?.on ?? null;
  return (
    <div className="grid grid-cols-6 gap-x-4 gap-y-3">
      <div className="col-span-4">
        <TextField
          label={label('milestones.*.label')}
          value={milestone.label ?? ''}
          onChange={(next) => onChange({ ...milestone, label: next || null })}
        />
      </div>
      <div className="col-span-2">
        <NumberField
          label={label('milestones.*.sharePercent')}
          unit="%"
          minValue={0}
          maxValue={100}
          value={milestone.sharePercent ?? null}
          onChange={(sharePercent) => onChange({ ...milestone, sharePercent })}
        />
      </div>
      {/* A deposit is due at the signature: choosing one settles the other. */}
      <div className="col-span-6 2xl:col-span-3">
        <Select
          label={label('milestones.*.kind')}
          options={kinds}
          value={milestone.kind ?? null}
          onChange={(kind) => onChange({ ...milestone, kind, ...(kind === 'acompte' ? { trigger: { on: 'signature' } } : {}) })}
        />
      </div>
      <div className="col-span-6 2xl:col-span-3">
        <Select
          label={label('milestones.*.trigger.on')}
          options={triggers}
          value={on}
          onChange={(next) =>
            onChange({
              ...milestone,
              trigger: next === 'calls_reached' ? { on: next, calls: milestone.trigger?.calls ?? null } : { on: next },
            })
          }
        />
      </div>
      {on === 'calls_reached' && (
        <div className="col-span-6 2xl:col-span-3">
          <NumberField
            label={label('milestones.*.trigger.calls')}
            minValue={1}
            unit={t('calls')}
            value={milestone.trigger?.calls ?? null}
            onChange={(calls) => onChange({ ...milestone, trigger: { on: 'calls_reached', calls } })}
          />
        </div>
      )}
    </div>
  );
};

/** The whole as a bar cut into its parts; beyond 100 % it overflows, below it leaves a gap. */
const Shares = ({ shares }: { shares: readonly number[] }) => {
  const t = useMessages(messages);
  const sum = shares.reduce((total, share) => total + share, 0);
  const whole = Math.max(100, sum);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <svg viewBox="0 0 200 10" preserveAspectRatio="none" className="h-2.5 min-w-40 flex-1" aria-hidden>
        <rect width="200" height="10" rx="2" fill="var(--color-line)" />
        {shares.map((share, index) => {
          const before = shares.slice(0, index).reduce((total, one) => total + one, 0);
          return (
            <rect
              key={index}
              x={(before / whole) * 200}
              width={Math.max(0, (share / whole) * 200 - 1)}
              height="10"
              fill={sum > 100 ? 'var(--color-bad)' : 'var(--color-primary)'}
            />
          );
        })}
      </svg>
      <span aria-live="polite">
        <StateLabel tone={sum === 100 ? 'good' : 'caution'}>
          {t(sum === 100 ? 'sharesWhole' : sum < 100 ? 'sharesShort' : 'sharesOver', { sum, left: Math.abs(100 - sum) })}
        </StateLabel>
      </span>
    </div>
  );
};
