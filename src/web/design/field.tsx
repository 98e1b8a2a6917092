import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components/TextField';
import { useMessages } from '../i18n/language.tsx';
import { words } from './words.ts';

export type FieldProps = {
  label: string;
  /** One line under the field: what to write, where to find it. */
  hint?: ReactNode;
  /** Marks what may be left empty; required is the rule and is not marked. */
  optional?: boolean;
  /** The label is read aloud but not shown: the column or heading already says it. */
  labelHidden?: boolean;
  /** A problem that the page found itself. Problems from the server arrive through Form by the field's `name`. */
  error?: string | null | undefined;
};

export const inputLook =
  'w-full rounded-md border border-edge bg-surface px-3 h-9 max-md:h-11 text-sm max-md:text-base text-ink hover:border-ink ' +
  'focus:border-primary focus:outline-2 focus:outline-offset-0 focus:outline-primary data-invalid:border-bad data-disabled:text-ink-soft data-disabled:bg-sunken [&:is(input,textarea):read-only]:bg-sunken';

export const FieldLabel = ({
  label,
  optional,
  labelHidden,
}: {
  label: string;
  optional?: boolean | undefined;
  labelHidden?: boolean | undefined;
}) => {
  const t = useMessages(words);
  return (
    <Label className={labelHidden ? 'sr-only' : 'text-sm font-medium text-ink'}>
      {label}
      {optional && <span className="font-normal text-ink-soft"> ({t('optional')})</span>}
    </Label>
  );
};

export const FieldFoot = ({ hint, error }: { hint?: ReactNode; error?: string | null | undefined }) => (
  <>
    {hint && (
      <Text slot="description" className="text-xs text-ink-soft">
        {hint}
      </Text>
    )}
    <FieldError className="flex gap-1.5 text-xs font-medium text-bad before:content-['▲']">
      {({ validationErrors }) => error ?? validationErrors[0]}
    </FieldError>
  </>
);

export const fieldColumn = 'flex min-w-0 flex-col gap-1.5';
/** React Aria wants an absent prop rather than `undefined`. */
export const invalid = (error: string | null | undefined): { isInvalid?: true } => (error ? { isInvalid: true } : {});
