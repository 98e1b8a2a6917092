import type { Tone } from '../../../web/design/index.ts';
import { StateLabel } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import type { Answer } from '../../../web/api/client.ts';
import { messages } from './messages.ts';

export type ClauseLine = Answer<'get', '/clauses'>['clauses'][number];
export type ModelLine = Answer<'get', '/models'>['models'][number];
export type ClauseDetail = Answer<'get', '/clauses/{id}'>;
export type ModelDetail = Answer<'get', '/models/{id}'>;
export type TextState = ClauseLine['state'];

const stateTones: Record<TextState, Tone> = {
  draft: 'neutral',
  reviewed: 'neutral',
  pilot: 'caution',
  published: 'good',
  retired: 'neutral',
};
export const TextStateLabel = ({ state }: { state: TextState }) => {
  const t = useMessages(messages);
  return <StateLabel tone={stateTones[state]}>{t(`state_${state}`)}</StateLabel>;
};

const standingTones = { never: 'caution', due: 'bad', soon: 'caution', done: 'good' } as const;
export const StandingLabel = ({ standing }: { standing: ClauseLine['standing'] }) => {
  const t = useMessages(messages);
  return <StateLabel tone={standingTones[standing]}>{t(`standing_${standing}`)}</StateLabel>;
};

/** The name of a text and, under it, what it is for: two clauses may bear one title. */
export const TitleCell = ({ title, summary }: { title: string; summary: string }) => (
  <span className="flex flex-col">
    <span className="font-medium">{title}</span>
    <span className="text-xs text-ink-soft">{summary}</span>
  </span>
);
