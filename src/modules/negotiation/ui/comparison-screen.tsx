import { useSearchParams } from 'react-router';
import { apiAddress, useRead } from '../../../web/api/client.ts';
import { ExternalLink, Loaded, Notice, Page, PageHeader } from '../../../web/design/index.ts';
import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { Comparison } from './comparison.tsx';
import { messages } from './messages.ts';
import { addressOf, type Compared, type Subject } from './shapes.ts';

/** Two revisions side by side, at an address that can be sent: ?de=1&a=2. */
export const ComparisonScreen = ({ subject, back }: { subject: Subject; back: { to: string; label: string } }) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const [query] = useSearchParams();
  const [from, to] = [query.get('de') ?? '1', query.get('a') ?? '2'];
  const read = useRead<Compared>(`${addressOf(subject)}/comparison`, { query: { from, to } });
  return (
    <Page>
      <Loaded read={read}>
        {({ title, before, after, comparison, findings }) => (
          <>
            <PageHeader
              title={t('comparison')}
              back={back}
              lead={t(after.sentAt ? 'comparisonLead' : 'comparisonNext', { title, from: before.revision, to: after.revision })}
              action={
                after.sentAt && (
                  <ExternalLink href={apiAddress(`${addressOf(subject)}/comparison.pdf?from=${from}&to=${to}`)}>
                    {t('download')}
                  </ExternalLink>
                )
              }
            />
            {findings.length > 0 && (
              <Notice tone="bad">
                <p>{t('cannotSend')}</p>
                <ul>
                  {findings.map((finding) => (
                    <li key={finding.fr}>{finding[language]}</li>
                  ))}
                </ul>
              </Notice>
            )}
            <Comparison comparison={comparison as Parameters<typeof Comparison>[0]['comparison']} />
          </>
        )}
      </Loaded>
    </Page>
  );
};
