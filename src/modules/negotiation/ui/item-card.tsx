import { useState } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Card, Dialog, Notice, StateLabel, TextField, type Tone } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { ChangeView } from './change-view.tsx';
import { messages } from './messages.ts';
import { type Discussed, type ItemLine, addressOf } from './shapes.ts';
import { TermInput, tidied } from './term-input.tsx';
import type { TermField } from '../domain/field-kinds.ts';

const tones: Record<string, Tone> = { open: 'caution', accepted: 'good', declined: 'bad', withdrawn: 'neutral' };
type Verb = 'comment' | 'counter' | 'accept' | 'decline' | 'withdraw' | 'reopen';
type Said = { verb: Verb; text?: string; proposal?: unknown };

/** One point under discussion: what would change, what was said, and what may be answered now. */
export const ItemCard = ({ item, discussed, mayAct }: { item: ItemLine; discussed: Discussed; mayAct: boolean }) => {
  const t = useMessages(messages);
  const [asking, setAsking] = useState<'comment' | 'counter' | 'decline' | null>(null);
  const address = addressOf(discussed.subject);
  const done = {
    comment: 'sent',
    counter: 'sent',
    accept: 'accepted',
    decline: 'declined',
    withdraw: 'withdrawn',
    reopen: 'reopened',
  } as const;
  const answer = useCommand(
    ({ verb, text = '', proposal = null }: Said) =>
      request('POST', `${address}/items/${item.id}/answers`, { verb, text, proposal, version: item.version }),
    {
      invalidate: [['negotiations']],
      done: (_, { verb }) => t(done[verb]),
      onDone: () => setAsking(null),
      quiet: asking !== null,
    },
  );
  const may = (verb: Verb) => item.can[verb]?.allowed === true;
  const press = (verb: Verb) => answer.mutate({ verb });
  return (
    <article aria-label={item.label}>
      <Card className="flex flex-col gap-4">
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
          <div className="min-w-0">
            <h3 className="text-base font-semibold">{item.label}</h3>
            <p className="text-xs text-ink-soft">{item.article ? t('place', { article: item.article }) : t('wholeDocument')}</p>
          </div>
          <span className="flex flex-wrap items-baseline gap-x-2 text-sm">
            <StateLabel tone={tones[item.status] ?? 'neutral'}>{t(`status_${item.status as 'open'}`)}</StateLabel>
            {item.includedIn !== null && <span className="text-ink-soft">{t('includedIn', { revision: item.includedIn })}</span>}
          </span>
        </header>
        {item.change && <ChangeView change={item.change} />}
        <Thread item={item} />
        {mayAct && (
          <div className="flex flex-wrap gap-3">
            {may('accept') && (
              <Button variant="primary" isPending={answer.isPending} onPress={() => press('accept')}>
                {t('accept')}
              </Button>
            )}
            {may('decline') && <Button onPress={() => setAsking('decline')}>{t('decline')}</Button>}
            {may('counter') && item.target.kind !== 'document' && item.change && (
              <Button onPress={() => setAsking('counter')}>{t('counter')}</Button>
            )}
            {may('comment') && (
              <Button variant="quiet" onPress={() => setAsking('comment')}>
                {t('comment')}
              </Button>
            )}
            {may('withdraw') && (
              <Button variant="quiet" onPress={() => press('withdraw')}>
                {item.change ? t('withdraw') : t('withdrawRemark')}
              </Button>
            )}
            {may('reopen') && (
              <Button variant="quiet" onPress={() => press('reopen')}>
                {t('reopen')}
              </Button>
            )}
          </div>
        )}
        {asking && (
          <AnswerDialog
            verb={asking}
            item={item}
            discussed={discussed}
            error={answer.error?.message ?? null}
            isPending={answer.isPending}
            onSend={(said) => answer.mutate(said)}
            onClose={() => {
              answer.reset();
              setAsking(null);
            }}
          />
        )}
      </Card>
    </article>
  );
};

const Thread = ({ item }: { item: ItemLine }) => {
  const t = useMessages(messages);
  const format = useFormats();
  return (
    <ol className="flex flex-col gap-2 text-sm">
      {item.thread.map((message, index) => (
        <li key={index} className="flex flex-col">
          <span className="text-xs text-ink-soft">
            {message.name} ({t(`by_${message.party}`).toLowerCase()}) {t(`verb_${message.verb as 'comment'}`)},{' '}
            {format.moment(message.at)}
            {message.change?.kind === 'term' && `\u00a0: ${message.change.to.join(', ')}`}
          </span>
          {message.text && <span className="max-w-reading whitespace-pre-line">{message.text}</span>}
        </li>
      ))}
    </ol>
  );
};

const AnswerDialog = ({
  verb,
  item,
  discussed,
  error,
  isPending,
  onSend,
  onClose,
}: {
  verb: 'comment' | 'counter' | 'decline';
  item: ItemLine;
  discussed: Discussed;
  error: string | null;
  isPending: boolean;
  onSend: (said: Said) => void;
  onClose: () => void;
}) => {
  const t = useMessages(messages);
  const path = item.target.kind === 'term' ? item.target.path : '';
  const term = discussed.terms.find((one) => one.path === path);
  const [text, setText] = useState('');
  const [value, setValue] = useState<unknown>(item.change?.kind === 'term' ? item.change.value : term?.value);
  const [edits, setEdits] = useState(
    item.change?.kind === 'clause' ? item.change.edits.map(({ passageId, before, after }) => ({ passageId, before, after })) : [],
  );
  const counter = item.change?.kind === 'clause' ? { kind: 'clause', edits } : { kind: 'term', value: tidied(value) };
  const sends = { comment: 'commentSend', counter: 'counterSend', decline: 'decline' } as const;
  const titles = { comment: 'commentTitle', counter: 'counterTitle', decline: 'declineTitle' } as const;
  return (
    <Dialog
      title={t(titles[verb])}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            isPending={isPending}
            whyDisabled={text.trim() ? null : verb === 'comment' ? t('mustWrite') : t('mustSayWhy')}
            onPress={() => onSend({ verb, text, ...(verb === 'counter' ? { proposal: counter } : {}) })}
          >
            {t(sends[verb])}
          </Button>
        </>
      }
    >
      {verb === 'decline' && <p className="text-sm text-ink-soft">{t('declineLead')}</p>}
      {verb === 'counter' && term && (
        <TermInput field={term.field as unknown as TermField} label={t('newValue')} value={value} onChange={setValue} />
      )}
      {verb === 'counter' &&
        edits.map((edit, index) => (
          <TextField
            key={`${edit.passageId} ${edit.before}`}
            label={t('rewriteLabel')}
            hint={t('rewriteHint')}
            lines={6}
            value={edit.after}
            onChange={(after) => setEdits(edits.map((one, at) => (at === index ? { ...one, after } : one)))}
            maxLength={10_000}
          />
        ))}
      <TextField
        label={verb === 'comment' ? t('yourWords') : t('reason')}
        {...(verb === 'comment' ? {} : { hint: t('reasonHint') })}
        lines={3}
        value={text}
        onChange={setText}
        maxLength={2000}
      />
      {error && <Notice tone="bad">{error}</Notice>}
    </Dialog>
  );
};
