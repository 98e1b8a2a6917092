import { useState } from 'react';
import type { Answer } from '../../../web/api/client.ts';
import { request, useCommand } from '../../../web/api/client.ts';
import { Card, Facts, FileDrop, Notice, Page, Section, StateLabel } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { verdictTone } from '../index.ts';
import { proofMessages } from './proof-messages.ts';

type Verification = Answer<'post', '/verification'>;
type SignatureRead = Verification['signatures'][number];

/** Any PDF, by anybody: is it ours, is it whole, who signed it, and how to check it without us. */
export default function VerifyPage() {
  const t = useMessages(proofMessages);
  const format = useFormats();
  const [file, setFile] = useState<File | null>(null);
  const verify = useCommand(
    (chosen: File) => {
      const form = new FormData();
      form.set('file', chosen);
      return request<Verification>('POST', '/verification', form);
    },
    { quiet: true },
  );
  return (
    <Page width="reading">
      <title>{`${t('verifyTitle')} · Cadran`}</title>
      <header className="flex flex-col gap-2">
        <h1 className="text-xl font-semibold tracking-[-0.015em]">{t('verifyTitle')}</h1>
        <p className="max-w-reading text-base text-ink-soft">{t('verifyLead')}</p>
      </header>
      <FileDrop
        label={t('verifyDrop')}
        hint={file ? `${file.name}, ${format.bytes(file.size)}` : t('verifyHint')}
        accept={['application/pdf']}
        isPending={verify.isPending}
        onFile={(chosen) => {
          setFile(chosen);
          verify.mutate(chosen);
        }}
      />
      {verify.error && <Notice tone="bad">{verify.error.message}</Notice>}
      {verify.data && !verify.isPending && <Verdict read={verify.data} name={file?.name ?? 'document.pdf'} />}
    </Page>
  );
}

const Verdict = ({ read, name }: { read: Verification; name: string }) => {
  const t = useMessages(proofMessages);
  const format = useFormats();
  const { verdict, document, signatures, terms, file } = read;
  return (
    <div className="flex flex-col gap-6">
      <Notice tone={verdictTone[verdict]}>
        <p className="text-base font-semibold">{t(`verdict_${verdict}`)}</p>
        <p className="mt-1">{t(`why_${verdict}`)}</p>
      </Notice>
      {document && (
        <Section title={t('knownTitle')}>
          <Card>
            <Facts
              stacked
              facts={[
                { label: t('knownDocument'), value: document.title },
                ...(document.number ? [{ label: t('knownNumber'), value: document.number }] : []),
                { label: t('knownDate'), value: format.moment(document.frozenAt) },
                ...(document.state ? [{ label: t('knownState'), value: t(`known_${document.state as 'signed'}`) }] : []),
                ...(document.replacedBy
                  ? [
                      {
                        label: t('knownReplaced'),
                        value: t('knownReplacedBy', {
                          title: document.replacedBy.title,
                          moment: format.moment(document.replacedBy.at),
                        }),
                      },
                    ]
                  : []),
              ]}
            />
          </Card>
        </Section>
      )}
      <Section title={t('signaturesTitle', { count: signatures.length })}>
        {signatures.length === 0 && <p className="text-sm text-ink-soft">{t('signaturesNone')}</p>}
        <ol className="flex flex-col gap-3">
          {signatures.map((one) => (
            <li key={one.fieldName}>
              <SignatureCard one={one} />
            </li>
          ))}
        </ol>
      </Section>
      {terms && (
        <Section title={t('termsTitle')}>
          <p className="max-w-reading text-sm">
            <StateLabel tone={terms.matches === null ? 'neutral' : terms.matches ? 'good' : 'bad'}>
              {t(terms.matches === null ? 'termsUnknown' : terms.matches ? 'termsMatch' : 'termsDiffer')}
            </StateLabel>
          </p>
          <p className="text-xs break-all text-ink-soft">{terms.sha256}</p>
        </Section>
      )}
      <Section title={t('fileTitle')}>
        <p className="text-sm text-ink-soft">
          {t('fileFacts', { pages: file.pages, size: format.bytes(file.byteLength) })}
          <br />
          <span className="text-xs break-all">SHA-256 {file.sha256}</span>
        </p>
      </Section>
      <Section title={t('aloneTitle')}>
        <p className="max-w-reading text-sm text-ink-soft">{t('aloneLead')}</p>
        <pre className="whitespace-pre-wrap break-words rounded-md border border-line bg-sunken p-3 text-xs">
          {commands(name)}
        </pre>
      </Section>
    </div>
  );
};

const SignatureCard = ({ one }: { one: SignatureRead }) => {
  const t = useMessages(proofMessages);
  const format = useFormats();
  const name = (text: string | null) => text?.replace(/^CN=/, '') ?? '—';
  return (
    <Card className="flex flex-col gap-2 text-sm">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{one.reason ?? one.fieldName}</span>
        <StateLabel tone={one.valid ? 'good' : 'bad'}>{t(one.valid ? 'signatureHolds' : 'signatureBroken')}</StateLabel>
      </div>
      {one.problem && <p>{t(`problem_${one.problem}`)}</p>}
      <p className="text-ink-soft">
        {one.coversWholeFile ? t('coversAll') : t('coversThen', { bytes: format.bytes(one.bytesAfter) })}
      </p>
      <Facts
        stacked
        facts={[
          ...(one.signedAt ? [{ label: t('signedAt'), value: format.moment(one.signedAt) }] : []),
          { label: t('sealedBy'), value: one.ours ? t('sealedHere', { name: name(one.subject) }) : name(one.subject) },
          ...(one.timestamp
            ? [
                {
                  label: t('datedBy'),
                  value: t(one.timestamp.local ? 'datedLocal' : 'datedRemote', {
                    moment: format.moment(one.timestamp.at),
                    authority: name(one.timestamp.authority),
                  }),
                },
              ]
            : [{ label: t('datedBy'), value: t('notDated') }]),
        ]}
      />
    </Card>
  );
};

/** What anybody with poppler and openssl may type. */
const commands = (name: string) => {
  const quoted = `'${name.replaceAll("'", "'\\''")}'`;
  const dumped = `'${name.replaceAll("'", "'\\''")}.sig0'`;
  return [
    `sha256sum ${quoted}`,
    `pdfsig ${quoted}`,
    `pdfsig -dump ${quoted}`,
    `openssl cms -cmsout -print -inform DER -in ${dumped}`,
    `pdfdetach -list ${quoted}`,
  ].join('\n');
};
