import { useState } from 'react';
import type { CivilDate } from '../../../shared/time.ts';
import { apiAddress, request, useCommand } from '../../../web/api/client.ts';
import { Button, ConfirmDialog, DateField, ExternalLink, Link, Notice, Section } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import { addressOf, type Discussed } from './shapes.ts';

/** Every revision that was sent: frozen, readable, each compared with the one that followed it. */
export const Revisions = ({ discussed, compareAt }: { discussed: Discussed; compareAt: string }) => {
  const t = useMessages(messages);
  const format = useFormats();
  return (
    <Section title={t('revisions')}>
      <ol className="flex flex-col divide-y divide-line border-y border-line text-sm">
        {discussed.revisions.toReversed().map(({ revision, sentAt, replacedAt, documentId, voids }) => (
          <li key={revision} className="flex flex-col gap-1 py-3">
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-medium">{t('revisionName', { revision })}</span>
              <span className="flex gap-4">
                {documentId && (
                  <ExternalLink href={apiAddress(`${addressOf(discussed.subject)}/revisions/${revision}/document`)}>
                    {t('seeDocument')}
                  </ExternalLink>
                )}
                {replacedAt && <Link to={`${compareAt}?de=${revision}&a=${revision + 1}`}>{t('compareWithNext')}</Link>}
              </span>
            </span>
            <span className="text-ink-soft">
              {t('revisionSent', { moment: format.moment(sentAt) })}
              {', '}
              {replacedAt ? t('revisionReplaced', { moment: format.moment(replacedAt) }) : t('revisionNow')}
            </span>
            {voids.length > 0 && (
              <span className="text-caution">{t('revisionVoids', { names: voids.map(({ name }) => name).join(', ') })}</span>
            )}
          </li>
        ))}
      </ol>
      <p className="text-xs text-ink-soft">
        <span className="font-medium">{t('negotiability')}</span>{' '}
        {t('negotiabilityWords', {
          clauses: discussed.clauses.length,
          terms: discussed.terms.length,
          discussed: discussed.items.length,
          changed: discussed.items.filter(({ includedIn }) => includedIn !== null).length,
        })}
      </p>
    </Section>
  );
};

/** Sends what was accepted as the next revision, after saying what that does to signatures already given. */
export const SendRevision = ({ discussed, compareAt }: { discussed: Discussed; compareAt: string }) => {
  const t = useMessages(messages);
  const [asking, setAsking] = useState(false);
  const [validUntil, setValidUntil] = useState<CivilDate | null>(discussed.validUntil as CivilDate);
  const address = addressOf(discussed.subject);
  const revision = discussed.revision + 1;
  const count = discussed.awaiting.length;
  const send = useCommand(() => request<{ revision: number }>('POST', `${address}/revisions`, validUntil ? { validUntil } : {}), {
    invalidate: [['negotiations'], ['quotes'], ['frameworks'], ['signature-requests'], ['dossiers']],
    done: t('sentRevision', { revision }),
    onDone: () => setAsking(false),
    quiet: true,
  });
  return (
    <>
      {count > 0 && <Link to={`${compareAt}?de=${discussed.revision}&a=next`}>{t('seeNext', { revision })}</Link>}
      <Button variant="primary" whyDisabled={count > 0 ? null : t('whyNoRevision')} onPress={() => setAsking(true)}>
        {t('send', { revision })}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('sendTitle', { revision })}
          isOpen
          onClose={() => setAsking(false)}
          action={t('send', { revision })}
          onConfirm={() => send.mutate()}
          isPending={send.isPending}
        >
          <p className="text-sm">{t('sendLead', { count, revision })}</p>
          <Notice tone="caution">{t('sendVoids', { revision: discussed.revision })}</Notice>
          <DateField label={t('sendValid')} hint={t('sendValidHint')} value={validUntil} onChange={setValidUntil} />
          {send.error && <Notice tone="bad">{send.error.message}</Notice>}
        </ConfirmDialog>
      )}
    </>
  );
};
