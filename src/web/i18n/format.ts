import { useMemo } from 'react';
import { localeOf, useLanguage } from './language.tsx';
import type { Language } from './messages.ts';

const cached = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>();
const once = <T extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>(key: string, make: () => T): T => {
  if (!cached.has(key)) cached.set(key, make());
  return cached.get(key) as T;
};
const number = (language: Language, options: Intl.NumberFormatOptions) =>
  once(`n${language}${JSON.stringify(options)}`, () => new Intl.NumberFormat(localeOf(language), options));
const date = (language: Language, options: Intl.DateTimeFormatOptions) =>
  once(`d${language}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(localeOf(language), options));

// A civil date has no zone: it is read and written in UTC so that no browser moves it by a day.
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
const civilOptions = { timeZone: 'UTC' } as const;
// Not imported from shared/time.ts: that would bring Temporal into the first page.
const parisOptions = { timeZone: 'Europe/Paris' } as const;

// French writes the first of a month as an ordinal: « 1er mars ».
const ordinal = (language: Language, text: string) => (language === 'fr' ? text.replace(/(^|\s)1(?=\s\p{L})/u, '$11er') : text);

const clock = (language: Language, hour: string, minute: string) =>
  language === 'fr' ? `${Number(hour)}\u00a0h\u00a0${minute}` : `${hour}:${minute}`;

/**
 * Everything people read as a figure or a date, in the typography of their language. Times are those of Paris.
 * Takes plain numbers and ISO texts, so that both branded values and what the API answered can be shown.
 */
export const formats = (language: Language) => {
  const day = (value: string) =>
    ordinal(language, date(language, { ...civilOptions, day: 'numeric', month: 'long', year: 'numeric' }).format(noonOf(value)));
  const shortDay = (value: string) =>
    date(language, { ...civilOptions, day: '2-digit', month: '2-digit', year: 'numeric' }).format(noonOf(value));
  const weekday = (value: string) =>
    ordinal(language, date(language, { ...civilOptions, weekday: 'long', day: 'numeric', month: 'long' }).format(noonOf(value)));
  const dayOf = (at: string) =>
    ordinal(language, date(language, { ...parisOptions, day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at)));
  const time = (at: string) => {
    const [hour = '', minute = ''] = date('en', { ...parisOptions, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
      .format(new Date(at))
      .split(':');
    return clock(language, hour, minute);
  };
  return {
    /** 1 234,56 € */
    money: (amount: number) => number(language, { style: 'currency', currency: 'EUR' }).format(amount / 100),
    /** 1 234 */
    count: (value: number) => number(language, { maximumFractionDigits: 2 }).format(value),
    /** 12,5 % from basis points */
    rate: (basisPoints: number) => number(language, { style: 'percent', maximumFractionDigits: 2 }).format(basisPoints / 10_000),
    /** 67 % from a ratio 0..1 */
    share: (ratio: number) => number(language, { style: 'percent', maximumFractionDigits: 0 }).format(ratio),
    day,
    shortDay,
    weekday,
    /** The Paris day of a moment. */
    dayOf,
    /** 14 h 30 */
    time,
    clockTime: (value: string) => clock(language, value.slice(0, 2), value.slice(3, 5)),
    /** 12 mars 2026 à 14 h 30 */
    moment: (at: string) => (language === 'fr' ? `${dayOf(at)} à ${time(at)}` : `${dayOf(at)} at ${time(at)}`),
    /** 3 min 05 s */
    duration: (seconds: number) => {
      const whole = Math.round(seconds);
      const hours = Math.floor(whole / 3600);
      const minutes = Math.floor((whole % 3600) / 60);
      if (hours > 0) return `${hours}\u00a0h\u00a0${String(minutes).padStart(2, '0')}`;
      return minutes > 0 ? `${minutes}\u00a0min\u00a0${String(whole % 60).padStart(2, '0')}\u00a0s` : `${whole}\u00a0s`;
    },
    /** "dans 3 jours", "il y a 2 heures" */
    fromNow: (at: string, now: number = Date.now()) => {
      const minutes = (Date.parse(at) - now) / 60_000;
      const relative = once(`r${language}`, () => new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }));
      if (Math.abs(minutes) < 60) return relative.format(Math.round(minutes), 'minute');
      if (Math.abs(minutes) < 48 * 60) return relative.format(Math.round(minutes / 60), 'hour');
      return relative.format(Math.round(minutes / 1440), 'day');
    },
    /** 01 99 00 12 34 from +33199001234; other countries by groups as given. */
    phone: (e164: string) => (/^\+33\d{9}$/.test(e164) ? `0${e164.slice(3)}`.replace(/(\d\d)(?=\d)/g, '$1\u00a0') : e164),
    /** 552 100 554 00017 */
    siret: (siret: string) => siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4'),
    bytes: (size: number) => {
      const units = language === 'fr' ? ['o', 'Ko', 'Mo', 'Go'] : ['B', 'kB', 'MB', 'GB'];
      const step = size > 0 ? Math.min(3, Math.floor(Math.log10(size) / 3)) : 0;
      return `${number(language, { maximumFractionDigits: step > 1 ? 1 : 0 }).format(size / 1000 ** step)}\u00a0${units[step]}`;
    },
  };
};

export type Formats = ReturnType<typeof formats>;
export const useFormats = (): Formats => {
  const { language } = useLanguage();
  return useMemo(() => formats(language), [language]);
};
