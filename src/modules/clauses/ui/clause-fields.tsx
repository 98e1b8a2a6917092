import { useRead } from '../../../web/api/client.ts';
import { ComboBox, DateField, FieldGroup, IconButton, RadioGroup, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { X } from 'lucide-react';
import type { CivilDate } from '../../../shared/time.ts';
import type { Draft } from './clause-editor.tsx';
import type { ClauseLine } from './labels.tsx';
import { messages } from './messages.ts';

type Props = { draft: Draft; set: (change: Partial<Draft>) => void; ownId: string };
const risks = ['haut', 'moyen', 'faible'] as const;

/** What a clause says of itself: its risk, when it is there, what it goes with. */
export const ClauseFields = ({ draft, set, ownId }: Props) => {
  const t = useMessages(messages);
  const clauses = (useRead<{ clauses: ClauseLine[] }>('/clauses').data?.clauses ?? []).filter(({ id }) => id !== ownId);
  const presence = typeof draft.mandatory === 'string' ? draft.mandatory : 'when';
  return (
    <FieldGroup title={t('properties')}>
      <RadioGroup
        label={t('risk')}
        value={draft.risk}
        onChange={(risk) => set({ risk })}
        options={risks.map((value) => ({ value, label: t(`risk_${value}`) }))}
        inline
      />
      <DateField
        label={t('reviewBefore')}
        value={(draft.reviewBefore || null) as CivilDate | null}
        onChange={(day) => set({ reviewBefore: day ?? '' })}
      />
      <RadioGroup
        label={t('mandatory')}
        value={presence}
        onChange={(next) => set({ mandatory: next === 'when' ? { when: 'present($terms.scope.tools)' } : next })}
        options={(['always', 'choice', 'when'] as const).map((value) => ({
          value,
          label: t(`mandatory_${value}`),
          hint: t(`mandatory_${value}Why`),
        }))}
      />
      {typeof draft.mandatory === 'object' && (
        <TextField label={t('condition')} value={draft.mandatory.when} onChange={(when) => set({ mandatory: { when } })} />
      )}
      {(['replaces', 'requires', 'excludes'] as const).map((key) => (
        <Several
          key={key}
          label={t(key)}
          chosen={draft[key]}
          clauses={clauses}
          onChange={(next) => set({ [key]: next } as Partial<Draft>)}
        />
      ))}
      <TextField
        label={t('sources')}
        hint={t('sourcesHint')}
        lines={3}
        value={draft.sources.join('\n')}
        onChange={(next) =>
          set({ sources: next.split('\n').filter((line, index, all) => line.trim() !== '' || index === all.length - 1) })
        }
      />
    </FieldGroup>
  );
};

type SeveralProps = {
  label: string;
  chosen: readonly string[];
  clauses: readonly ClauseLine[];
  onChange: (next: string[]) => void;
};

const Several = ({ label, chosen, clauses, onChange }: SeveralProps) => {
  const t = useMessages(messages);
  const titleOf = (id: string) => clauses.find((clause) => clause.id === id)?.title ?? id;
  return (
    <div className="flex flex-col gap-2">
      <ComboBox
        label={label}
        optional
        value={null}
        onChange={(id) => id && onChange([...chosen, id])}
        options={clauses.filter(({ id }) => !chosen.includes(id)).map(({ id, title }) => ({ value: id, label: title }))}
      />
      {chosen.map((id) => (
        <div key={id} className="flex items-center justify-between gap-2 rounded-md bg-sunken px-3 py-1 text-sm">
          {titleOf(id)}
          <IconButton label={t('remove', { title: titleOf(id) })} onPress={() => onChange(chosen.filter((one) => one !== id))}>
            <X size={16} aria-hidden />
          </IconButton>
        </div>
      ))}
    </div>
  );
};
