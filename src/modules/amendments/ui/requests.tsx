import { useState } from 'react';
import { Button, Empty, Link, Section, StateLabel } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import { messages } from './messages.ts';
import { AnswerDialog, AskDialog } from './request-dialogs.tsx';
import type { ChangeRequestLine, ContractLife } from './shapes.ts';

/** What either party asked beyond the contract, its deadline and its answer; and the way to ask. */
export const Requests = ({ life }: { life: ContractLife }) => {
  const t = useMessages(messages);
  const actor = useMe().data?.actor;
  const side = actor?.kind === 'client' ? 'client' : actor?.kind === 'member' && actor.role === 'owner' ? 'provider' : null;
  const [asking, ask] = useState(false);
  return (
    <Section
      title={t('requests')}
      aside={
        side && (
          <Button onPress={() => ask(true)} whyDisabled={life.mission.status === 'closed' ? t('whyClosed') : null}>
            {t('ask')}
          </Button>
        )
      }
    >
      <p className="max-w-reading text-sm text-ink-soft">
        {t('requestsLead', { days: life.replyWorkingDays, article: life.changesArticle ?? 'none' })}
      </p>
      {life.requests.length === 0 ? (
        <Empty title={t('requestsNone')}>{t('requestsNoneHint')}</Empty>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {life.requests.map((one) => (
            <Line key={one.id} line={one} life={life} side={side} />
          ))}
        </ul>
      )}
      {asking && <AskDialog missionId={life.mission.id} onClose={() => ask(false)} />}
    </Section>
  );
};

type LineProps = { line: ChangeRequestLine; life: ContractLife; side: 'client' | 'provider' | null };

const Line = ({ line, life, side }: LineProps) => {
  const t = useMessages(messages);
  const format = useFormats();
  const [answering, answer] = useState(false);
  const late = line.answer === null && line.replyBy < life.now;
  const amendment = life.amendments.find(({ id }) => id === line.amendmentId);
  const isSigned = amendment?.status === 'signed';
  return (
    <li className="flex flex-col gap-1.5 py-3 text-sm">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="font-medium">
          {t(`kind_${line.kind}`)}
          {line.quantity !== null && ` (${format.count(line.quantity)})`}
        </span>
        <span className="text-xs text-ink-soft">{t('askedBy', { name: line.askedBy, moment: format.moment(line.askedAt) })}</span>
      </div>
      <p className="max-w-reading whitespace-pre-line">{line.description}</p>
      {line.answer === null ? (
        <StateLabel tone={late ? 'bad' : 'caution'}>
          {t(late ? 'overdue' : 'replyBy', { moment: format.moment(line.replyBy) })}
        </StateLabel>
      ) : (
        <p>
          <StateLabel tone={line.answer === 'refused' ? 'bad' : 'good'}>{t(`answered_${line.answer}`)}</StateLabel>{' '}
          {line.answeredAt && (
            <span className="text-xs text-ink-soft">
              {t('askedBy', { name: line.answeredBy ?? '', moment: format.moment(line.answeredAt) })}
            </span>
          )}
          {line.answerText && <span className="block">{line.answerText}</span>}
        </p>
      )}
      {amendment && (
        <Link to={`/missions/${life.mission.id}/avenants/${amendment.id}`} className="w-fit">
          {t('open')}
        </Link>
      )}
      {line.answer !== 'included' && <p className="text-xs text-ink-soft">{t(isSigned ? 'standing_signed' : 'standing_none')}</p>}
      {line.answer === null && side !== null && side !== line.askedBySide && (
        <div>
          <Button onPress={() => answer(true)}>{t('answer')}</Button>
        </div>
      )}
      {answering && <AnswerDialog missionId={life.mission.id} requestId={line.id} onClose={() => answer(false)} />}
    </li>
  );
};
