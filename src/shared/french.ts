import type { BasisPoints, Cents } from './money.ts';
import type { CivilDate, ClockTime } from './time.ts';

const nbsp = '\u00a0';
const narrow = '\u202f';

const grouped = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 4 });
const euros = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** 1 234 or 2,5: thousands by a narrow space, decimal comma. */
export const frenchNumber = (value: number): string => grouped.format(value);

/** 1 234,56 €, exact to the cent. */
export const frenchMoney = (amount: Cents): string => `${euros.format(amount / 100)}${nbsp}€`;

/** 20 %, 12,15 %: from hundredths of a percent. */
export const frenchPercent = (rate: BasisPoints | number): string => `${grouped.format(rate / 100)}${nbsp}%`;

/** 12 mars 2026, 1er avril 2026. */
export const frenchDate = (day: CivilDate): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${date === 1 ? '1er' : date} ${months[month - 1]} ${year}`;
};

/** 9 h 30, 18 h 00. */
export const frenchTime = (time: ClockTime): string => `${Number(time.slice(0, 2))}${nbsp}h${nbsp}${time.slice(3)}`;

/** 01 99 00 12 34 from +33199001234; a foreign number keeps its code. */
export const frenchPhone = (phone: string): string =>
  /^\+33\d{9}$/.test(phone) ? `0${phone.slice(3)}`.replace(/(\d\d)(?=\d)/g, `$1${narrow}`) : phone;

const dayNames = ['', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/** du lundi au vendredi; le samedi; le lundi et le mercredi. */
export const frenchDays = (days: readonly number[]): string => {
  const sorted = [...days].sort((a, b) => a - b);
  const isRun = sorted.length > 2 && sorted.every((day, index) => index === 0 || day === sorted[index - 1]! + 1);
  if (isRun) return `du ${dayNames[sorted[0]!]} au ${dayNames[sorted.at(-1)!]}`;
  return frenchList(sorted.map((day) => `le ${dayNames[day]}`));
};

/** a, b et c. */
export const frenchList = (words: readonly string[], last = 'et'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

/** Glues « ; : ? ! » and the inside of guillemets to their word with a no-break space, wherever a plain one was typed. */
export const frenchSpaces = (sentence: string): string => sentence.replace(/ (?=[;:?!»%€])/g, nbsp).replace(/« /g, `«${nbsp}`);
