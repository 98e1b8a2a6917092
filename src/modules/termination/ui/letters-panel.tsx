import { useState } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, DateField, Dialog, Form, Link, Section, StateLabel, TextField } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import { refreshed, type Letter, type Life } from './shapes.ts';

/** The letters exchanged, with the day each one counts from. */
export const LettersPanel = ({ life, mayAct }: { life: Life; mayAct: boolean }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const [asked, ask] = useState<Letter | null>(null);
  return (
    <Section title={t('letters')}>
      <ul className="divide-y divide-line border-y border-line">
        {life.notices.map((letter) => (
          <li key={letter.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3 text-sm">
            <div className="min-w-0">
              <p className="font-medium">{letter.subject}</p>
              <p className="text-ink-soft">
                {t(`kind_${letter.kind}`)} · {format.moment(letter.sentAt)}
              </p>
            </div>
            <div className="flex flex-wrap items-center gap-4">
              <StateLabel tone={letter.served ? 'good' : 'caution'}>{served(letter, t, format)}</StateLabel>
              <Link to={`/lettres/${letter.id}`}>{t('letterRead')}</Link>
              {mayAct && !letter.served && letter.from === life.me && (
                <Button onPress={() => ask(letter)}>{t('registered')}</Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {asked && <Registered letter={asked} life={life} onClose={() => ask(null)} />}
    </Section>
  );
};

export const served = (
  { served: how }: Pick<Letter, 'served'>,
  t: ReturnType<typeof useMessages<keyof (typeof messages)['fr']>>,
  format: ReturnType<typeof useFormats>,
): string => {
  if (!how) return t('letterWaiting');
  return how.how === 'read'
    ? t('letterServed', { day: format.day(how.on), name: how.to })
    : t('letterPresented', { day: format.day(how.on), number: how.registeredNumber ?? '' });
};

const Registered = ({ letter, life, onClose }: { letter: Letter; life: Life; onClose: () => void }) => {
  const t = useMessages(messages);
  const [presentedOn, setPresentedOn] = useState<string | null>(life.today);
  const [number, setNumber] = useState('');
  const command = useCommand(() => request('POST', `/notices/${letter.id}/registered-letter`, { presentedOn, number }), {
    invalidate: refreshed(life.mission.id),
    done: t('recorded'),
    onDone: onClose,
    quiet: true,
  });
  return (
    <Dialog isOpen title={t('registered')} onClose={onClose}>
      <p className="text-sm text-ink-soft">{t('registeredWhy')}</p>
      <Form error={command.error} onSubmit={() => command.mutate()}>
        <DateField label={t('presentedOn')} name="presentedOn" value={presentedOn as never} onChange={setPresentedOn as never} />
        <TextField label={t('registeredNumber')} name="number" value={number} onChange={setNumber} figures />
        <Button type="submit" variant="primary" isPending={command.isPending}>
          {t('registered')}
        </Button>
      </Form>
    </Dialog>
  );
};
