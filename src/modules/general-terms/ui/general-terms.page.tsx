import { useState } from 'react';
import { useRead } from '../../../web/api/client.ts';
import { Button, Card, Empty, ExternalLink, Loaded, Page, PageHeader, Section, StateLabel } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import { messages } from './messages.ts';
import { NextEdition } from './next-edition.tsx';

export type EditionLine = { edition: number; publishedOn: string; note: string; fileSha256: string };
export type GeneralTermsView = { editions: EditionLine[]; next: DraftTerms };
type Me = { actor: { role?: string; tenantId?: string } };

/** The organisation's general terms: the edition in force, the ones before it, and the next one being prepared. */
export default function GeneralTermsPage() {
  const t = useMessages(messages);
  const read = useRead<GeneralTermsView>('/general-terms');
  const me = useRead<Me>('/me', { staleTime: 60_000 });
  const [preparing, setPreparing] = useState(false);
  const mayAct = me.data?.actor.role === 'owner';
  const next = (read.data?.editions[0]?.edition ?? 0) + 1;
  const prepare = mayAct && !preparing && (
    <Button variant="primary" onPress={() => setPreparing(true)}>
      {t('prepare', { edition: next })}
    </Button>
  );
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} action={read.data?.editions.length ? prepare : undefined} />
      <Loaded read={read}>
        {(view) => (
          <>
            {preparing && <NextEdition view={view} onDone={() => setPreparing(false)} />}
            {view.editions.length === 0 && !preparing && (
              <Empty title={t('none')} action={prepare || undefined}>
                {t('noneHint')}
              </Empty>
            )}
            {view.editions.length > 0 && (
              <>
                {me.data?.actor.tenantId && <PublicAddress organisationId={me.data.actor.tenantId} />}
                <Editions editions={view.editions} />
              </>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

const PublicAddress = ({ organisationId }: { organisationId: string }) => {
  const t = useMessages(messages);
  const address = `${location.origin}/cgv/${organisationId}`;
  return (
    <Section title={t('publicAddress')}>
      <p className="text-sm text-ink-soft">{t('publicWhy')}</p>
      <p className="text-sm break-all">
        <ExternalLink href={address}>{address}</ExternalLink>
      </p>
    </Section>
  );
};

const Editions = ({ editions }: { editions: readonly EditionLine[] }) => {
  const t = useMessages(messages);
  const format = useFormats();
  return (
    <Section title={t('editions')}>
      <ul className="flex flex-col gap-3">
        {editions.map((one, index) => (
          <li key={one.edition}>
            <Card className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <div className="flex min-w-0 flex-col gap-1">
                <div className="flex flex-wrap items-center gap-3">
                  <h3 className="font-semibold">{t('edition', { edition: one.edition })}</h3>
                  <StateLabel tone={index === 0 ? 'good' : 'neutral'}>{t(index === 0 ? 'inForce' : 'superseded')}</StateLabel>
                </div>
                <p className="text-sm">{one.note}</p>
                <p className="text-xs text-ink-soft">{t('publishedOn', { day: format.day(one.publishedOn) })}</p>
              </div>
              <ExternalLink href={`/api/v1/general-terms/${one.edition}/document`}>{t('download')}</ExternalLink>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
};
