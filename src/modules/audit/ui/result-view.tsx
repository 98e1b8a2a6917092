import { useState } from 'react';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import { Button, ButtonLink, Checkbox, ExternalLink, notify, Section, Select, TwoPane } from '../../../web/design/index.ts';
import { apiAddress } from '../../../web/api/client.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { auditedKinds } from '../domain/audited-document.ts';
import { auditFamilies, severities } from '../domain/finding.ts';
import type { AuditFamily, Finding, Severity } from '../index.ts';
import { AcceptDialog } from './accept-dialog.tsx';
import { ClauseDialog } from './clause-dialog.tsx';
import { FileDialog } from './file-dialog.tsx';
import { FindingCard } from './finding-card.tsx';
import { messages } from './messages.ts';
import { printReport } from './print-report.ts';
import { ReadNotices } from './read-notices.tsx';
import { ScoreView } from './score-view.tsx';
import { type Accepted, type Asked, type AuditAnswer, inputOf } from './shapes.ts';
import { TextView } from './text-view.tsx';

type Props = {
  asked: Asked;
  answer: AuditAnswer;
  /** A text that is not ours: its kind and its client may be told, and it is audited again. */ onAnswer?: (
    answer: AuditAnswer,
  ) => void;
  onAgain?: () => void;
  onOther: () => void;
  filed?: { documentId: string; title: string; accepted: Accepted };
};

/** The score with its reasons, the findings on the left, the text with their words lit on the right. */
export const ResultView = ({ asked, answer, onAnswer, onAgain, onOther, filed }: Props) => {
  const t = useMessages(messages);
  const [accepted, setAccepted] = useState<Accepted>(filed?.accepted ?? {});
  const [selected, setSelected] = useState<string | null>(null);
  const [shownDocument, setShownDocument] = useState(answer.documents[0]?.id ?? '');
  const [family, setFamily] = useState<AuditFamily | 'all'>('all');
  const [severity, setSeverity] = useState<Severity | 'all'>('all');
  const [accepting, setAccepting] = useState<Finding | null>(null);
  const [curing, setCuring] = useState<Finding | null>(null);
  const [filing, setFiling] = useState(false);
  const [filedIn, setFiledIn] = useState<string | null>(null);
  const { findings, score, documents } = answer;
  const title =
    filed?.title ??
    documents
      .map((document) => document.title)
      .join(', ')
      .slice(0, 200);
  const body = {
    input: inputOf(asked, answer),
    accepted: Object.entries(accepted).map(([key, reason]) => ({ key, reason })),
  };
  const print = useCommand(() => printReport({ ...body, title }));
  const shown = findings.filter(
    (one) => (family === 'all' || one.family === family) && (severity === 'all' || one.severity === severity),
  );
  const document = documents.find(({ id }) => id === shownDocument) ?? documents[0]!;
  const actor = useRead<{ actor: { kind: string; role?: string } }>('/me', { staleTime: 60_000 }).data?.actor;
  const mayFile = actor?.role === 'owner' && !filed;
  const see = (finding: Finding) => {
    setShownDocument(finding.documentId);
    setSelected(finding.key);
  };
  const fromText = (key: string) => {
    setSelected(key);
    setFamily('all');
    setSeverity('all');
    requestAnimationFrame(() => window.document.getElementById(`point-${key}`)?.scrollIntoView({ block: 'nearest' }));
  };
  const { [accepting?.key ?? '']: _, ...otherAccepted } = accepted;

  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <Button onPress={onOther}>{t('other')}</Button>
        {filed ? (
          <ExternalLink href={apiAddress(`/documents/${filed.documentId}/file`)}>{t('print')}</ExternalLink>
        ) : (
          <Button onPress={() => print.mutate()} isPending={print.isPending}>
            {t('print')}
          </Button>
        )}
        {mayFile && !filedIn && (
          <Button variant="primary" onPress={() => setFiling(true)}>
            {t('file')}
          </Button>
        )}
        {filedIn && <ButtonLink to={`/dossiers/${filedIn}`}>{t('openDossier')}</ButtonLink>}
      </div>
      <ReadNotices answer={answer} />
      <ScoreView score={score} findings={findings} />
      {onAnswer && <Circumstances answer={answer} onAnswer={onAnswer} />}
      <TwoPane
        even
        left={
          <Section title={t('findings')}>
            {findings.length > 0 && (
              <div className="grid grid-cols-2 gap-3">
                <Select
                  label={t('family')}
                  value={family}
                  onChange={setFamily}
                  options={[
                    { value: 'all' as const, label: t('all') },
                    ...auditFamilies.map((value) => ({ value, label: t(`family_${value}`) })),
                  ]}
                />
                <Select
                  label={t('severity')}
                  value={severity}
                  onChange={setSeverity}
                  options={[
                    { value: 'all' as const, label: t('all') },
                    ...severities.map((value) => ({ value, label: t(`severity_${value}`) })),
                  ]}
                />
              </div>
            )}
            {shown.length === 0 && (
              <p className="text-sm text-ink-soft">{findings.length ? t('nothingShown') : t('headline_none')}</p>
            )}
            <ul aria-label={t('findings')} className="flex flex-col gap-3">
              {shown.map((finding) => (
                <FindingCard
                  key={finding.key}
                  finding={finding}
                  isSelected={finding.key === selected}
                  severalDocuments={documents.length > 1}
                  acceptedFor={accepted[finding.key]}
                  onSee={() => see(finding)}
                  onClause={() => setCuring(finding)}
                  onAccept={() => setAccepting(finding)}
                  onTakeBack={() =>
                    setAccepted(Object.fromEntries(Object.entries(accepted).filter(([key]) => key !== finding.key)))
                  }
                />
              ))}
            </ul>
            <p className="text-xs text-ink-soft">{t('disclaimer')}</p>
          </Section>
        }
        right={
          <div className="lg:sticky lg:top-4">
            <Section title={t('text')}>
              {documents.length > 1 && (
                <Select
                  label={t('document')}
                  value={document.id}
                  onChange={setShownDocument}
                  options={documents.map((one) => ({ value: one.id, label: one.title }))}
                />
              )}
              <TextView document={document} findings={findings} selected={selected} onSelect={fromText} />
            </Section>
          </div>
        }
      />
      {accepting && (
        <AcceptDialog
          finding={accepting}
          onClose={() => setAccepting(null)}
          onAccept={(reason) => {
            setAccepted({ ...otherAccepted, [accepting.key]: reason });
            setAccepting(null);
          }}
        />
      )}
      {curing && (
        <ClauseDialog
          finding={curing}
          quoteId={asked.source !== 'foreign' ? curing.documentId : null}
          onClose={() => setCuring(null)}
          onInserted={() => {
            setCuring(null);
            onAgain?.();
          }}
        />
      )}
      {filing && (
        <FileDialog
          body={body}
          title={title}
          onClose={() => setFiling(false)}
          onFiled={(dossierId) => {
            setFiling(false);
            setFiledIn(dossierId);
          }}
        />
      )}
    </>
  );
};

