import { useParams } from 'react-router';
import { useLive, useRead } from '../../../web/api/client.ts';
import { Empty, Facts, Loaded, Page, PageHeader, Section } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import { ClosingPanel } from './closing-panel.tsx';
import { EndPanel } from './end-panel.tsx';
import { LettersPanel } from './letters-panel.tsx';
import { messages } from './messages.ts';
import { ProcedurePanel } from './procedure-panel.tsx';
import type { Life } from './shapes.ts';
import { SuspensionPanel } from './suspension-panel.tsx';

/** How a mission may stop, be suspended or end: what a click would change is read before it. */
export default function LifePage() {
  const { id = '' } = useParams();
  const read = useRead<Life>(`/missions/${id}/life`);
  useLive(`/missions/${id}/board/live`, ['missions', id, 'life']);
  return (
    <Page>
      <Loaded read={read}>{(life) => <LifeOf life={life} />}</Loaded>
    </Page>
  );
}

const LifeOf = ({ life }: { life: Life }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const actor = useMe().data?.actor;
  const mayAct = actor?.kind === 'client' || (actor?.kind === 'member' && actor.role === 'owner');
  const { mission, noticeDays, standing, resiliations, suspensions, notices } = life;
  const current = resiliations.find(({ state }) => state !== 'cured' && state !== 'withdrawn');
  const isQuiet = resiliations.length === 0 && suspensions.length === 0;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Facts
        facts={[
          { label: t('contract'), value: mission.contractNumber },
          { label: t('ends'), value: format.day(mission.endsOn) },
          { label: t('notices'), value: t('noticesValue', { provider: noticeDays.provider, client: noticeDays.client }) },
          ...(standing.suspendedDays > 0
            ? [{ label: t('suspendedDays'), value: t('suspendedDaysValue', { count: standing.suspendedDays }) }]
            : []),
        ]}
      />
      {isQuiet && mission.status !== 'closed' && <Empty title={t('nothing')}>{t('nothingWhy')}</Empty>}
      {resiliations.map((procedure) => (
        <ProcedurePanel key={procedure.id} procedure={procedure} life={life} mayAct={mayAct} />
      ))}
      {notices.length > 0 && <LettersPanel life={life} mayAct={mayAct} />}
      {mission.status !== 'closed' && (
        <>
          {!current && mayAct && <EndPanel life={life} />}
          {mayAct && <SuspensionPanel life={life} />}
        </>
      )}
      {life.handover ? (
        <ClosingPanel handover={life.handover} life={life} mayAct={mayAct} />
      ) : (
        <Section title={t('handover')}>
          <p className="text-sm text-ink-soft">{t('handoverLater')}</p>
        </Section>
      )}
    </>
  );
};
