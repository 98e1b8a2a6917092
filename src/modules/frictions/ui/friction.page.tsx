import { useState } from 'react';
import { useParams } from 'react-router';
import { request, useCommand, useRead, type Answer } from '../../../web/api/client.ts';
import {
  Button,
  ButtonLink,
  Card,
  Dialog,
  Facts,
  Form,
  Loaded,
  Notice,
  Page,
  PageHeader,
  ProgressSteps,
  Section,
  StateLabel,
  TextField,
  Timeline,
  TwoPane,
} from '../../../web/design/index.ts';
import { useFormats, useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import { labelOf } from '../../contracts/index.ts';
import { shownState } from './frictions.page.tsx';
import { messages } from './messages.ts';
import { WriteClause } from './write-clause.tsx';

type Friction = Answer<'get', '/frictions/{id}'>;

/** One point of friction: how it showed, and the clause that answers it. */
export default function FrictionPage() {
  const { id = '' } = useParams();
  const read = useRead<Friction>(`/frictions/${id}`);
  return (
    <Page>
      <Loaded read={read}>{(friction) => <FrictionView friction={friction} />}</Loaded>
    </Page>
  );
}

const FrictionView = ({ friction }: { friction: Friction }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const { language } = useLanguage();
  const shown = shownState(friction);
  const actor = useMe().data?.actor;
  const isOwner = actor?.kind === 'member' && actor.role === 'owner';
  const term = friction.termPath ? labelOf(friction.termPath)[language] : t('noTerm');
  const stepOf = { open: 0, worded: 1, settled: 3, set_aside: 0 } as const;
  return (
    <>
      <PageHeader
        title={friction.title}
        back={{ to: '/frictions', label: t('back') }}
        state={<StateLabel tone={shown.tone}>{t(`state_${shown.key}`)}</StateLabel>}
      />
      <TwoPane
        left={
          <div className="flex flex-col gap-6">
            <ProgressSteps steps={[t('stepMet'), t('stepWorded'), t('stepPublished')]} current={stepOf[friction.state]} />
            <Card className="flex flex-col gap-4">
              <Facts
                stacked
                facts={[
                  { label: t('colRisk'), value: t(`risk_${friction.risk}`) },
                  { label: t('about'), value: term },
                  { label: t('colTimes'), value: t('times', { count: friction.origins.length }) },
                  { label: t('weight'), value: friction.weight },
                ]}
              />
              <p className="text-xs text-ink-soft">{t('weightWhy')}</p>
            </Card>
            <AnswerCard friction={friction} whyNot={isOwner ? null : t('readOnly')} />
          </div>
        }
        right={
          <Section title={t('occurrences')}>
            <Timeline
              label={t('occurrences')}
              items={friction.occurrences.map((one, index) => ({
                id: String(index),
                when: format.moment(one.at),
                title: [t(`origin_${one.origin}`), one.ref, one.clientName].filter(Boolean).join(' · '),
                ...(one.words ? { detail: `«\u00a0${one.words}\u00a0»` } : {}),
                ...(one.origin === 'refusal' || one.origin === 'noted' ? {} : { tone: 'caution' as const }),
              }))}
            />
          </Section>
        }
      />
    </>
  );
};

const AnswerCard = ({ friction, whyNot }: { friction: Friction; whyNot: string | null }) => {
  const t = useMessages(messages);
  const [isSettingAside, setSettingAside] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const invalidate = [['frictions'], ['frictions', friction.id]];
  const use = useCommand((clauseId: string) => request('POST', `/frictions/${friction.id}/clause`, { clauseId }), {
    invalidate,
    done: t('answered'),
  });
  const reopen = useCommand(() => request('POST', `/frictions/${friction.id}/reopening`), { invalidate, done: t('reopened') });
  if (friction.state === 'set_aside')
    return (
      <Card className="flex flex-col items-start gap-4">
        <p>{t('setAsideBecause', { reason: friction.setAsideReason ?? '' })}</p>
        <Button onPress={() => reopen.mutate()} isPending={reopen.isPending} whyDisabled={whyNot}>
          {t('reopen')}
        </Button>
      </Card>
    );
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 className="text-base font-semibold">{t('answer')}</h2>
        <p className="text-sm text-ink-soft">{t('answerLead')}</p>
      </div>
      {friction.clause && (
        <Notice tone={friction.state === 'settled' ? 'good' : 'neutral'}>
          {t('answeredBy', { clause: friction.clauseTitle ?? friction.clause.id, version: friction.clause.version })}
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        {friction.clause && <ButtonLink to={`/modeles/clauses/${friction.clause.id}`}>{t('openClause')}</ButtonLink>}
        <Button
          variant={friction.clause ? 'secondary' : 'primary'}
          onPress={() => setWriting(true)}
          whyDisabled={friction.state === 'settled' ? t('alreadySettled') : whyNot}
        >
          {t('writeClause')}
        </Button>
        {friction.state !== 'settled' && (
          <Button variant="quiet" onPress={() => setSettingAside(true)} whyDisabled={whyNot}>
            {t('setAside')}
          </Button>
        )}
      </div>
      {friction.state !== 'settled' && (
        <section className="flex flex-col gap-2 border-t border-line pt-4">
          <h3 className="text-sm font-medium">{t('near')}</h3>
          {friction.nearClauses.length === 0 ? (
            <p className="text-sm text-ink-soft">{t('nearNone')}</p>
          ) : (
            <ul className="flex flex-col divide-y divide-line">
              {friction.nearClauses.slice(0, 8).map((clause) => (
                <li key={clause.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-sm">
                  <span className="min-w-0 flex-1 basis-56">
                    <span className="block font-medium">{clause.title}</span>
                    <span className="block text-xs text-ink-soft">{clause.summary}</span>
                  </span>
                  <Button size="sm" onPress={() => use.mutate(clause.id)} isPending={use.isPending} whyDisabled={whyNot}>
                    {t('useClause')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {isWriting && <WriteClause friction={friction} onClose={() => setWriting(false)} />}
      {isSettingAside && <SetAside friction={friction} onClose={() => setSettingAside(false)} />}
    </Card>
  );
};

const SetAside = ({ friction, onClose }: { friction: Friction; onClose: () => void }) => {
  const t = useMessages(messages);
  const command = useCommand((values: object) => request('POST', `/frictions/${friction.id}/setting-aside`, values), {
    quiet: true,
    invalidate: [['frictions'], ['frictions', friction.id]],
    done: t('setAsideDone'),
    onDone: onClose,
  });
  return (
    <Dialog title={t('setAsideTitle')} isOpen onClose={onClose}>
      <Form error={command.error} onSubmit={(values) => command.mutate(values)}>
        <TextField label={t('setAsideWhy')} name="reason" lines={3} />
        <Button type="submit" variant="primary" isPending={command.isPending}>
          {t('setAside')}
        </Button>
      </Form>
    </Dialog>
  );
};
