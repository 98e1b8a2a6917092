// A minimal stand-in for the two DOM classes that formValues reads.
import { beforeAll, expect, test, vi } from 'vitest';
import { formValues } from './form-values.ts';

class FakeElement {
  dataset: Record<string, string> = {};
  type = 'text';
}
const formOf = (fields: Record<string, { value: string; optional?: boolean; type?: string }>) =>
  ({
    entries: Object.entries(fields).map(([name, { value }]) => [name, value]),
    elements: {
      namedItem: (name: string) => {
        const element = new FakeElement();
        if (fields[name]!.optional) element.dataset['optional'] = '';
        element.type = fields[name]!.type ?? 'text';
        return element;
      },
    },
  }) as unknown as HTMLFormElement;

beforeAll(() => {
  vi.stubGlobal('HTMLElement', FakeElement);
  vi.stubGlobal('HTMLInputElement', FakeElement);
  vi.stubGlobal(
    'FormData',
    class {
      readonly form: { entries: [string, string][] };
      constructor(form: { entries: [string, string][] }) {
        this.form = form;
      }
      [Symbol.iterator]() {
        return this.form.entries[Symbol.iterator]();
      }
    },
  );
});

test('a dotted name becomes a nested value, trimmed', () => {
  expect(formValues(formOf({ name: { value: '  Atelier ' }, 'address.city': { value: 'Lyon' } }))).toEqual({
    name: 'Atelier',
    address: { city: 'Lyon' },
  });
});

test('an optional field left empty is cleared; a required one stays empty for the server to answer', () => {
  expect(formValues(formOf({ bic: { value: '', optional: true }, siret: { value: '' } }))).toEqual({ bic: null, siret: '' });
});

test('a password keeps its spaces', () => {
  expect(formValues(formOf({ password: { value: ' mot de passe ', type: 'password' } }))).toEqual({ password: ' mot de passe ' });
});
