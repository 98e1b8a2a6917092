import { useState } from 'react';
import { useRead, type Answer } from '../../../web/api/client.ts';
import {
  Button,
  Card,
  classes,
  Empty,
  Facts,
  Loaded,
  notify,
  Page,
  PageHeader,
  StateLabel,
  TwoPane,
  type Tone,
} from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { linksIn, paragraphsOf } from './mail-text.ts';
import { messages } from './messages.ts';

type Mails = Answer<'get', '/mails'>;
type MailLine = Mails['mails'][number];
type Mail = Answer<'get', '/mails/{id}'>;

const stateOf = (mail: MailLine): { key: 'mail_pending' | 'mail_sent' | 'mail_kept' | 'mail_failed'; tone: Tone } => {
  if (mail.state === 'pending') return { key: 'mail_pending', tone: 'caution' };
  if (mail.state === 'failed') return { key: 'mail_failed', tone: 'bad' };
  return mail.channel === 'outbox' ? { key: 'mail_kept', tone: 'neutral' } : { key: 'mail_sent', tone: 'good' };
};

/** Every message, as its reader sees it, with the links that it carries. */
export default function OutboxPage() {
  const t = useMessages(messages);
  const read = useRead<Mails>('/mails', { query: { limit: 200 }, refetchInterval: 10_000 });
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Page>
      <PageHeader title={t('outbox')} lead={t('outboxLead')} />
      <Loaded read={read}>
        {({ mails }) =>
          mails.length === 0 ? (
            <Empty title={t('outboxNone')}>{t('outboxNoneWhy')}</Empty>
          ) : (
            <TwoPane
              left={<MailList mails={mails} chosen={chosen ?? mails[0]!.mailId} onChoose={setChosen} />}
              right={<MailReader mailId={chosen ?? mails[0]!.mailId} />}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

const MailList = ({
  mails,
  chosen,
  onChoose,
}: {
  mails: readonly MailLine[];
  chosen: string;
  onChoose: (mailId: string) => void;
}) => {
  const t = useMessages(messages);
  const format = useFormats();
  return (
    <ul
      aria-label={t('outbox')}
      className="flex flex-col overflow-hidden rounded-md border border-line bg-surface max-lg:max-h-80 max-lg:overflow-y-auto"
    >
      {mails.map((mail) => {
        const state = stateOf(mail);
        return (
          <li key={mail.mailId} className="border-b border-line last:border-b-0">
            <button
              type="button"
              aria-current={mail.mailId === chosen}
              onClick={() => onChoose(mail.mailId)}
              className={classes(
                'flex w-full flex-col gap-0.5 px-4 py-3 text-left outline-offset-[-2px]',
                mail.mailId === chosen ? 'bg-primary-wash' : 'hover:bg-sunken',
              )}
            >
              <span className="flex items-baseline justify-between gap-3 text-xs text-ink-soft">
                <span className="truncate">{mail.to.name ?? mail.to.email}</span>
                <span className="shrink-0 tabular-nums">{format.moment(mail.createdAt)}</span>
              </span>
              <span className="font-medium">{mail.subject}</span>
              {state.key !== 'mail_kept' && <StateLabel tone={state.tone}>{t(state.key)}</StateLabel>}
            </button>
          </li>
        );
      })}
    </ul>
  );
};

const MailReader = ({ mailId }: { mailId: string }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const read = useRead<Mail>(`/mails/${mailId}`);
  return (
    <Loaded read={read}>
      {(mail) => (
        <Card className="flex flex-col gap-5">
          <h2 className="text-lg font-semibold">{mail.subject}</h2>
          <Facts
            stacked
            facts={[
              { label: t('mailTo'), value: mail.to.name ? `${mail.to.name} <${mail.to.email}>` : mail.to.email },
              { label: t('mailWhen'), value: format.moment(mail.createdAt) },
              { label: t('mailState'), value: <StateLabel tone={stateOf(mail).tone}>{t(stateOf(mail).key)}</StateLabel> },
              ...(mail.failure ? [{ label: t('mail_failed'), value: mail.failure }] : []),
            ]}
          />
          {linksIn(mail.text).map((link) => (
            <div key={link} className="flex flex-wrap items-center gap-3 rounded-md border border-line bg-sunken px-4 py-3">
              <span className="min-w-0 flex-1 text-sm break-all">{link}</span>
              <Button size="sm" onPress={() => void navigator.clipboard.writeText(link).then(() => notify(t('copied')))}>
                {t('copy')}
              </Button>
              <a href={link} className="text-sm font-medium text-primary underline underline-offset-3">
                {t('open')}
              </a>
            </div>
          ))}
          <hr className="border-line" />
          <div className="prose-document flex flex-col gap-3">
            {paragraphsOf(mail.text).map((paragraph, index) => (
              <p key={index} className="break-words whitespace-pre-line">
                {paragraph}
              </p>
            ))}
          </div>
        </Card>
      )}
    </Loaded>
  );
};
