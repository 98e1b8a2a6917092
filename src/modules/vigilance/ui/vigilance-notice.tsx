import { useRead, type Answer } from '../../../web/api/client.ts';
import { Link, Notice } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import { messages } from './messages.ts';

/** What a mission’s board says when the client does not hold what the law asks for. Nothing otherwise. */
export const VigilanceNotice = ({ missionId }: { missionId: string }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const actor = useMe().data?.actor;
  const state = useRead<Answer<'get', '/missions/{id}/vigilance'>>(`/missions/${missionId}/vigilance`, { retry: false }).data;
  if (!state || state.lacking.length === 0) return null;
  const mayOpen = actor?.kind === 'client' || (actor?.kind === 'member' && actor.role !== 'caller');
  return (
    <Notice tone="bad" action={mayOpen ? <Link to="/vigilance">{t('toVigilance')}</Link> : undefined}>
      {t('boardBlocked', {
        amount: format.money(state.engagedCents),
        documents: state.lacking.map(({ kind }) => t(`short_${kind}`)).join(', '),
      })}
    </Notice>
  );
};
