import { useRead } from '../../../web/api/client.ts';
import { Link, Notice } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import { messages } from './messages.ts';
import type { Life } from './shapes.ts';

/** What a mission’s board says when the contract is suspended, ending or to be handed over. Nothing otherwise. */
export const LifeNotice = ({ missionId }: { missionId: string }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const actor = useMe().data?.actor;
  const mayRead = actor?.kind === 'client' || (actor?.kind === 'member' && actor.role !== 'caller');
  const life = useRead<Life>(mayRead ? `/missions/${missionId}/life` : null, { retry: false }).data;
  if (!life) return null;
  const current = life.resiliations.find(({ state }) => !['cured', 'withdrawn', 'effective'].includes(state));
  const sentences = [
    ...(life.standing.suspension ? [t('boardSuspended')] : []),
    ...(current?.state === 'notice_running' && current.effectiveAt
      ? [t('boardNotice', { day: format.dayOf(new Date(Date.parse(current.effectiveAt) - 1).toISOString()) })]
      : []),
    ...(current && current.state !== 'notice_running' && current.path === 'breach' ? [t('boardDemand')] : []),
    ...(life.handover && !life.handover.attestedAt ? [t('boardHandover', { day: format.day(life.handover.dueOn) })] : []),
  ];
  if (sentences.length === 0) return null;
  return (
    <Notice tone="caution" action={<Link to={`/missions/${missionId}/fin`}>{t('lifeLink')}</Link>}>
      {sentences.join(' ')}
    </Notice>
  );
};
