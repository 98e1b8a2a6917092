import type { Instant } from '../../../shared/time.ts';
import { useRead } from '../../../web/api/client.ts';
import { Card, Facts, Loaded, Notice, Page, PageHeader, Section } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { proofMessages } from './proof-messages.ts';

type Seal = {
  certificate: {
    subject: string;
    issuer: string;
    serialNumber: string;
    sha256: string;
    validFrom: Instant;
    expiresAt: Instant;
    imported: boolean;
    selfIssued: boolean;
  };
  alarm: 'expired' | 'urgent' | 'soon' | null;
  daysLeft: number;
  authority: { kind: 'local' | 'remote'; name: string };
};

/** What seals the documents of this installation, until when, and which authority dates them. */
export default function SealPage() {
  const t = useMessages(proofMessages);
  const read = useRead<Seal>('/seal');
  return (
    <Page width="reading">
      <PageHeader title={t('sealTitle')} lead={t('sealLead')} back={{ to: '/signatures', label: t('sealBack') }} />
      <Loaded read={read}>{(seal) => <SealFacts seal={seal} />}</Loaded>
    </Page>
  );
}

const SealFacts = ({ seal }: { seal: Seal }) => {
  const t = useMessages(proofMessages);
  const format = useFormats();
  const { certificate, authority, alarm } = seal;
  const name = (text: string) => text.replace(/^CN=/, '');
  return (
    <>
      {alarm && (
        <Notice tone={alarm === 'soon' ? 'caution' : 'bad'}>
          {t(`sealAlarm_${alarm}`, { days: seal.daysLeft, day: format.dayOf(certificate.expiresAt) })}
        </Notice>
      )}
      <Section title={t('sealCertificate')}>
        <Card className="flex flex-col gap-4">
          <Facts
            stacked
            facts={[
              { label: t('sealOrigin'), value: t(certificate.imported ? 'sealImported' : 'sealOwn') },
              { label: t('sealSubject'), value: name(certificate.subject) },
              { label: t('sealIssuer'), value: name(certificate.issuer) },
              {
                label: t('sealValidity'),
                value: t('sealFromTo', { from: format.dayOf(certificate.validFrom), to: format.dayOf(certificate.expiresAt) }),
              },
              { label: t('sealSerial'), value: <span className="break-all">{certificate.serialNumber}</span> },
            ]}
          />
          <p className="text-xs break-all text-ink-soft">
            {t('sealPrint')}
            <br />
            {certificate.sha256}
          </p>
        </Card>
        {certificate.selfIssued && <p className="max-w-reading text-sm text-ink-soft">{t('sealUnknown')}</p>}
      </Section>
      <Section title={t('sealTime')}>
        <Card>
          <Facts
            stacked
            facts={[
              { label: t('sealAuthority'), value: name(authority.name) },
              { label: t('sealLevel'), value: t(authority.kind === 'local' ? 'sealLocal' : 'sealRemote') },
            ]}
          />
        </Card>
      </Section>
      <Section title={t('sealReplace')}>
        <p className="max-w-reading text-sm text-ink-soft">{t('sealReplaceLead')}</p>
        <pre className="whitespace-pre-wrap break-words rounded-md border border-line bg-sunken p-3 text-xs">
          {'SEAL_P12=/etc/cadran/cachet.p12\nSEAL_P12_PASSWORD=…\nTIMESTAMP_URL=https://horodatage.exemple.fr/tsa'}
        </pre>
        <p className="max-w-reading text-sm text-ink-soft">{t('sealReplaceCheck')}</p>
      </Section>
    </>
  );
};
