import { ChevronDown } from 'lucide-react';
import {
  Button,
  ComboBox as AriaComboBox,
  Input,
  ListBox,
  Popover,
  type ComboBoxProps as AriaComboBoxProps,
} from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { useMessages } from '../i18n/language.tsx';
import { classes } from './classes.ts';
import { FieldFoot, FieldLabel, fieldColumn, inputLook, invalid, type FieldProps } from './field.tsx';
import { listLook, OptionRow, popoverLook } from './option-list.tsx';
import type { Option } from './option.ts';
import { words } from './words.ts';

type ComboBoxProps<Value extends string> = Omit<
  AriaComboBoxProps<Option>,
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
    onChange?: (value: Value | null) => void;
    placeholder?: string;
  };

/** One among many, found by typing. */
export const ComboBox = <Value extends string>({
  label,
  labelHidden,
  hint,
  optional,
  error,
  options,
  value,
  onChange,
  placeholder,
  ...rest
}: ComboBoxProps<Value>) => {
  const t = useMessages(words);
  return (
    <AriaComboBox
      menuTrigger="focus"
      {...rest}
      defaultItems={[...options]}
      {...(value === undefined ? {} : { selectedKey: value })}
      {...(onChange ? { onSelectionChange: (key) => onChange(key === null ? null : (String(key) as Value)) } : {})}
      {...invalid(error)}
      className={fieldColumn}
    >
      <FieldLabel label={label} optional={optional} labelHidden={labelHidden} />
      <Group className="relative flex">
        <Input className={classes(inputLook, 'pr-9')} {...(placeholder ? { placeholder } : {})} />
        <Button className="absolute right-0 flex h-full w-9 items-center justify-center text-ink-soft">
          <ChevronDown size={16} aria-hidden />
        </Button>
      </Group>
      <FieldFoot hint={hint} error={error} />
      <Popover className={popoverLook}>
        <ListBox<Option>
          className={listLook}
          renderEmptyState={() => <p className="p-3 text-sm text-ink-soft">{t('noChoice')}</p>}
        >
          {(option) => <OptionRow id={option.value} option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
};
