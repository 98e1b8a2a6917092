import { useState } from 'react';
import { sentenceOf } from '../../../shared/input.ts';
import { TextField } from '../../../web/design/index.ts';
import type { TextFieldProps } from '../../../web/design/TextField.tsx';
import { useLanguage } from '../../../web/i18n/index.ts';
import { compact, identityProblems, type IdentityProblem } from '../index.ts';

type CheckedFieldProps = TextFieldProps & {
  /** The same rule as the server's. */ problemOf: (tidied: string) => IdentityProblem | null;
  /** What follows from a right value. */ whenRight?: (tidied: string) => string | null;
};

/** A number with a key (SIRET, TVA, IBAN…), checked as soon as one leaves the field, by the rule that the server applies. */
export const CheckedField = ({ problemOf, whenRight, hint, defaultValue = '', onChange, ...rest }: CheckedFieldProps) => {
  const { language } = useLanguage();
  const [text, setText] = useState(defaultValue);
  const [left, setLeft] = useState(defaultValue !== '');
  const tidied = compact(text);
  const problem = tidied ? problemOf(tidied) : null;
  const said = tidied && !problem ? whenRight?.(tidied) : null;
  const right = said && compact(said) !== tidied ? said : null;
  return (
    <TextField
      {...rest}
      figures
      defaultValue={defaultValue}
      hint={right ? <span className="text-good">✓ {right}</span> : hint}
      error={left && problem ? sentenceOf(identityProblems[problem], language, tidied) : null}
      onChange={(next) => {
        setText(next);
        setLeft(false);
        onChange?.(next);
      }}
      onBlur={() => setLeft(true)}
    />
  );
};
