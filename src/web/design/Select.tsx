import { ChevronDown } from 'lucide-react';
import {
  Button,
  ListBox,
  Popover,
  Select as AriaSelect,
  SelectValue,
  type SelectProps as AriaSelectProps,
} from 'react-aria-components/Select';
import { useMessages } from '../i18n/language.tsx';
import { classes } from './classes.ts';
import { FieldFoot, FieldLabel, fieldColumn, inputLook, invalid, type FieldProps } from './field.tsx';
import { listLook, OptionRow, popoverLook } from './option-list.tsx';
import type { Option } from './option.ts';
import { words } from './words.ts';

type SelectProps<Value extends string> = Omit<
  AriaSelectProps<Option>,
  | 'className'
  | 'style'
  | 'children'
  | 'isInvalid'
  | 'value'
  | 'defaultValue'
  | 'onChange'
  | 'selectedKey'
  | 'defaultSelectedKey'
  | 'onSelectionChange'
> &
  FieldProps & {
    options: readonly Option<Value>[];
    value?: Value | null;
    defaultValue?: Value;
    onChange?: (value: Value) => void;
  };

/** One among up to a dozen. Beyond, use ComboBox; up to four that deserve comparison, RadioGroup. */
export const Select = <Value extends string>({
  label,
  labelHidden,
  hint,
  optional,
  error,
  options,
  value,
  defaultValue,
  onChange,
  ...rest
}: SelectProps<Value>) => {
  const t = useMessages(words);
  return (
    <AriaSelect
      placeholder={t('choose')}
      {...rest}
      {...(value === undefined ? {} : { selectedKey: value })}
      {...(defaultValue === undefined ? {} : { defaultSelectedKey: defaultValue })}
      {...(onChange ? { onSelectionChange: (key) => key !== null && onChange(String(key) as Value) } : {})}
      {...invalid(error)}
      className={classes(fieldColumn, 'outline-none')}
    >
      <FieldLabel label={label} optional={optional} labelHidden={labelHidden} />
      <Button className={classes(inputLook, 'flex items-center justify-between gap-2 text-left')}>
        <SelectValue className="truncate data-placeholder:text-ink-soft [&_[slot=description]]:hidden">
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <ChevronDown size={16} aria-hidden className="shrink-0 text-ink-soft" />
      </Button>
      <FieldFoot hint={hint} error={error} />
      <Popover className={popoverLook}>
        <ListBox items={[...options]} className={listLook}>
          {(option) => <OptionRow id={option.value} option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
};
