import { useMemo } from 'react';
import { useParams } from 'react-router';
import { useRead, type Answer } from '../../../web/api/client.ts';
import { Facts, Link, Loaded, Page, PageHeader, Section, TwoPane } from '../../../web/design/index.ts';
import { useFormats, useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import { articleOf, type ContractContent } from '../../contracts/index.ts';
import { AmendmentsPanel } from '../../amendments/screens.ts';
import { CallersPanel } from './callers-panel.tsx';
import { messages } from './messages.ts';
import { termMessages } from './term-messages.ts';
import { termGroups, type TermGroup } from './term-rows.ts';

type Mission = Answer<'get', '/missions/{id}'>;

/** What both sides signed, as it rules now: by heading, with the articles; and who may call. */
export default function TermsPage() {
  const { id = '' } = useParams();
  const read = useRead<Mission>(`/missions/${id}`);
  return (
    <Page>
      <Loaded read={read}>{(mission) => <TermsOf mission={mission} />}</Loaded>
    </Page>
  );
}

const TermsOf = ({ mission }: { mission: Mission }) => {
  const t = useMessages(messages);
  const tTerm = useMessages(termMessages);
  const format = useFormats();
  const { language } = useLanguage();
  const actor = useMe().data?.actor;
  const isMember = actor?.kind === 'member';
  const { number, version, effectiveAt, sha256 } = mission.terms;
  const content = mission.terms.content as unknown as ContractContent;
  const groups = useMemo(
    () => termGroups(content, (path) => articleOf(content.articles, path), { t: tTerm, format, language }),
    [content, tTerm, format, language],
  );
  return (
    <>
      <PageHeader title={t('termsTitle')} lead={t('termsLead')} />
      <TwoPane
        left={
          <>
            <Facts
              stacked
              facts={[
                { label: t('contract'), value: isMember ? <Link to={`/devis/${mission.quoteId}`}>{number}</Link> : number },
                { label: t('version'), value: t('versionValue', { version }) },
                { label: t('effective'), value: format.moment(effectiveAt) },
                { label: t('hash'), value: <span className="text-xs break-all">{sha256}</span> },
              ]}
            />
            <p className="text-xs text-ink-soft">{t('hashWhy')}</p>
            <nav aria-label={t('contents')} className="flex flex-col gap-1.5 max-lg:hidden">
              <h2 className="text-base font-semibold">{t('contents')}</h2>
              {groups.map(({ heading, title }) => (
                <a
                  key={heading}
                  href={`#${heading}`}
                  className="w-fit rounded-md text-primary underline decoration-1 underline-offset-3"
                >
                  {title}
                </a>
              ))}
            </nav>
            <AmendmentsPanel missionId={mission.id} />
            {isMember && <CallersPanel mission={mission} isOwner={actor.role === 'owner'} />}
          </>
        }
        right={groups.map((group) => (
          <GroupOf key={group.heading} group={group} />
        ))}
      />
    </>
  );
};

const GroupOf = ({ group }: { group: TermGroup }) => {
  const t = useMessages(messages);
  return (
    <div id={group.heading} className="scroll-mt-6">
      <Section title={group.title}>
        <dl className="divide-y divide-line border-y border-line">
          {group.rows.map(({ path, label, lines, article }) => (
            <div key={path} className="grid gap-x-6 gap-y-0.5 py-2.5 md:grid-cols-[13rem_minmax(0,1fr)_5.5rem]">
              <dt className="text-ink-soft">{label}</dt>
              <dd className="flex max-w-reading flex-col gap-1">
                {lines.map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </dd>
              <dd className="text-xs text-ink-soft md:text-right">{article && t('article', { article })}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </div>
  );
};