/** What only a person knows of a foreign text: what sort of paper it is, and who the client is. It is audited again at once. */
const Circumstances = ({ answer, onAnswer }: { answer: AuditAnswer; onAnswer: (answer: AuditAnswer) => void }) => {
  const t = useMessages(messages);
  const [client, setClient] = useState({ isNew: false, paysLate: false });
  const again = useCommand(
    (change: { kind?: string; client?: typeof client }) =>
      request<AuditAnswer>('POST', '/audits', {
        source: 'documents',
        documents: answer.documents.map(({ id, title, kind, sections }) => ({ id, title, kind: change.kind ?? kind, sections })),
        client: change.client ?? client,
      }),
    {
      onDone: (next) => {
        onAnswer({ ...answer, ...next });
        notify(t('scoreWords', { score: next.score.score }));
      },
    },
  );
  const tell = (next: typeof client) => {
    setClient(next);
    again.mutate({ client: next });
  };
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <div className="min-w-56">
        <Select
          label={t('kind')}
          value={answer.documents[0]!.kind}
          onChange={(kind) => again.mutate({ kind })}
          options={auditedKinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
        />
      </div>
      <Checkbox isSelected={client.isNew} onChange={(isNew) => tell({ ...client, isNew })}>
        {t('newClient')}
      </Checkbox>
      <Checkbox isSelected={client.paysLate} onChange={(paysLate) => tell({ ...client, paysLate })}>
        {t('latePayer')}
      </Checkbox>
    </div>
  );
};
