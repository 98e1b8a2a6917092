import { daysBetween, addDays, weekdayOf, type CivilDate } from '../../../shared/time.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import type { Hit, Words } from './finding.ts';
import { type PreparedDocument, saying, type Sentence, spanOf } from './prepared-document.ts';

/** One call started each minute, without a pause: nobody does better by hand, and robots are forbidden. */
const callsAnHour = 60;

const said = (fr: string, en: string): Words => ({ fr, en });
const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Calls bought that the calling hours, or the hours bought, cannot hold. */
export const callsBeyondSlots = (document: PreparedDocument): Omit<Hit, 'document'>[] => {
  const load = document.terms ? loadOfTerms(document.terms) : loadOfWords(document);
  if (!load || load.hours <= 0 || load.calls <= load.hours * callsAnHour) return [];
  const sentence = load.sentence ?? saying(document, { says: /\d[\d ]* ?appels?\b/ });
  const pace = Math.round(load.calls / load.hours);
  return [
    {
      span: sentence ? spanOf(sentence) : null,
      detail: said(
        `${load.calls} appels en ${Math.round(load.hours)} heures : ${pace} appels à l’heure, au-delà de ${callsAnHour}.`,
        `${load.calls} calls in ${Math.round(load.hours)} hours: ${pace} an hour, beyond ${callsAnHour}.`,
      ),
    },
  ];
};

type Load = { calls: number; hours: number; sentence?: Sentence };

const loadOfTerms = ({ volumes, calling, period }: DraftTerms): Load | null => {
  const calls = Number(volumes?.calls ?? 0);
  if (!calls) return null;
  const bought = volumes?.hours == null ? Infinity : Number(volumes.hours);
  const slots = (calling?.slots ?? []).filter((slot) => slot?.from && slot.to && slot.days);
  const [from, to] = [period?.startsOn as CivilDate | undefined, period?.endsOn as CivilDate | undefined];
  if (!from || !to || to < from || slots.length === 0) return bought === Infinity ? null : { calls, hours: bought };
  const openOn = (weekday: number) =>
    slots.reduce(
      (sum, slot) =>
        sum +
        ((slot!.days as number[]).includes(weekday) ? (minutes(slot!.to as string) - minutes(slot!.from as string)) / 60 : 0),
      0,
    );
  const span = volumes?.period === 'week' ? 7 : volumes?.period === 'month' ? 30 : daysBetween(from, to) + 1;
  let open = 0;
  for (let day = 0; day < Math.min(span, daysBetween(from, to) + 1, 400); day += 1) open += openOn(weekdayOf(addDays(from, day)));
  return { calls, hours: Math.min(bought, open) };
};

const hoursRange = /\b(\d{1,2}) ?(?:h|:|heures?) ?(\d{2})? ?(?:a|-|et|jusqu'a|\/) ?(\d{1,2}) ?(?:h|:|heures?) ?(\d{2})?/g;
const dailyCalls = /\b(\d[\d ]*) ?appels? (?:par jour|quotidiens?|\/ ?jour|chaque jour|journaliers?)\b/;
const callsAndHours = /\b(\d[\d ]*) ?appels?\b/;
const hoursBought = /\b(\d[\d ]*) ?(?:heures?|h) (?:d'appels?|de (?:production|prospection|telephonie|travail))\b/;
const count = (digits: string) => Number(digits.replaceAll(' ', ''));

const loadOfWords = (document: PreparedDocument): Load | null => {
  const daily = saying(document, { says: dailyCalls });
  if (daily) {
    const day = document.sentences
      .filter(({ text, heading }) => /appel|creneau|horaire|plage|prospect|du lundi/.test(`${heading} ${text}`))
      .flatMap(({ text }) => [...text.matchAll(hoursRange)])
      .reduce(
        (sum, found) => sum + Number(found[3]) + Number(found[4] ?? 0) / 60 - Number(found[1]) - Number(found[2] ?? 0) / 60,
        0,
      );
    return day > 0 ? { calls: count(dailyCalls.exec(daily.text)![1]!), hours: day, sentence: daily } : null;
  }
  const both = document.sentences.find(({ text }) => hoursBought.test(text) && callsAndHours.test(text.replace(hoursBought, '')));
  if (!both) return null;
  return {
    calls: count(callsAndHours.exec(both.text.replace(hoursBought, ''))![1]!),
    hours: count(hoursBought.exec(both.text)![1]!),
    sentence: both,
  };
};
