/** What a form holds, as the API wants it: 'address.city' becomes { address: { city } }, texts are trimmed. */
export type FormValues = Record<string, unknown>;

const place = (values: FormValues, path: string, value: unknown): void => {
  const steps = path.split('.');
  const last = steps.pop()!;
  let here = values;
  for (const step of steps) here = (here[step] ??= {}) as FormValues;
  here[last] = value;
};

/** An optional field left empty is null (that clears it), a required one stays '' so that the server says what to write. */
export const formValues = (form: HTMLFormElement): FormValues => {
  const values: FormValues = {};
  for (const [path, raw] of new FormData(form)) {
    if (typeof raw !== 'string') continue;
    const element = form.elements.namedItem(path);
    const optional = element instanceof HTMLElement && element.dataset['optional'] !== undefined;
    // Passwords keep their spaces.
    const value = element instanceof HTMLInputElement && element.type === 'password' ? raw : raw.trim();
    place(values, path, value === '' && optional ? null : value);
  }
  return values;
};
