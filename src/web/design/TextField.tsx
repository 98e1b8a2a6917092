import {
  Input,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import { classes } from './classes.ts';
import { FieldFoot, FieldLabel, fieldColumn, inputLook, invalid, type FieldProps } from './field.tsx';

export type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> &
  FieldProps & {
    placeholder?: string;
    /** More than one line: how many to show. */ lines?: number;
    /** Figures aligned, for SIRET, IBAN, codes. */ figures?: boolean;
  };

/** A line of text, or a few with `lines`. */
export const TextField = ({
  label,
  labelHidden,
  hint,
  optional,
  error,
  placeholder,
  lines,
  figures,
  ...rest
}: TextFieldProps) => (
  <AriaTextField {...rest} {...invalid(error)} className={fieldColumn}>
    <FieldLabel label={label} optional={optional} labelHidden={labelHidden} />
    {lines ? (
      <TextArea
        rows={lines}
        className={classes(inputLook, 'h-auto! resize-y py-2')}
        {...(optional ? { 'data-optional': '' } : {})}
        {...(placeholder ? { placeholder } : {})}
      />
    ) : (
      <Input
        className={classes(inputLook, figures && 'tabular-nums')}
        {...(optional ? { 'data-optional': '' } : {})}
        {...(placeholder ? { placeholder } : {})}
      />
    )}
    <FieldFoot hint={hint} error={error} />
  </AriaTextField>
);
