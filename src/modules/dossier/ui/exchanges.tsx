import { useState } from 'react';
import { useRead, type Answer } from '../../../web/api/client.ts';
import { Button, Dialog, Empty, Loaded, Section, StateLabel, type Tone } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';

type Exchanges = Answer<'get', '/dossiers/{id}/exchanges'>;
type Line = Exchanges['mails'][number];
type Mail = Answer<'get', '/mails/{id}'>;

const stateOf = ({ state, channel }: Line): { key: 'mail_pending' | 'mail_sent' | 'mail_outbox' | 'mail_failed'; tone: Tone } => {
  if (state === 'pending') return { key: 'mail_pending', tone: 'caution' };
  if (state === 'failed') return { key: 'mail_failed', tone: 'bad' };
  return channel === 'outbox' ? { key: 'mail_outbox', tone: 'neutral' } : { key: 'mail_sent', tone: 'good' };
};

/** Every message that left about this file, with what became of it. */
export const Exchanges = ({ dossierId, mayRead }: { dossierId: string; mayRead: boolean }) => {
  const t = useMessages(messages);
  const [limit, setLimit] = useState(8);
  const read = useRead<Exchanges>(`/dossiers/${dossierId}/exchanges`, { query: { limit } });
  const [opened, setOpened] = useState<Line | null>(null);
  return (
    <Section title={t('exchanges')}>
      <Loaded read={read} lines={3}>
        {({ mails }) =>
          mails.length === 0 ? (
            <Empty title={t('exchangesNone')}>{t('exchangesNoneWhy')}</Empty>
          ) : (
            <>
              <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
                {mails.map((mail) => (
                  <ExchangeLine key={mail.mailId} mail={mail} {...(mayRead ? { onOpen: () => setOpened(mail) } : {})} />
                ))}
              </ul>
              {mails.length === limit && (
                <div>
                  <Button size="sm" onPress={() => setLimit(limit + 20)}>
                    {t('olderMails')}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Loaded>
      {opened && (
        <Dialog title={opened.subject} isOpen onClose={() => setOpened(null)}>
          <MailText mailId={opened.mailId} />
        </Dialog>
      )}
    </Section>
  );
};

const ExchangeLine = ({ mail, onOpen }: { mail: Line; onOpen?: () => void }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const { key, tone } = stateOf(mail);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 text-sm">
      <span className="min-w-0 flex-1 basis-64">
        <span className="block font-medium">{mail.subject}</span>
        <span className="block text-xs text-ink-soft">
          {`${t('mailTo', { name: mail.to.name ?? mail.to.email })} · ${format.moment(mail.createdAt)}`}
          {mail.failure && ` · ${mail.failure}`}
        </span>
        {mail.confidential && <span className="block text-xs text-ink-soft">{t('mailConfidential')}</span>}
      </span>
      <StateLabel tone={tone}>{t(key)}</StateLabel>
      {onOpen && !mail.confidential && (
        <Button size="sm" variant="quiet" onPress={onOpen} aria-label={`${t('read')} ${mail.subject}`}>
          {t('read')}
        </Button>
      )}
    </li>
  );
};

const MailText = ({ mailId }: { mailId: string }) => {
  const read = useRead<Mail>(`/mails/${mailId}`);
  return (
    <Loaded read={read} lines={6}>
      {({ text }) => <p className="max-w-reading text-sm whitespace-pre-wrap">{text}</p>}
    </Loaded>
  );
};
