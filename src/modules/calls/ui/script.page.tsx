import { useState } from 'react';
import { useParams } from 'react-router';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import { Button, Form, Loaded, Page, PageHeader, Section, StateLabel, TextField } from '../../../web/design/index.ts';
import { useFormats } from '../../../web/i18n/index.ts';
import type { Instant } from '../../../shared/time.ts';
import { useMe } from '../../../web/shell/session.ts';
import { scriptVariables } from '../domain/script.ts';
import { useWords } from './use-words.ts';

type Version = {
  version: number;
  body: string;
  writtenAt: Instant;
  writtenBy: string;
  approval: { at: Instant; evidence: 'client' | 'declared' } | null;
};
type Scripts = { versions: Version[]; currentVersion: number | null; required: boolean; approvedByClient: boolean };

/** The mission's script: written by the prestataire, approved by the client, kept by version. */
export default function ScriptPage() {
  const { id } = useParams() as { id: string };
  const { t } = useWords();
  const read = useRead<Scripts>(`/missions/${id}/script`);
  const isOwner = useMe().data?.actor.kind === 'member';
  return (
    <Page width="reading">
      <PageHeader title={t('scriptTitle')} lead={t('scriptLead')} />
      <Loaded read={read}>
        {(scripts) => (
          <>
            {isOwner && <Writer key={scripts.versions[0]?.version ?? 0} missionId={id} body={scripts.versions[0]?.body ?? ''} />}
            <Section title={t('versions')}>
              {scripts.versions.map((version) => (
                <VersionOf key={version.version} missionId={id} version={version} isOwner={isOwner} />
              ))}
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

const Writer = ({ missionId, body: first }: { missionId: string; body: string }) => {
  const { t } = useWords();
  const [body, setBody] = useState(first);
  const save = useCommand(() => request<{ version: number }>('PUT', `/missions/${missionId}/script`, { body }), {
    quiet: true,
    invalidate: [['missions', missionId]],
    done: ({ version }) => t('scriptSaved', { version }),
  });
  return (
    <Form error={save.error} onSubmit={() => save.mutate()}>
      <TextField
        label={t('scriptBody')}
        name="body"
        lines={12}
        value={body}
        onChange={setBody}
        hint={t('scriptVariables', { names: scriptVariables.map((name) => `{{${name}}}`).join(' ') })}
      />
      <Button type="submit" variant="primary" isPending={save.isPending}>
        {t('saveScript')}
      </Button>
    </Form>
  );
};

const VersionOf = ({ missionId, version, isOwner }: { missionId: string; version: Version; isOwner: boolean }) => {
  const { t } = useWords();
  const format = useFormats();
  const approve = useCommand(() => request('POST', `/missions/${missionId}/script/${version.version}/approval`), {
    invalidate: [['missions', missionId]],
  });
  const approval =
    version.approval &&
    t('approved', {
      moment: format.moment(version.approval.at),
      evidence: version.approval.evidence === 'client' ? t('byClient') : t('byDeclaration'),
    });
  return (
    <article className="flex flex-col gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="font-semibold">{t('scriptVersion', { version: version.version })}</h3>
        <StateLabel tone={approval ? 'good' : 'caution'}>{approval ?? t('waitingApproval')}</StateLabel>
      </div>
      <p className="font-serif text-base whitespace-pre-wrap">{version.body}</p>
      {!approval && (
        <div>
          <Button onPress={() => approve.mutate()} isPending={approve.isPending}>
            {isOwner ? t('approveDeclared') : t('approve')}
          </Button>
        </div>
      )}
    </article>
  );
};
