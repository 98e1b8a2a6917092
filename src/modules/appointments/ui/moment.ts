/** 75 → '1:15': how a moment of a call is written and typed. */
export const printedMoment = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** '1:15', '01:15' or '75' → 75 seconds; null for anything else. */
export const typedMoment = (text: string): number | null => {
  const match = /^(?:(\d{1,3})\s*[:.]\s*)?(\d{1,4})$/.exec(text.trim());
  if (!match) return null;
  const [, minutes, seconds] = match;
  if (minutes !== undefined && (seconds!.length > 2 || Number(seconds) > 59)) return null;
  return Number(minutes ?? 0) * 60 + Number(seconds);
};
