import { useRead, type Answer } from '../api/client.ts';
import { type Me, useServerNow } from './session.ts';

type AppointmentRow = Pick<Answer<'get', '/appointments'>['appointments'][number], 'id' | 'state' | 'reviewBy' | 'contestBy'>;
type DeadlineRow = Answer<'get', '/deadlines'>['deadlines'][number];
type RequestRow = Pick<Answer<'get', '/signature-requests'>['requests'][number], 'requestId' | 'number'>;

type SealRow = Pick<Answer<'get', '/seal'>, 'alarm' | 'daysLeft'>;
type SealAlarm = NonNullable<SealRow['alarm']>;

/** Something that only this person can move on, and until when. */
export type Waiting = { id: string; to: string; by: string | null } & (
  | { kind: 'review' | 'contest' | 'deadline' | 'negotiation'; count: number }
  | { kind: 'countersign' | 'stalled'; count: number; number: string }
  /** `count`: days left. */
  | { kind: 'seal'; alarm: SealAlarm; count: number }
);

const earliest = (moments: readonly string[]): string | null => [...moments].sort()[0] ?? null;

/** What the lists say waits for this person: the client decides, the caller may contest, the owner countersigns. */
export const waitingFor = (
  me: Me['actor'],
  appointments: readonly AppointmentRow[],
  requests: readonly RequestRow[],
  now: string,
  stalled: readonly RequestRow[] = [],
): Waiting[] => {
  const toReview = appointments.filter((one) => one.state === 'to_review');
  const contestable = appointments.filter((one) => one.state === 'refused' && one.contestBy !== null && one.contestBy > now);
  if (me.kind === 'client')
    return toReview.length
      ? [
          {
            id: 'review',
            kind: 'review',
            count: toReview.length,
            to: '/a-valider',
            by: earliest(toReview.map((one) => one.reviewBy)),
          },
        ]
      : [];
  const first = requests[0];
  return [
    ...(first
      ? [
          {
            id: 'countersign',
            kind: 'countersign' as const,
            count: requests.length,
            number: first.number,
            to: `/signatures/${first.requestId}`,
            by: null,
          },
        ]
      : []),
    ...stalledFor(stalled, requests),
    ...(contestable.length && me.role !== 'reader'
      ? [
          {
            id: 'contest',
            kind: 'contest' as const,
            count: contestable.length,
            to: '/a-valider',
            by: earliest(contestable.map((one) => one.contestBy!)),
          },
        ]
      : []),
  ];
};

/** Signatures that go nowhere; those to countersign are already told. */
const stalledFor = (stalled: readonly RequestRow[], told: readonly RequestRow[]): Waiting[] => {
  const others = stalled.filter(({ requestId }) => !told.some((one) => one.requestId === requestId));
  const first = others[0];
  if (!first) return [];
  const to = others.length === 1 ? `/signatures/${first.requestId}` : '/signatures';
  return [{ id: 'stalled', kind: 'stalled', count: others.length, number: first.number, to, by: null }];
};

/** Dates of contracts that come near: told on top of every page until they are past. */
export const deadlinesFor = (deadlines: readonly Pick<DeadlineRow, 'isNear'>[]): Waiting[] => {
  const count = deadlines.filter(({ isNear }) => isNear).length;
  return count ? [{ id: 'deadline', kind: 'deadline', count, to: '/echeances', by: null }] : [];
};

type DiscussionRow = Pick<Answer<'get', '/negotiations'>['discussions'][number], 'subject' | 'waiting'>;

/** What the other party asks to change in a document that was sent. */
export const negotiationsFor = (me: Me['actor'], discussions: readonly DiscussionRow[]): Waiting[] => {
  const asked = discussions.filter(({ waiting }) => waiting > 0);
  const [first] = asked;
  if (!first || (me.kind === 'member' && me.role !== 'owner')) return [];
  const { type, id } = first.subject;
  const isClient = me.kind === 'client';
  const list = isClient ? '/espace' : type === 'framework' ? '/contrats-cadres' : '/devis';
  const to = asked.length > 1 ? list : isClient ? `/discussion/${type}/${id}` : `${list}/${id}/negociation`;
  return [{ id: 'negotiation', kind: 'negotiation', count: asked.reduce((sum, { waiting }) => sum + waiting, 0), to, by: null }];
};

/** The certificate that seals runs out: told at sixty days, again at fifteen, and once it has, until it is replaced. */
export const sealFor = (seal: SealRow | undefined): Waiting[] =>
  seal?.alarm ? [{ id: 'seal', kind: 'seal', alarm: seal.alarm, count: seal.daysLeft, to: '/cachet', by: null }] : [];

const nothing: never[] = [];

/** Silent when a list cannot be read: the strip is a reminder, the pages tell the truth. */
export const useWaiting = (me: Me): Waiting[] => {
  const refreshed = { refetchInterval: 60_000, staleTime: 20_000, retry: false } as const;
  const now = useServerNow();
  const appointments = useRead<Answer<'get', '/appointments'>>('/appointments', refreshed);
  const owner = me.actor.kind === 'member' && me.actor.role === 'owner';
  const requests = useRead<Answer<'get', '/signature-requests'>>(owner ? '/signature-requests' : null, {
    ...refreshed,
    query: { state: 'client_signed' },
  });
  const stalled = useRead<Answer<'get', '/signature-requests'>>(owner ? '/signature-requests' : null, {
    ...refreshed,
    query: { stalled: 'true' },
  });
  const discussions = useRead<Answer<'get', '/negotiations'>>(
    owner || me.actor.kind === 'client' ? '/negotiations' : null,
    refreshed,
  );
  const caller = me.actor.kind === 'member' && me.actor.role === 'caller';
  const deadlines = useRead<Answer<'get', '/deadlines'>>(caller ? null : '/deadlines', { ...refreshed, staleTime: 300_000 });
  const seal = useRead<Answer<'get', '/seal'>>(owner ? '/seal' : null, { ...refreshed, staleTime: 300_000 });
  return [
    ...sealFor(seal.data),
    ...waitingFor(
      me.actor,
      appointments.data?.appointments ?? nothing,
      requests.data?.requests ?? nothing,
      now,
      stalled.data?.requests ?? nothing,
    ),
    ...negotiationsFor(me.actor, discussions.data?.discussions ?? nothing),
    ...deadlinesFor(deadlines.data?.deadlines ?? nothing),
  ];
};
