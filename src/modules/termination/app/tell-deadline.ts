import type { Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import { frenchDate } from '../../../shared/french.ts';
import { type DossierId, type FrameworkId, type MissionId, newId } from '../../../shared/ids.ts';
import { frameworkById } from '../../frameworks/queries.ts';
import { missionById } from '../../missions/queries.ts';
import { nameOnDocuments } from '../../parties/index.ts';
import { clientById, members, organisation } from '../../parties/queries.ts';
import type { DeadlineAlarmSent, DueAlarm } from '../domain/deadlines.ts';
import { deadlineWords } from '../domain/deadline-words.ts';

/** What the client is told too: its own last day, the end, and what it must cure. The provider’s notice is the provider’s. */
const forClient = new Set([
  'mission_ends',
  'client_notice',
  'framework_ends',
  'framework_notice',
  'cure_ends',
  'notice_ends',
  'handover_due',
]);

export const tellDeadline = async (tx: Tx, due: DueAlarm, publicUrl: string): Promise<void> => {
  const about =
    due.subject.type === 'mission'
      ? await missionById(tx, due.subject.id as MissionId)
      : await frameworkById(tx, due.subject.id as FrameworkId);
  if (!about) return;
  const { identity } = await organisation(tx);
  const client = (await clientById(tx, about.clientId))!.identity;
  const words = deadlineWords[due.kind].fr;
  const when = due.daysLeft === 0 ? 'aujourd’hui' : `dans ${due.daysLeft} ${due.daysLeft > 1 ? 'jours' : 'jour'}`;
  const owners = (await members(tx)).filter(({ role, state }) => role === 'owner' && state === 'active');
  const people = [
    ...owners.map(({ email, displayName }) => ({ email, name: displayName })),
    ...(forClient.has(due.kind) ? [{ email: client.signatory.email, name: client.signatory.name }] : []),
  ];
  for (const to of people)
    await sendMail(tx, {
      to,
      sender: nameOnDocuments(identity),
      subject: `${words} le ${frenchDate(due.on)}`,
      title: words,
      paragraphs: [`${due.label}\u00a0: ${words.charAt(0).toLowerCase()}${words.slice(1)}, le ${frenchDate(due.on)}, ${when}.`],
      ...(to.email === client.signatory.email
        ? {}
        : { action: { label: 'Voir les échéances', url: new URL('/echeances', publicUrl).toString() } }),
      about: { type: due.subject.type, id: due.subject.id },
    });
  await recordFacts<DeadlineAlarmSent>(tx, {
    dossierId: about.dossierId as DossierId,
    // A stream of its own: the versions of the mission and of the framework stay theirs.
    stream: { type: 'deadline', id: newId<string>() },
    facts: [{ type: 'DeadlineAlarmSent', kind: due.kind, label: words, dueOn: due.on, daysLeft: due.daysLeft }],
  });
};
