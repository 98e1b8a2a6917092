import { apiAddress, request, useCommand } from '../../../web/api/client.ts';
import { Button, ExternalLink, Section, StateLabel } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { DocumentState } from './document-rows.tsx';
import { messages } from './messages.ts';
import { refreshed, type HeldByClient } from './shapes.ts';

/** What the client must hold: each document, and its own check, which is its proof. */
export const ClientChecks = ({ held }: { held: HeldByClient }) => {
  const t = useMessages(messages);
  return (
    <Section title={t('documents')}>
      <p className="max-w-reading text-sm text-ink-soft">
        {t('checkHow')}{' '}
        <ExternalLink href="https://www.urssaf.fr/accueil/services/verifier-attestation.html">{t('urssafSite')}</ExternalLink>
      </p>
      <ul className="divide-y divide-line border-y border-line">
        {held.kinds.map((row) => (
          <CheckRow key={row.kind} row={row} held={held} />
        ))}
      </ul>
    </Section>
  );
};

const CheckRow = ({ row, held }: { row: HeldByClient['kinds'][number]; held: HeldByClient }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const { kind, inForce } = row;
  const check = useCommand(
    (verdict: 'authentic' | 'doubtful') => request('POST', `/vigilance/documents/${inForce?.id}/checks`, { verdict }),
    { invalidate: refreshed, done: t('recorded') },
  );
  const last = inForce && held.checks.find(({ documentId }) => documentId === inForce.id);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3 text-sm">
      <div className="min-w-0">
        <p className="font-medium">{t(kind)}</p>
        <DocumentState row={row} />
        {inForce?.securityCode && <p className="tabular-nums">{t('code', { code: inForce.securityCode })}</p>}
        {last && (
          <p>
            <StateLabel tone={last.verdict === 'authentic' ? 'good' : 'bad'}>
              {t(last.verdict === 'authentic' ? 'checked' : 'doubted', {
                name: last.checkedBy,
                day: format.dayOf(last.checkedAt),
              })}
            </StateLabel>
          </p>
        )}
      </div>
      {inForce && (
        <div className="flex flex-wrap items-center gap-3">
          <ExternalLink href={apiAddress(`/vigilance/documents/${inForce.id}/file`)}>{t('open')}</ExternalLink>
          <Button onPress={() => check.mutate('authentic')} isPending={check.isPending}>
            {t('check')}
          </Button>
          <Button variant="quiet" onPress={() => check.mutate('doubtful')} isPending={check.isPending}>
            {t('doubt')}
          </Button>
        </div>
      )}
    </li>
  );
};
