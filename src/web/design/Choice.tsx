import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox';
import { ComboBox as AriaComboBox, type ComboBoxProps as AriaComboBoxProps } from 'react-aria-components/ComboBox';
import { Radio, RadioGroup as AriaRadioGroup, type RadioGroupProps as AriaRadioGroupProps } from 'react-aria-components/RadioGroup';
import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text, type SelectProps as AriaSelectProps } from 'react-aria-components/Select';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch';
import { Group, Input } from 'react-aria-components/NumberField';
import { useMessages } from '../i18n/language.tsx';
import { classes } from './classes.ts';
import { FieldFoot, FieldLabel, fieldColumn, inputLook, invalid, type FieldProps } from './field.tsx';
import { words } from './words.ts';

export type Option<Value extends string = string> = { value: Value; label: string; hint?: string };

const listLook = 'max-h-80 overflow-auto p-1 outline-none';
const popoverLook = 'min-w-(--trigger-width) rounded-md border border-line bg-surface shadow-raised';

const OptionRow = ({ option }: { option: Option }) => (
  <ListBoxItem
    id={option.value}
    textValue={option.label}
    className="group flex min-h-9 items-center gap-2 rounded-md px-2 py-1.5 text-sm outline-none data-focused:bg-primary-wash data-selected:font-medium max-md:min-h-11"
  >
    <Check size={16} aria-hidden className="invisible shrink-0 text-primary group-data-selected:visible" />
    <span className="flex flex-col">
      <Text slot="label">{option.label}</Text>
      {option.hint && <Text slot="description" className="text-xs text-ink-soft">{option.hint}</Text>}
    </span>
  </ListBoxItem>
);

type SelectProps<Value extends string> = Omit<AriaSelectProps<Option>, 'className' | 'style' | 'children' | 'isInvalid' | 'value' | 'defaultValue' | 'onChange' | 'selectedKey' | 'defaultSelectedKey' | 'onSelectionChange'> &
  FieldProps & { options: readonly Option<Value>[]; value?: Value | null; defaultValue?: Value; onChange?: (value: Value) => void };

/** One among up to a dozen. Beyond, use ComboBox; up to four that deserve comparison, RadioGroup. */
export const Select = <Value extends string>({ label, hint, optional, error, options, value, defaultValue, onChange, ...rest }: SelectProps<Value>) => {
  const t = useMessages(words);
  return (
    <AriaSelect
      placeholder={t('choose')}
      {...rest}
      {...(value === undefined ? {} : { selectedKey: value })}
      {...(defaultValue === undefined ? {} : { defaultSelectedKey: defaultValue })}
      {...(onChange ? { onSelectionChange: (key) => key !== null && onChange(String(key) as Value) } : {})}
      {...invalid(error)}
      className={fieldColumn}
    >
      <FieldLabel label={label} optional={optional} />
      <Button className={classes(inputLook, 'flex items-center justify-between gap-2 text-left')}>
        <SelectValue className="truncate data-placeholder:text-ink-soft [&_[slot=description]]:hidden">{({ selectedText, defaultChildren }) => selectedText || defaultChildren}</SelectValue>
        <ChevronDown size={16} aria-hidden className="shrink-0 text-ink-soft" />
      </Button>
      <FieldFoot hint={hint} error={error} />
      <Popover className={popoverLook}>
        <ListBox items={[...options]} className={listLook}>{(option) => <OptionRow option={option} />}</ListBox>
      </Popover>
    </AriaSelect>
  );
};

type ComboBoxProps<Value extends string> = Omit<AriaComboBoxProps<Option>, 'className' | 'style' | 'children' | 'isInvalid' | 'value' | 'defaultValue' | 'onChange' | 'selectedKey' | 'defaultSelectedKey' | 'onSelectionChange'> &
  FieldProps & { options: readonly Option<Value>[]; value?: Value | null; onChange?: (value: Value | null) => void; placeholder?: string };

/** One among many, found by typing. */
export const ComboBox = <Value extends string>({ label, hint, optional, error, options, value, onChange, placeholder, ...rest }: ComboBoxProps<Value>) => {
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
      <FieldLabel label={label} optional={optional} />
      <Group className="relative flex">
        <Input className={classes(inputLook, 'pr-9')} {...(placeholder ? { placeholder } : {})} />
        <Button className="absolute right-0 flex h-full w-9 items-center justify-center text-ink-soft"><ChevronDown size={16} aria-hidden /></Button>
      </Group>
      <FieldFoot hint={hint} error={error} />
      <Popover className={popoverLook}>
        <ListBox<Option> className={listLook} renderEmptyState={() => <p className="p-3 text-sm text-ink-soft">{t('noChoice')}</p>}>{(option) => <OptionRow option={option} />}</ListBox>
      </Popover>
    </AriaComboBox>
  );
};

type CheckboxProps = Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> & { children: ReactNode; hint?: ReactNode };

/** A yes or no that takes effect when the form is sent. */
export const Checkbox = ({ children, hint, ...rest }: CheckboxProps) => (
  <AriaCheckbox {...rest} className="group flex min-h-6 items-start gap-3 text-sm max-md:min-h-11 max-md:py-2">
    <span className="mt-0.5 flex size-4.5 shrink-0 items-center justify-center rounded-md border border-edge bg-surface group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-primary group-data-hovered:border-ink group-data-invalid:border-bad group-data-selected:border-primary group-data-selected:bg-primary">
      <Check size={14} strokeWidth={3} aria-hidden className="invisible text-on-primary group-data-selected:visible" />
    </span>
    <span className="flex flex-col">
      <span>{children}</span>
      {hint && <span className="text-xs text-ink-soft">{hint}</span>}
    </span>
  </AriaCheckbox>
);

type RadioGroupProps<Value extends string> = Omit<AriaRadioGroupProps, 'className' | 'style' | 'children' | 'isInvalid' | 'value' | 'defaultValue' | 'onChange'> &
  FieldProps & { options: readonly Option<Value>[]; value?: Value | null; defaultValue?: Value; onChange?: (value: Value) => void; /** Side by side where there is room. */ inline?: boolean };

/** One among two to five, all in sight, each with its consequence as hint. */
export const RadioGroup = <Value extends string>({ label, hint, optional, error, options, onChange, inline, ...rest }: RadioGroupProps<Value>) => (
  <AriaRadioGroup {...rest} {...(onChange ? { onChange: (value: string) => onChange(value as Value) } : {})} {...invalid(error)} className={fieldColumn}>
    <FieldLabel label={label} optional={optional} />
    <div className={classes('flex flex-col gap-2', inline && 'md:flex-row md:flex-wrap md:gap-x-6')}>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className="group flex items-start gap-3 text-sm max-md:min-h-11 max-md:py-2">
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

/** A yes or no that takes effect at once. */
export const Switch = ({ children, ...rest }: Omit<AriaSwitchProps, 'className' | 'style' | 'children'> & { children: ReactNode }) => (
  <AriaSwitch {...rest} className="group flex min-h-6 items-center gap-3 text-sm max-md:min-h-11">
    <span className="flex h-5 w-9 shrink-0 items-center rounded-full border border-edge bg-sunken px-0.5 transition-colors duration-100 group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-primary group-data-selected:border-primary group-data-selected:bg-primary">
      <span className="size-3.5 rounded-full bg-edge transition-transform duration-100 group-data-selected:translate-x-4 group-data-selected:bg-on-primary" />
    </span>
    {children}
  </AriaSwitch>
);
