import { useRef } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { useRead, type Answer } from '../../../web/api/client.ts';
import { classes, Empty, KeyHint, Loaded, Page, PageHeader, StateLabel, useHotkey, usePhone } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import { DeadlineDial } from './deadline-dial.tsx';
import { inFilter, reviewFilters, type ReviewFilter } from './inbox.ts';
import { messages } from './messages.ts';
import type { AppointmentRow } from './shapes.ts';
import { tones, useStateSentence } from './state-sentence.ts';
import { useNow } from './use-now.ts';

type Inbox = Answer<'get', '/appointments'>;

/** What waits for the client's word, by deadline; for the others, how each appointment stands. */
export default function ReviewPage() {
  const t = useMessages(messages);
  const read = useRead<Inbox>('/appointments', { refetchInterval: 30_000 });
  const actor = useMe().data?.actor;
  const lead =
    actor?.kind === 'client'
      ? 'inboxLeadClient'
      : actor?.kind === 'member' && actor.role === 'reader'
        ? 'inboxLeadReader'
        : 'inboxLeadMember';
  return (
    <Page>
      <PageHeader title={t('inbox')} lead={t(lead)} />
      <Loaded read={read}>{(inbox) => <Rows inbox={inbox} />}</Loaded>
    </Page>
  );
}

const Rows = ({ inbox }: { inbox: Inbox }) => {
  const t = useMessages(messages);
  const [search, setSearch] = useSearchParams();
  const asked = search.get('etat') as ReviewFilter | null;
  const shown = asked && reviewFilters.includes(asked) ? asked : 'to_review';
  const list = useRef<HTMLUListElement>(null);
  const phone = usePhone();
  const now = useNow(inbox.now);
  const rows = inFilter(inbox.appointments, shown);

  const move = (step: 1 | -1) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[Math.min(links.length - 1, Math.max(0, at === -1 ? 0 : at + step))]?.focus();
  };
  useHotkey('j', () => move(1));
  useHotkey('k', () => move(-1));

  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div role="group" aria-label={t('filter')} className="flex flex-wrap gap-2">
          {reviewFilters.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === shown}
              onClick={() => setSearch(one === 'to_review' ? {} : { etat: one }, { replace: true })}
              className={classes(
                'flex h-9 items-center gap-2 rounded-md border px-3 text-sm max-md:h-11',
                one === shown
                  ? 'border-primary bg-primary-wash font-medium text-primary'
                  : 'border-line bg-surface hover:border-edge',
              )}
            >
              {t(`filter_${one}`)}
              <span className="text-xs tabular-nums">{inFilter(inbox.appointments, one).length}</span>
            </button>
          ))}
        </div>
        {!phone && rows.length > 0 && (
          <p className="text-xs text-ink-soft">
            <KeyHint keys="J" /> <KeyHint keys="K" /> {t('moveHint')} <KeyHint keys="↵" /> {t('openHint')}
          </p>
        )}
      </div>
      {rows.length === 0 ? (
        <Empty title={t(`none_${shown}`)}>{t(`none_${shown}Why`)}</Empty>
      ) : (
        <ul ref={list} className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
          {rows.map((row) => (
            <Row key={row.id} row={row} now={now} shown={shown} />
          ))}
        </ul>
      )}
    </>
  );
};

const Row = ({ row, now, shown }: { row: AppointmentRow; now: string; shown: ReviewFilter }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const sentence = useStateSentence();
  return (
    <li>
      <RouterLink
        to={`/a-valider/${row.id}${shown === 'to_review' ? '' : `?etat=${shown}`}`}
        className="grid grid-cols-[3rem_minmax(0,1fr)] items-center gap-x-4 gap-y-1 rounded-md px-4 py-3 text-sm hover:bg-sunken md:grid-cols-[3rem_minmax(0,1.2fr)_minmax(0,1fr)_6rem]"
      >
        {row.state === 'to_review' ? (
          <DeadlineDial from={row.bookedAt} to={row.reviewBy} now={now} />
        ) : row.state === 'refused' && row.contestBy && row.contestBy > now && !row.ruling ? (
          <DeadlineDial from={row.decidedAt ?? row.bookedAt} to={row.contestBy} now={now} />
        ) : (
          <StateMark state={row.state} />
        )}
        <span className="min-w-0">
          <span className="block truncate text-base font-medium">
            <span className="text-ink-soft tabular-nums">{row.ref}</span> {row.company}
          </span>
          <span className="block truncate text-ink-soft">
            {t('meetingOn', { moment: format.moment(row.meetingAt) })} {t('withPerson', { name: row.contactName })}
          </span>
        </span>
        <span className="min-w-0 max-md:col-start-2">
          <StateLabel tone={tones[row.state]}>{t(`state_${row.state}`)}</StateLabel>
          <span className="block text-ink-soft">{sentence(row, { now })}</span>
        </span>
        <span className="text-right max-md:col-start-2 max-md:flex max-md:gap-3 max-md:text-left">
          <span className="block font-medium tabular-nums">{format.money(row.priceCents)}</span>
          <span className="block text-xs text-ink-soft">{t(row.recordingId ? 'recorded' : 'notRecorded')}</span>
        </span>
      </RouterLink>
    </li>
  );
};

const signs = { accepted: '✓', refused: '▲', contested: '◆', to_review: '' } as const;
const StateMark = ({ state }: { state: AppointmentRow['state'] }) => (
  <span
    aria-hidden
    className={classes(
      'flex size-9 items-center justify-center justify-self-center rounded-full border text-sm',
      state === 'accepted'
        ? 'border-good text-good'
        : state === 'refused'
          ? 'border-bad text-bad'
          : 'border-caution text-caution',
    )}
  >
    {signs[state]}
  </span>
);
