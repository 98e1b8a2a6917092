import { type FormEvent, type ReactNode } from 'react';
import { Form as AriaForm } from 'react-aria-components/Form';
import type { ApiError } from '../api/request.ts';
import { classes } from './classes.ts';
import { Notice } from './Notice.tsx';

type FormProps = {
  children: ReactNode;
  onSubmit: (values: FormData) => void;
  /** What the server said no to: each problem goes to the field of that `name`, the rest is said on top. Input stays as typed. */
  error?: ApiError | null | undefined;
  className?: string;
  id?: string;
};

/** A form that keeps what was typed and puts the server's sentences beside their fields. */
export const Form = ({ children, onSubmit, error, className, id }: FormProps) => {
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget));
  };
  const byField: Record<string, string[]> = {};
  for (const { path, message } of error?.fields ?? []) (byField[path] ??= []).push(message);
  return (
    <AriaForm
      onSubmit={send}
      validationErrors={byField}
      validationBehavior="aria"
      className={classes('flex flex-col gap-5', className)}
      {...(id ? { id } : {})}
    >
      {error && <Notice tone="bad">{error.message}</Notice>}
      {children}
    </AriaForm>
  );
};

/** Fields that belong together, with a heading and a reason. Two columns where there is room. */
export const FieldGroup = ({ title, intro, children, columns = 2 }: { title: string; intro?: ReactNode; children: ReactNode; columns?: 1 | 2 }) => (
  <fieldset className="flex flex-col gap-4 border-line [fieldset+&]:border-t [fieldset+&]:pt-5">
    <legend className="float-left mb-1 w-full text-base font-semibold">{title}</legend>
    {intro && <p className="max-w-reading text-sm text-ink-soft">{intro}</p>}
    <div className={classes('grid gap-x-5 gap-y-4', columns === 2 && 'md:grid-cols-2')}>{children}</div>
  </fieldset>
);
