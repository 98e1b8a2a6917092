import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Form as AriaForm } from 'react-aria-components/Form';
import type { ApiError } from '../api/request.ts';
import { useMessages } from '../i18n/language.tsx';
import { classes } from './classes.ts';
import { formValues, type FormValues } from './form-values.ts';
import { Notice } from './Notice.tsx';
import { words } from './words.ts';

type FormProps = {
  children: ReactNode;
  /** Values nested by the dots of their names; what no field holds (state of the page) is added by the page. */
  onSubmit: (values: FormValues, form: HTMLFormElement) => void;
  /** What the server said no to: each problem goes to the field of that `name`, the rest is said on top. Input stays as typed. */
  error?: ApiError | null | undefined;
  className?: string;
  id?: string;
};

/** A form that keeps what was typed and puts the server's sentences beside their fields. */
export const Form = ({ children, onSubmit, error, className, id }: FormProps) => {
  const t = useMessages(words);
  const form = useRef<HTMLFormElement>(null);
  const [orphans, setOrphans] = useState<string[]>([]);
  const [byField, setByField] = useState<Record<string, string[]>>({});
  useEffect(() => {
    const has = (path: string) => form.current?.elements.namedItem(path) ?? null;
    const fields = error?.fields ?? [];
    const placed: Record<string, string[]> = {};
    for (const { path, message } of fields) {
      const element = has(path);
      const empty = element instanceof HTMLInputElement && element.value === '' && element.type !== 'hidden';
      (placed[path] ??= []).push(empty ? t('emptyField') : message);
    }
    setByField(placed);
    setOrphans(fields.filter(({ path }) => !has(path)).map(({ message }) => message));
    const first = fields.map(({ path }) => has(path)).find((element) => element instanceof HTMLElement);
    if (first instanceof HTMLElement) first.focus();
  }, [error, t]);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(formValues(event.currentTarget), event.currentTarget);
  };
  const placed = (error?.fields.length ?? 0) - orphans.length;
  return (
    <AriaForm
      ref={form}
      onSubmit={send}
      validationErrors={byField}
      validationBehavior="aria"
      className={classes('flex flex-col gap-5', className)}
      {...(id ? { id } : {})}
    >
      {error && (
        <Notice tone="bad">
          {error.fields.length === 0 && <p>{error.message}</p>}
          {placed > 0 && <p>{t('fieldsToCorrect', { count: placed })}</p>}
          {orphans.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
      {children}
    </AriaForm>
  );
};

/** Fields that belong together, with a heading and a reason. Two columns where there is room. */
export const FieldGroup = ({
  title,
  intro,
  children,
  columns = 2,
}: {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
  columns?: 1 | 2;
}) => (
  <fieldset className="flex min-w-0 flex-col gap-4 border-line [fieldset+&]:border-t [fieldset+&]:pt-5">
    <legend className="float-left mb-1 w-full text-base font-semibold">{title}</legend>
    {intro && <p className="max-w-reading text-sm text-ink-soft">{intro}</p>}
    <div className={classes('grid gap-x-5 gap-y-4', columns === 2 && 'md:grid-cols-2')}>{children}</div>
  </fieldset>
);
