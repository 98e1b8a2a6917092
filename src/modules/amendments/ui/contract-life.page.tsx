import { useParams } from 'react-router';
import { useRead } from '../../../web/api/client.ts';
import { Button, Empty, Link, Loaded, Page, PageHeader, Section } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import { AmendmentState, useAmendmentFacts, useAmendmentName } from './amendment-state.tsx';
import { messages } from './messages.ts';
import { Requests } from './requests.tsx';
import type { AmendmentLine, ContractLife } from './shapes.ts';
import { usePrepare } from './use-prepare.ts';
import { Versions } from './versions.tsx';

/** The life of a mission's contract: versions, amendments, and what is asked beyond it. */
export default function ContractLifePage() {
  const { id = '' } = useParams();
  const t = useMessages(messages);
  const actor = useMe().data?.actor;
  const isOwner = actor?.kind === 'member' && actor.role === 'owner';
  const read = useRead<ContractLife>(`/missions/${id}/amendments`);
  const prepare = usePrepare(id);
  return (
    <Page>
      <Loaded read={read}>
        {(life) => (
          <>
            <PageHeader
              title={t('title')}
              lead={t('lead')}
              action={
                isOwner ? (
                  <Button
                    variant="primary"
                    onPress={() => prepare.mutate()}
                    isPending={prepare.isPending}
                    whyDisabled={life.mission.status === 'closed' ? t('whyClosed') : null}
                  >
                    {t('prepare')}
                  </Button>
                ) : undefined
              }
            />
            <Section title={t('amendments')}>
              {life.amendments.length === 0 ? (
                <Empty title={t('none')}>{t(isOwner ? 'noneHint' : 'noneClient')}</Empty>
              ) : (
                <ul className="divide-y divide-line border-y border-line">
                  {[...life.amendments].reverse().map((one) => (
                    <Line key={one.id} line={one} life={life} />
                  ))}
                </ul>
              )}
            </Section>
            <Section title={t('versions')}>
              <Versions life={life} />
            </Section>
            <Requests life={life} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

const Line = ({ line, life }: { line: AmendmentLine; life: ContractLife }) => {
  const t = useMessages(messages);
  const nameOf = useAmendmentName();
  const factsOf = useAmendmentFacts();
  const facts = [line.origin === 'manual' ? null : t(`origin_${line.origin}`), ...factsOf(line, life.now)].filter(Boolean);
  return (
    <li className="flex flex-col gap-1 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <Link to={`/missions/${life.mission.id}/avenants/${line.id}`} className="font-medium">
          {nameOf(line)}
        </Link>
        <AmendmentState status={line.status} />
      </div>
      <p className="text-sm text-ink-soft">{[line.number, ...facts].filter(Boolean).join(' · ')}</p>
      {line.closedReason && <p className="text-sm">{t('closedBecause', { reason: line.closedReason })}</p>}
    </li>
  );
};
