import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type Answer, request, useCommand, useRead } from '../../../web/api/client.ts';
import { Button, ConfirmDialog, Notice, PageHeader, Section } from '../../../web/design/index.ts';
import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { TermsForm } from '../../quotes/screens.ts';
import { ClientSigners } from '../../signing/screens.ts';
import { AboutFields } from './about-fields.tsx';
import { AmendmentFace } from './amendment-face.tsx';
import { useAmendmentName } from './amendment-state.tsx';
import { ClausesSection } from './clauses-section.tsx';
import { messages } from './messages.ts';
import type { AmendmentDetail } from './shapes.ts';
import { useAmendmentDraft } from './use-amendment-draft.ts';

/** Conditions that are asked only while a clause of choice reads them. */
const ofClausesOfChoice = ['intellectualProperty', 'nonSolicitation'];

/** Writing an amendment: the signed conditions in the quote's form on the left, what the change says on the right. */
export const DraftEditor = ({ amendment }: { amendment: AmendmentDetail }) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const nameOf = useAmendmentName();
  const navigate = useNavigate();
  const draft = useAmendmentDraft(amendment);
  const [asked, ask] = useState<'send' | 'discard' | null>(null);
  const life = `/missions/${amendment.mission.id}/avenants`;
  const stale = [['amendments'], ['missions', amendment.mission.id], ['signature-requests']];
  const send = useCommand(
    async () => {
      await draft.flush();
      return request<{ number: string }>('POST', `/amendments/${amendment.id}/sending`);
    },
    { invalidate: stale, done: ({ number }) => t('sentDone', { number }), onDone: () => ask(null) },
  );
  const discard = useCommand(() => request('POST', `/amendments/${amendment.id}/discard`), {
    invalidate: stale,
    done: t('discarded'),
    onDone: () => void navigate(life),
  });
  const rebase = useCommand(() => request('POST', `/amendments/${amendment.id}/rebase`), {
    invalidate: stale,
    done: t('rebased'),
    onDone: () => window.location.reload(),
  });
  const mission = useRead<Answer<'get', '/missions/{id}'>>(`/missions/${amendment.mission.id}`);
  const { findings } = amendment;
  const changedMeanwhile = findings.some(
    ({ rule }) => rule === 'terms_changed_meanwhile' || rule === 'clauses_changed_meanwhile',
  );
  const { saving } = draft;
  return (
    <>
      <PageHeader
        title={nameOf({ rank: null, subject: draft.content.subject })}
        back={{ to: life, label: t('back') }}
        lead={
          saving.kind === 'failed' ? t('unsaved', { message: saving.message }) : t(saving.kind === 'saved' ? 'saved' : 'saving')
        }
        action={
          <div className="flex flex-wrap gap-3">
            <Button variant="quiet" onPress={() => ask('discard')}>
              {t('discard')}
            </Button>
            <Button
              variant="primary"
              onPress={() => ask('send')}
              whyDisabled={findings.length ? t('cannotSend', { count: findings.length }) : null}
            >
              {t('send')}
            </Button>
          </div>
        }
      />
      {saving.kind === 'failed' && (
        <Notice tone="bad" action={<Button onPress={() => window.location.reload()}>{t('reload')}</Button>}>
          {saving.message}
        </Notice>
      )}
      {findings.length > 0 && (
        <Notice
          tone="caution"
          action={
            changedMeanwhile ? (
              <Button onPress={() => rebase.mutate()} isPending={rebase.isPending}>
                {t('rebase')}
              </Button>
            ) : undefined
          }
        >
          <ul className="flex flex-col gap-1">
            {findings.map((finding) => (
              <li key={finding.rule + finding.path}>{finding[language]}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,30rem)]">
        <div className="flex min-w-0 flex-col gap-8">
          <AboutFields content={draft.content} onChange={draft.change} />
          {amendment.clauses && (
            <ClausesSection
              amendmentId={amendment.id}
              clauses={amendment.clauses}
              operations={draft.content.clauses}
              onChange={(clauses) => draft.change((before) => ({ ...before, clauses }))}
              flush={draft.flush}
            />
          )}
          <Section title={t('conditions')}>
            <TermsForm
              asked={[
                ...Object.keys(draft.content.draft).filter((path) => !ofClausesOfChoice.includes(path)),
                ...amendment.asked,
              ]}
              opensOn="planning"
              terms={draft.content.draft}
              findings={findings as never}
              vatRegime={amendment.vatRegime}
              onChange={draft.changeTerms}
            />
          </Section>
          {mission.data && <ClientSigners subject={{ type: 'amendment', id: amendment.id }} clientId={mission.data.clientId} />}
        </div>
        <aside aria-label={t('what')} className="flex min-w-0 flex-col gap-6">
          <AmendmentFace amendment={amendment} />
        </aside>
      </div>
      <ConfirmDialog
        isOpen={asked === 'send'}
        title={t('sendTitle')}
        action={t('send')}
        onClose={() => ask(null)}
        onConfirm={() => send.mutate()}
        isPending={send.isPending}
      >
        {t('sendWhat')}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asked === 'discard'}
        title={t('discardTitle')}
        action={t('discard')}
        onClose={() => ask(null)}
        onConfirm={() => discard.mutate()}
        isPending={discard.isPending}
      >
        {t('discardWhat')}
      </ConfirmDialog>
    </>
  );
};
