import { DateField, RadioGroup, Section, TextField, TimeField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { useServerNow } from '../../../web/shell/session.ts';
import { civilDateOf, clockTime, clockTimeOf, momentOf } from '../../../shared/time.ts';
import { addDays, type Instant } from '../../../shared/time.ts';
import { messages } from './messages.ts';
import type { DraftContent } from './use-amendment-draft.ts';

type Props = { content: DraftContent; onChange: (next: (before: DraftContent) => DraftContent) => void };

/** What the amendment is about, why, from when, and until when it may be signed. Moments are Paris time. */
export const AboutFields = ({ content, onChange }: Props) => {
  const t = useMessages(messages);
  const { effectiveAt } = content;
  const now = useServerNow();
  const set = (part: Partial<DraftContent>) => onChange((before) => ({ ...before, ...part }));
  return (
    <Section title={t('about')}>
      <div className="flex max-w-2xl flex-col gap-4">
        <TextField
          label={t('subject')}
          hint={t('subjectHint')}
          value={content.subject}
          onChange={(subject) => set({ subject })}
        />
        <TextField
          label={t('reason')}
          hint={t('reasonHint')}
          lines={2}
          optional
          value={content.reason}
          onChange={(reason) => set({ reason })}
        />
        <RadioGroup
          label={t('effect')}
          hint={t('effectHint')}
          inline
          value={effectiveAt === null ? 'signature' : 'date'}
          onChange={(next) =>
            set({
              effectiveAt: next === 'signature' ? null : momentOf(addDays(civilDateOf(now as Instant), 7), clockTime('00:00')),
            })
          }
          options={[
            { value: 'signature', label: t('effect_signature') },
            { value: 'date', label: t('effect_date') },
          ]}
        />
        {effectiveAt !== null && (
          <div className="flex flex-wrap gap-4">
            <DateField
              label={t('effectDay')}
              value={civilDateOf(effectiveAt)}
              onChange={(day) => day && set({ effectiveAt: momentOf(day, clockTimeOf(effectiveAt)) })}
            />
            <TimeField
              label={t('effectTime')}
              value={clockTimeOf(effectiveAt)}
              onChange={(time) => time && set({ effectiveAt: momentOf(civilDateOf(effectiveAt), time) })}
            />
          </div>
        )}
        <DateField label={t('validUntil')} value={content.validUntil} onChange={(validUntil) => set({ validUntil })} />
      </div>
    </Section>
  );
};
