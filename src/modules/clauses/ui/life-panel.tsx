import { useState } from 'react';
import { useNavigate } from 'react-router';
import { request, useCommand, useRead, type Answer } from '../../../web/api/client.ts';
import { Button, Checkbox, ConfirmDialog, Dialog, Link, Notice, notify, Section, Timeline } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import type { Instant } from '../../../shared/time.ts';
import { type LibraryVerb, stateAfter } from '../domain/life.ts';
import { type ClauseDetail, type TextState, TextStateLabel } from './labels.tsx';
import { messages } from './messages.ts';
import { ReviewDialog } from './review-dialog.tsx';

type Kind = 'clause' | 'model';
type Text = { id: string; version: number; title: string; state: TextState; origin: string };
type Props = { kind: Kind; text: Text; clientIds: readonly string[]; versions: ClauseDetail['versions'] };

const baseOf = (kind: Kind) => (kind === 'clause' ? 'clauses' : 'models');
const pageOf = (kind: Kind, id: string) => `/modeles/${kind === 'clause' ? 'clauses' : 'documents'}/${id}`;

/** What may be done with this version, by the same table as the server's. */
export const LifeActions = ({ kind, text, clientIds, versions }: Props) => {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const [open, setOpen] = useState<'review' | 'pilot' | 'publish' | 'discard' | null>(null);
  const isOwn = text.origin === 'own';
  const can = (verb: LibraryVerb) => isOwn && stateAfter(verb, text.state) !== undefined;
  const invalidate = [['clauses'], ['models']];
  const send = (verb: string) => request('POST', `/${baseOf(kind)}/${text.id}/${verb}`, { version: text.version });
  const close = () => setOpen(null);
  const publish = useCommand(() => send('publish'), { invalidate, done: t('published'), onDone: close });
  const reopen = useCommand(() => send('reopen'), { invalidate });
  const retire = useCommand(() => send('retire'), {
    invalidate,
    onDone: () => notify(t('retired'), { undo: { label: t('undo'), run: () => publish.mutate() } }),
  });
  const discard = useCommand(() => send('discard'), {
    invalidate,
    done: t('discarded'),
    onDone: () => void navigate(versions.length > 1 ? pageOf(kind, text.id) : '/modeles', { replace: true }),
  });
  const next = useCommand(() => request('POST', `/${baseOf(kind)}/${text.id}/versions`), {
    invalidate,
    done: t('opened'),
    onDone: () => void navigate(pageOf(kind, text.id)),
  });
  const isBeingWritten = versions.some(({ state }) => state === 'draft' || state === 'reviewed');
  const isReviewed = versions.find(({ version }) => version === text.version)?.review != null;
  return (
    <div className="flex flex-wrap gap-3">
      {(!isOwn && kind === 'clause') || can('review') ? (
        <Button onPress={() => setOpen('review')}>{t('markReviewed')}</Button>
      ) : null}
      {can('pilot') && <Button onPress={() => setOpen('pilot')}>{t('pilot')}</Button>}
      {can('publish') && (
        <Button
          variant="primary"
          onPress={() => setOpen('publish')}
          {...(isReviewed ? {} : { whyDisabled: t('standing_never') + ' : ' + t('markReviewed') })}
        >
          {t('publish')}
        </Button>
      )}
      {can('reopen') && (
        <Button onPress={() => reopen.mutate()} isPending={reopen.isPending}>
          {t('reopen')}
        </Button>
      )}
      {can('retire') && (
        <Button onPress={() => retire.mutate()} isPending={retire.isPending}>
          {t('retire')}
        </Button>
      )}
      {isOwn && !isBeingWritten && (
        <Button onPress={() => next.mutate()} isPending={next.isPending}>
          {t('newVersion')}
        </Button>
      )}
      {can('discard') && (
        <Button variant="quiet" onPress={() => setOpen('discard')}>
          {t('discard')}
        </Button>
      )}
      {open === 'review' && <ReviewDialog kind={kind} {...text} onClose={close} />}
      {open === 'pilot' && <PilotDialog kind={kind} text={text} clientIds={clientIds} onClose={close} />}
      <ConfirmDialog
        title={t('publish')}
        isOpen={open === 'publish'}
        onClose={close}
        action={t('publish')}
        onConfirm={() => publish.mutate()}
        isPending={publish.isPending}
      >
        {t('publishWhy')}
      </ConfirmDialog>
      <ConfirmDialog
        title={t('discard')}
        isOpen={open === 'discard'}
        onClose={close}
        action={t('discard')}
        onConfirm={() => discard.mutate()}
        danger
        isPending={discard.isPending}
      >
        {t('discardWhy', { version: text.version })}
      </ConfirmDialog>
    </div>
  );
};

