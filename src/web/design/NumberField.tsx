import {
  Group,
  Input,
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components/NumberField';
import { cents, type Cents } from '../../shared/money.ts';
import { FieldFoot, FieldLabel, fieldColumn, invalid, type FieldProps } from './field.tsx';

const groupLook =
  'flex h-9 items-center rounded-md border border-edge bg-surface max-md:h-11 hover:border-ink data-focus-within:border-primary data-focus-within:outline-2 data-focus-within:outline-primary data-invalid:border-bad';

type Base = Omit<AriaNumberFieldProps, 'className' | 'style' | 'children' | 'isInvalid' | 'value' | 'defaultValue' | 'onChange'> &
  FieldProps & {
    value?: number | null;
    defaultValue?: number | null;
    onChange?: (value: number | null) => void;
    /** Written after the figure: « appels », « h », « % ». */ unit?: string;
  };

/** A quantity with its unit. Empty is null, never NaN. */
export const NumberField = ({
  label,
  labelHidden,
  hint,
  optional,
  error,
  unit,
  value,
  defaultValue,
  onChange,
  ...rest
}: Base) => (
  <AriaNumberField
    {...rest}
    {...(value === undefined ? {} : { value: value ?? NaN })}
    {...(defaultValue === undefined || defaultValue === null ? {} : { defaultValue })}
    {...(onChange ? { onChange: (next: number) => onChange(Number.isNaN(next) ? null : next) } : {})}
    {...invalid(error)}
    className={fieldColumn}
  >
    <FieldLabel label={label} optional={optional} labelHidden={labelHidden} />
    <Group className={groupLook}>
      <Input className="h-full min-w-0 flex-1 rounded-md bg-transparent px-3 text-right text-sm tabular-nums outline-none max-md:text-base" />
      {unit && <span className="pr-3 text-sm text-ink-soft">{unit}</span>}
    </Group>
    <FieldFoot hint={hint} error={error} />
  </AriaNumberField>
);

type MoneyFieldProps = Omit<Base, 'value' | 'defaultValue' | 'onChange' | 'unit' | 'formatOptions'> & {
  value?: Cents | null;
  defaultValue?: Cents | null;
  onChange?: (value: Cents | null) => void;
};

const twoDecimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;

/** An amount in euros on screen, in whole cents in the value. */
export const MoneyField = ({ value, defaultValue, onChange, ...rest }: MoneyFieldProps) => (
  <NumberField
    {...rest}
    unit="€"
    formatOptions={twoDecimals}
    {...(value === undefined ? {} : { value: value === null ? null : value / 100 })}
    {...(defaultValue === undefined || defaultValue === null ? {} : { defaultValue: defaultValue / 100 })}
    {...(onChange ? { onChange: (next: number | null) => onChange(next === null ? null : cents(Math.round(next * 100))) } : {})}
  />
);
