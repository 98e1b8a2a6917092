import {
  Radio,
  RadioGroup as AriaRadioGroup,
  type RadioGroupProps as AriaRadioGroupProps,
} from 'react-aria-components/RadioGroup';
import { classes } from './classes.ts';
import { FieldFoot, FieldLabel, fieldColumn, invalid, type FieldProps } from './field.tsx';
import type { Option } from './option.ts';

type RadioGroupProps<Value extends string> = Omit<
  AriaRadioGroupProps,
  'className' | 'style' | 'children' | 'isInvalid' | 'value' | 'defaultValue' | 'onChange'
> &
  FieldProps & {
    options: readonly Option<Value>[];
    value?: Value | null;
    defaultValue?: Value;
    onChange?: (value: Value) => void;
    /** Side by side where there is room. */ inline?: boolean;
  };

/** One among two to five, all in sight, each with its consequence as hint. */
export const RadioGroup = <Value extends string>({
  label,
  labelHidden,
  hint,
  optional,
  error,
  options,
  onChange,
  inline,
  ...rest
}: RadioGroupProps<Value>) => (
  <AriaRadioGroup
    {...rest}
    {...(onChange ? { onChange: (value: string) => onChange(value as Value) } : {})}
    {...invalid(error)}
    className={fieldColumn}
  >
    <FieldLabel label={label} optional={optional} labelHidden={labelHidden} />
    <div className={classes('flex flex-col gap-2', inline && 'md:flex-row md:flex-wrap md:gap-x-6')}>
      {options.map((option) => (
        <Radio
          key={option.value}
          value={option.value}
          className="group flex items-start gap-3 text-sm max-md:min-h-11 max-md:py-2"
        >
          <span className="mt-0.5 flex size-4.5 shrink-0 items-center justify-center rounded-full border border-edge bg-surface group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-primary group-data-hovered:border-ink group-data-selected:border-primary">
            <span className="size-2.5 rounded-full group-data-selected:bg-primary" />
          </span>
          <span className="flex flex-col">
            <span>{option.label}</span>
            {option.hint && <span className="text-xs text-ink-soft">{option.hint}</span>}
          </span>
        </Radio>
      ))}
    </div>
    <FieldFoot hint={hint} error={error} />
  </AriaRadioGroup>
);