const PilotDialog = ({
  kind,
  text,
  clientIds,
  onClose,
}: {
  kind: Kind;
  text: Text;
  clientIds: readonly string[];
  onClose: () => void;
}) => {
  const t = useMessages(messages);
  const [chosen, setChosen] = useState<readonly string[]>(clientIds);
  const clients = useRead<Answer<'get', '/clients'>>('/clients').data?.clients ?? [];
  const pilot = useCommand(
    () => request('POST', `/${baseOf(kind)}/${text.id}/pilot`, { version: text.version, clientIds: chosen }),
    { quiet: true, invalidate: [['clauses'], ['models']], done: t('pilotSaved'), onDone: onClose },
  );
  return (
    <Dialog
      title={t('pilot')}
      isOpen
      onClose={onClose}
      footer={
        <Button
          variant="primary"
          isPending={pilot.isPending}
          onPress={() => pilot.mutate()}
          {...(chosen.length === 0 ? { whyDisabled: t('pilotClients') } : {})}
        >
          {t('pilot')}
        </Button>
      }
    >
      <p className="text-sm text-ink-soft">{t('pilotWhy')}</p>
      {pilot.error && <Notice tone="bad">{pilot.error.message}</Notice>}
      {clients.length === 0 && <Notice>{t('noClient')}</Notice>}
      {clients.map(({ clientId, name }) => (
        <Checkbox
          key={clientId}
          isSelected={chosen.includes(clientId)}
          onChange={(on) => setChosen(on ? [...chosen, clientId] : chosen.filter((one) => one !== clientId))}
        >
          {name}
        </Checkbox>
      ))}
    </Dialog>
  );
};

type VersionsProps = { kind: Kind; id: string; shown: number; versions: ClauseDetail['versions'] };

/** Every version with its state; each is a link. */
export const Versions = ({ kind, id, shown, versions }: VersionsProps) => {
  const t = useMessages(messages);
  const format = useFormats();
  return (
    <Section title={t('versions')}>
      <ul className="flex flex-col">
        {versions.toReversed().map(({ version, state, updatedAt, updatedBy }) => (
          <li key={version} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-line py-2 text-sm">
            {version === shown ? (
              <strong className="font-semibold">{t('version', { version })}</strong>
            ) : (
              <Link to={`${pageOf(kind, id)}?version=${version}`}>{t('version', { version })}</Link>
            )}
            <TextStateLabel state={state} />
            <span className="text-ink-soft">{`${updatedBy}, ${format.moment(updatedAt as Instant)}`}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** What was done to it, the latest first. */
export const History = ({ events }: { events: ClauseDetail['events'] }) => {
  const t = useMessages(messages);
  const format = useFormats();
  return (
    <Section title={t('history')}>
      <Timeline
        label={t('history')}
        items={events.map(({ version, at, verb, by }) => ({
          id: `${version} ${at} ${verb}`,
          when: format.moment(at as Instant),
          title: t('eventLine', { version, what: t(`event_${verb}` as 'event_open'), by }),
        }))}
      />
    </Section>
  );
};
