import { useMemo } from 'react';
import { useRead, type Answer } from '../../../web/api/client.ts';
import type { Tone } from '../../../web/design/index.ts';

type Quotes = Answer<'get', '/quotes'>;
type Missions = Answer<'get', '/missions'>;
type QuoteRow = Pick<Quotes['quotes'][number], 'id' | 'clientId' | 'status' | 'number' | 'validUntil' | 'createdAt'>;
type MissionRow = Pick<Missions['missions'][number], 'id' | 'clientId' | 'status' | 'name' | 'endsOn'>;

type Key = 'nextQuote' | 'nextDraft' | 'nextSent' | 'nextRefused' | 'nextExpired' | 'nextMission' | 'nextPaused' | 'nextClosed';
/** What happens next with a client, where to do it, and by when. */
export type NextStep = { words: [Key, Record<string, string>?]; to: string; tone: Tone; by: string | null };

export const nextStepFor = (clientId: string, quotes: readonly QuoteRow[], missions: readonly MissionRow[]): NextStep => {
  const mission = missions.find((one) => one.clientId === clientId && one.status !== 'closed');
  if (mission)
    return {
      words: [mission.status === 'open' ? 'nextMission' : 'nextPaused', { name: mission.name }],
      to: `/missions/${mission.id}`,
      tone: mission.status === 'open' ? 'good' : 'caution',
      by: mission.endsOn,
    };
  const quote = quotes.filter((one) => one.clientId === clientId).sort((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
  const again = `/devis/nouveau?client=${clientId}`;
  if (!quote) return { words: ['nextQuote'], to: again, tone: 'caution', by: null };
  const number = quote.number ?? '';
  switch (quote.status) {
    case 'draft':
      return { words: ['nextDraft'], to: `/devis/${quote.id}`, tone: 'caution', by: null };
    case 'sent':
      return { words: ['nextSent', { number }], to: `/devis/${quote.id}`, tone: 'neutral', by: quote.validUntil };
    case 'signed':
      return { words: ['nextClosed', { number }], to: again, tone: 'good', by: null };
    case 'refused':
      return { words: ['nextRefused', { number }], to: again, tone: 'bad', by: null };
    case 'expired':
    case 'withdrawn':
      return { words: ['nextExpired', { number }], to: again, tone: 'caution', by: null };
  }
};

export type KnownSteps = { quotes: readonly QuoteRow[]; missions: readonly MissionRow[] } | null;
export const nextStepOf = (known: KnownSteps, clientId: string): NextStep | null =>
  known && nextStepFor(clientId, known.quotes, known.missions);

/** Null until both lists have been read: nothing is said rather than something false. */
export const useNextSteps = (): KnownSteps => {
  const quotes = useRead<Quotes>('/quotes');
  const missions = useRead<Missions>('/missions');
  return useMemo(
    () => (quotes.data && missions.data ? { quotes: quotes.data.quotes, missions: missions.data.missions } : null),
    [quotes.data, missions.data],
  );
};
