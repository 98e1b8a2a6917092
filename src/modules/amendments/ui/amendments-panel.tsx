import { useRead } from '../../../web/api/client.ts';
import { Button, Link, Loaded } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import { AmendmentState, useAmendmentName } from './amendment-state.tsx';
import { messages } from './messages.ts';
import type { ContractLife } from './shapes.ts';
import { usePrepare } from './use-prepare.ts';
import { Versions } from './versions.tsx';

/** Beside the signed terms: their versions in time, the amendments, and the way to another. */
export const AmendmentsPanel = ({ missionId }: { missionId: string }) => {
  const t = useMessages(messages);
  const nameOf = useAmendmentName();
  const actor = useMe().data?.actor;
  const isOwner = actor?.kind === 'member' && actor.role === 'owner';
  const mayOpen = isOwner || actor?.kind === 'client' || (actor?.kind === 'member' && actor.role === 'reader');
  const read = useRead<ContractLife>(`/missions/${missionId}/amendments`);
  const prepare = usePrepare(missionId);
  return (
    <section aria-label={t('amendments')} className="flex flex-col gap-3">
      <h2 className="text-base font-semibold">{t('versions')}</h2>
      <Loaded read={read}>
        {(life) => (
          <>
            <Versions life={life} />
            {mayOpen && life.amendments.length > 0 && (
              <ul className="flex flex-col gap-1.5 text-sm">
                {life.amendments.map((one) => (
                  <li key={one.id} className="flex flex-wrap items-baseline gap-x-3">
                    <Link to={`/missions/${missionId}/avenants/${one.id}`}>{nameOf(one)}</Link>
                    <AmendmentState status={one.status} />
                  </li>
                ))}
              </ul>
            )}
            {isOwner && (
              <Button
                onPress={() => prepare.mutate()}
                isPending={prepare.isPending}
                whyDisabled={life.mission.status === 'closed' ? t('whyClosed') : null}
              >
                {t('prepare')}
              </Button>
            )}
            {mayOpen && (
              <Link to={`/missions/${missionId}/avenants`} className="w-fit text-sm">
                {t('title')}
              </Link>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
};
