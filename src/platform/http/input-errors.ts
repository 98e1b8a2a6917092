import type { Language } from '../../shared/refusal.ts';

/** A Zod issue as fastify-type-provider-zod hands it over. */
export type InputIssue = { keyword?: string; instancePath?: string; message?: string; params?: Record<string, unknown> };

type Sentence = { fr: string; en: string };

/** Every field that is wrong, with a sentence a person can act on. `schema` gives the fields their names. */
export const fieldErrors = (issues: readonly InputIssue[], schema: unknown, language: Language) =>
  issues.map((issue) => {
    const path = (issue.instancePath ?? '').split('/').filter(Boolean);
    return { path: path.join('.'), message: sentenceFor(issue, nameOf(schema, path, language))[language] };
  });

const sentenceFor = (issue: InputIssue, name: { fr: string; en: string }): Sentence => {
  const params = issue.params ?? {};
  const own = params['params'] as Partial<Sentence> | undefined;
  if (own?.fr && own.en) return { fr: own.fr, en: own.en };
  const limit = String(params['maximum'] ?? params['minimum'] ?? '');
  const words =
    params['origin'] === 'string'
      ? ['caractères', 'characters']
      : params['origin'] === 'array'
        ? ['éléments', 'items']
        : ['', ''];
  const [unitFr, unitEn] = words.map((word) => (word ? `\u00a0${word}` : ''));
  const fr = `Le champ « ${name.fr} »`;
  const en = `The field “${name.en}”`;
  switch (issue.keyword) {
    case 'invalid_type':
      return isMissing(issue)
        ? { fr: `${fr} est obligatoire.`, en: `${en} is required.` }
        : {
            fr: `${fr} n’est pas du type attendu (${frenchType(String(params['expected']))}).`,
            en: `${en} should be a ${String(params['expected'])}.`,
          };
    case 'too_small':
      return params['origin'] === 'string' && params['minimum'] === 1
        ? { fr: `${fr} est vide. Renseignez-le.`, en: `${en} is empty. Please fill it in.` }
        : {
            fr: `${fr} doit être au moins égal à ${limit}${unitFr}.`.replace(
              'être au moins égal à',
              words[0] ? 'compter au moins' : 'être au moins égal à',
            ),
            en: `${en} must be at least ${limit}${unitEn}.`,
          };
    case 'too_big':
      return {
        fr: `${fr} ${words[0] ? 'compte' : 'vaut'} plus que le maximum permis (${limit}${unitFr}).`,
        en: `${en} is more than the maximum (${limit}${unitEn}).`,
      };
    case 'invalid_value':
      return {
        fr: `${fr} n’a pas une des valeurs possibles : ${listed(params['values'])}.`,
        en: `${en} is not one of: ${listed(params['values'])}.`,
      };
    case 'invalid_format':
      return formatSentence(String(params['format']), fr, en);
    case 'unrecognized_keys':
      return {
        fr: `Champs inconnus : ${listed(params['keys'])}. Retirez-les.`,
        en: `Unknown fields: ${listed(params['keys'])}. Remove them.`,
      };
    case 'custom':
      return { fr: issue.message ?? `${fr} n’est pas valable.`, en: issue.message ?? `${en} is not valid.` };
    default:
      return { fr: `${fr} n’est pas valable.`, en: `${en} is not valid.` };
  }
};

// Zod 4 does not keep the input in the issue; its own message says "received undefined" when nothing was given.
const isMissing = (issue: InputIssue): boolean => /received undefined/.test(issue.message ?? '');

const formatSentence = (format: string, fr: string, en: string): Sentence => {
  const expected = formats[format] ?? { fr: 'la forme attendue', en: 'the expected format' };
  return { fr: `${fr} n’a pas ${expected.fr}.`, en: `${en} does not have ${expected.en}.` };
};
const formats: Record<string, Sentence> = {
  email: { fr: 'la forme d’une adresse e-mail (nom@entreprise.fr)', en: 'the form of an e-mail address (name@company.com)' },
  uuid: { fr: 'la forme d’un identifiant', en: 'the form of an identifier' },
  date: { fr: 'la forme d’une date (2026-03-31)', en: 'the form of a date (2026-03-31)' },
  datetime: { fr: 'la forme d’un instant (2026-03-31T09:30:00Z)', en: 'the form of an instant (2026-03-31T09:30:00Z)' },
  time: { fr: 'la forme d’une heure (09:30)', en: 'the form of a time (09:30)' },
  url: { fr: 'la forme d’une adresse web (https://…)', en: 'the form of a web address (https://…)' },
};

const frenchType = (expected: string): string =>
  ({ string: 'texte', number: 'nombre', int: 'nombre entier', boolean: 'oui ou non', array: 'liste', object: 'objet' })[
    expected
  ] ?? expected;
const listed = (values: unknown): string => (Array.isArray(values) ? values.join(', ') : '');

type SchemaNode = {
  meta?: () => { title?: string; 'x-title-en'?: string } | undefined;
  shape?: Record<string, SchemaNode>;
  element?: SchemaNode;
  _zod?: { def?: { innerType?: SchemaNode; in?: SchemaNode; options?: SchemaNode[] } };
};

/** The name of the field at that path, from the schema's own labels; else its name in the API. */
const nameOf = (schema: unknown, path: readonly string[], language: Language): { fr: string; en: string } => {
  let node = schema as SchemaNode | undefined;
  let meta = node?.meta?.();
  for (const step of path) {
    node = child(unwrap(node), step);
    meta = labelOf(node);
  }
  const last = [...path].reverse().find((step) => !/^\d+$/.test(step)) ?? (language === 'fr' ? 'contenu' : 'body');
  return { fr: meta?.title ?? last, en: meta?.['x-title-en'] ?? meta?.title ?? last };
};

const labelOf = (node: SchemaNode | undefined): ReturnType<NonNullable<SchemaNode['meta']>> => {
  for (let at = node; at; at = inner(at)) {
    const meta = at.meta?.();
    if (meta?.title) return meta;
  }
  return undefined;
};
const inner = (node: SchemaNode): SchemaNode | undefined => node._zod?.def?.innerType ?? node._zod?.def?.in;
const unwrap = (node: SchemaNode | undefined): SchemaNode | undefined => {
  let at = node;
  while (at && !at.shape && !at.element && inner(at)) at = inner(at);
  return at;
};
const child = (node: SchemaNode | undefined, step: string): SchemaNode | undefined =>
  node?.shape?.[step] ?? (/^\d+$/.test(step) ? node?.element : undefined);
