/** What a script may name, and nothing else: `{{prospect.nom}}`. The text is never executed nor read as HTML. */
export const scriptVariables = [
  'prospect.nom',
  'prospect.fonction',
  'prospect.societe',
  'prospect.ville',
  'client.nom',
  'prestataire.nom',
  'appelant.nom',
  'mission.nom',
  'enregistrement.finalite',
  'enregistrement.duree',
] as const;
export type ScriptVariable = (typeof scriptVariables)[number];
export type ScriptValues = Partial<Record<ScriptVariable, string>>;

const variable = /\{\{\s*([\p{L}.]+)\s*\}\}/gu;

/** Names used in a script that nothing fills: a script that holds one is not saved. */
export const unknownVariables = (body: string): string[] =>
  [...new Set([...body.matchAll(variable)].map((match) => match[1]!))].filter(
    (name) => !(scriptVariables as readonly string[]).includes(name),
  );

/** Fills a script in. A value is put in as it is: braces inside it stay braces. What is not known stays visible, between brackets. */
export const fillScript = (body: string, values: ScriptValues): string =>
  body.replace(variable, (_, name: string) => values[name as ScriptVariable]?.trim() || `[${name.split('.').at(-1)}]`);
