import { useState } from 'react';
import { request, useCommand, useRead, type Answer } from '../../../web/api/client.ts';
import { Button, Dialog, Facts, Loaded, Notice, Section, StateLabel, Timeline, type Fact } from '../../../web/design/index.ts';
import { useFormats, useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { statusLabels } from '../domain/calling/prospect-state.ts';
import { rowNotes, type RowNoteCode } from '../domain/row/row-notes.ts';
import { messages } from './messages.ts';
import { statusTones } from './prospect-list.tsx';
import { useMayOppose } from './use-may.ts';

type Detail = Answer<'get', '/prospects/{id}'>;
const eventKeys = {
  switch_number: 'event_switch_number',
  retry: 'event_retry',
  call_back: 'event_call_back',
  close: 'event_close',
  suppressed: 'event_suppressed',
} as const;

/** One prospect: who, how to reach them, what was put right at import, and what happened since. */
export const ProspectDialog = ({
  prospectId,
  missionId,
  onClose,
}: {
  prospectId: string;
  missionId: string;
  onClose: () => void;
}) => {
  const t = useMessages(messages);
  const read = useRead<Detail>(`/prospects/${prospectId}`);
  const title = read.data?.prospect.company ?? read.data?.prospect.lastName ?? t('noName');
  return (
    <Dialog title={title} isOpen onClose={onClose} wide>
      <Loaded read={read}>{(detail) => <Content detail={detail} missionId={missionId} />}</Loaded>
    </Dialog>
  );
};

const Content = ({ detail: { prospect: p, history }, missionId }: { detail: Detail; missionId: string }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const { language } = useLanguage();
  const mayOppose = useMayOppose();
  const fact = (label: string, value: string | null | undefined): Fact[] => (value ? [{ label, value }] : []);
  const join = (...parts: (string | null)[]) => parts.filter(Boolean).join(' ');
  const events = history.map((event) => ({
    id: event.id,
    when: format.moment(event.at),
    title: event.type in eventKeys ? t(eventKeys[event.type as keyof typeof eventKeys]) : event.type,
    detail: [event.actor, event.details['code'], event.details['reason']]
      .filter((part) => typeof part === 'string' && part !== '')
      .join(' · '),
    tone: event.type === 'suppressed' ? ('bad' as const) : undefined,
  }));
  return (
    <div className="flex flex-col gap-5">
      <StateLabel tone={statusTones[p.status]}>{statusLabels[p.status][language]}</StateLabel>
      <Facts
        stacked
        facts={[
          ...fact(t('contact'), join(p.civility, p.firstName, p.lastName) + (p.jobTitle ? `, ${p.jobTitle}` : '')),
          ...fact(t('phone'), format.phone(p.phone)),
          ...fact(t('otherPhone'), p.otherPhone && format.phone(p.otherPhone)),
          ...fact(t('email'), p.email),
          ...fact(t('address'), join(p.address, p.postalCode, p.city)),
          ...fact(t('localTime'), p.timeZone),
          ...fact(t('lineClass'), t(`class_${p.contactClass}`)),
          ...fact(t('siret'), p.siret && format.siret(p.siret)),
          ...fact(t('activity'), [p.naf, p.headcount].filter(Boolean).join(' · ')),
          ...fact(t('comment'), p.comment),
          ...fact(t('origin'), p.source),
          ...Object.entries(p.extra ?? {}).flatMap(([heading, value]) => fact(heading, value)),
        ]}
      />
      {p.importNotes.length > 0 && (
        <Section title={t('importNotes')}>
          <ul className="list-disc pl-5 text-sm text-ink-soft">
            {p.importNotes.map((code) => (
              <li key={code}>{rowNotes[code as RowNoteCode]?.[language] ?? code}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('history')}>
        <Timeline
          label={t('history')}
          items={[
            ...events.reverse().map(({ tone, ...item }) => (tone ? { ...item, tone } : item)),
            { id: 'added', when: format.moment(p.addedAt), title: t('added') },
          ]}
        />
      </Section>
      {mayOppose && p.status !== 'suppressed' && <Oppose missionId={missionId} phone={p.phone} prospectId={p.id} />}
    </div>
  );
};

/** The objection is heard wherever the prospect is seen. */
const Oppose = ({ missionId, phone, prospectId }: { missionId: string; phone: string; prospectId: string }) => {
  const t = useMessages(messages);
  const [asking, setAsking] = useState(false);
  const record = useCommand(
    () => request<{ prospects: number }>('POST', '/suppressions', { phone, reason: t('oppose'), scope: 'client', missionId }),
    {
      invalidate: [['prospects', prospectId], ['missions', missionId], ['suppressions']],
      done: ({ prospects }) => t('opposed', { count: prospects }),
    },
  );
  if (!asking)
    return (
      <div>
        <Button variant="danger" onPress={() => setAsking(true)}>
          {t('oppose')}
        </Button>
      </div>
    );
  return (
    <Notice
      tone="bad"
      action={
        <Button variant="danger" isPending={record.isPending} onPress={() => record.mutate()}>
          {t('opposeTitle')}
        </Button>
      }
    >
      {t('opposeWhy')}
    </Notice>
  );
};
