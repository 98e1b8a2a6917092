import { useState } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Card, Notice, Section, TextField } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import { peopleMessages } from './people-messages.ts';
import type { RequestView, ToInitial } from './request-view.ts';
import { StepBar } from './step-bar.tsx';
import { StepButton } from './step-button.tsx';

/** The risk articles, in full, one under the other; each takes its initials before the next step opens. */
export const InitialsStep = ({ view, onBack, onNext }: { view: RequestView; onBack: () => void; onNext: () => void }) => {
  const t = useMessages(peopleMessages);
  const said = useMessages(messages);
  // What was typed for the first is proposed for the next: one still initials each article by a gesture of its own.
  const [typed, setTyped] = useState(view.initials.find((one) => one.initialled)?.initialled?.initials ?? '');
  const left = view.initials.filter((one) => !one.initialled).length;
  return (
    <div className="flex flex-col gap-5">
      <Section title={t('initialsTitle')}>
        <p className="max-w-reading text-base">{t('initialsLead')}</p>
      </Section>
      {view.initials.map((clause, index) => (
        <ArticleCard key={clause.id} view={view} clause={clause} index={index} typed={typed} onType={setTyped} />
      ))}
      <StepBar>
        <StepButton pending={false} why={left > 0 ? t('initialsLeft', { count: left }) : null} onPress={onNext}>
          {t('initialsDone')}
        </StepButton>
        <Button variant="quiet" size="lg" onPress={onBack}>
          {said('backToDocument')}
        </Button>
      </StepBar>
    </div>
  );
};

type ArticleProps = { view: RequestView; clause: ToInitial; index: number; typed: string; onType: (typed: string) => void };

const ArticleCard = ({ view, clause, index, typed, onType }: ArticleProps) => {
  const t = useMessages(peopleMessages);
  const format = useFormats();
  const [own, setOwn] = useState<string | null>(null);
  const value = own ?? typed;
  const initial = useCommand(
    () => request('POST', `/signing/${view.requestId}/initials`, { clauseId: clause.id, initials: value }),
    { invalidate: [['signing', view.requestId]], onDone: () => onType(value), quiet: true },
  );
  return (
    <Card className="flex flex-col gap-4">
      <header>
        <p className="text-xs text-ink-soft">{t('initialsOf', { index: index + 1, total: view.initials.length })}</p>
        <h3 className="text-base font-semibold">
          {clause.article}. {clause.label}
        </h3>
      </header>
      <div lang="fr" className="flex flex-col gap-3 border-l-2 border-line pl-4 font-serif text-base">
        {clause.text.split('\n\n').map((paragraph, place) => (
          <p key={place} className="max-w-reading whitespace-pre-line">
            {paragraph}
          </p>
        ))}
      </div>
      {clause.initialled ? (
        <Notice tone="good">
          {t('initialled', { initials: clause.initialled.initials, moment: format.moment(clause.initialled.at) })}
        </Notice>
      ) : (
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (value.trim() && !initial.isPending) initial.mutate();
          }}
        >
          <div className="max-w-60 [&_input]:uppercase [&_input]:tracking-[0.2em]">
            <TextField
              label={t('initialsLabel', { article: clause.article })}
              hint={t('initialsHint', { example: view.suggestedInitials })}
              value={value}
              onChange={(text) => setOwn(text.toLocaleUpperCase('fr'))}
              autoComplete="off"
              maxLength={8}
            />
          </div>
          <Button
            type="submit"
            variant="secondary"
            isPending={initial.isPending}
            whyDisabled={value.trim() ? null : t('initialsType')}
          >
            {t('initialIt', { article: clause.article })}
          </Button>
          {initial.error && <Notice tone="bad">{initial.error.message}</Notice>}
        </form>
      )}
    </Card>
  );
};
