import { z } from 'zod';
import type { Language, Sentence } from './refusal.ts';

/** What is wrong with a value that someone typed, in both languages, with what to do about it. */
export type InputProblem = { fr: Sentence; en: Sentence };

/** The name of a field as a person reads it; goes to error messages and to the API description. */
export const label = (fr: string, en: string) => ({ title: fr, 'x-title-en': en });

/** For `.refine(rule, says('…', '…'))`: the sentence shown when the rule does not hold. */
export const says = (fr: string, en: string) => ({ error: fr, params: { fr, en } });

/**
 * A text field that is tidied first, then checked; the first problem found is the sentence shown.
 * `check` answers null when all is well.
 */
export const checkedText = (tidy: (typed: string) => string, check: (tidied: string) => InputProblem | null) =>
  z
    .string()
    .max(200)
    .transform(tidy)
    .superRefine((value, context) => {
      const problem = check(value);
      if (problem) context.addIssue(issueOf(problem, value));
    });

/** The same, for a rule over several fields: `context.addIssue(issueOf(problem, value, ['vatNumber']))`. */
export const issueOf = (problem: InputProblem, value: string, path: string[] = []) => ({
  code: 'custom' as const,
  message: sentenceOf(problem, 'fr', value),
  params: { fr: sentenceOf(problem, 'fr', value), en: sentenceOf(problem, 'en', value) },
  path,
});

export const sentenceOf = (problem: InputProblem, language: Language, value: string): string => {
  const sentence = problem[language];
  return typeof sentence === 'function' ? sentence({ value }) : sentence;
};
