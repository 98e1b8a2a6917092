import type { CivilDate, ClockTime } from '../../../shared/time.ts';
import { cents, type Cents } from '../../../shared/money.ts';
import {
  Checkbox,
  DateField,
  FieldGroup,
  MoneyField,
  NumberField,
  RadioGroup,
  Select,
  TextField,
  TimeField,
} from '../../../web/design/index.ts';
import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import type { TermField } from '../domain/field-kinds.ts';
import { messages } from './messages.ts';

type Props = { field: TermField; label: string; value: unknown; onChange: (value: unknown) => void };

/** The kind of field that the condition has in the quote’s own form. */
export const TermInput = ({ field, label, value, onChange }: Props) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'integer':
      return (
        <NumberField
          label={label}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
          minValue={field.min}
          maxValue={field.max}
          {...(field.unit ? { unit: t(`unit_${field.unit}`) } : {})}
          {...(field.mayBeEmpty ? { hint: t('empty'), optional: true } : {})}
        />
      );
    case 'money':
      return (
        <MoneyField
          label={label}
          value={typeof value === 'number' ? cents(value) : null}
          onChange={(amount: Cents | null) => onChange(amount)}
          {...(field.mayBeEmpty ? { hint: t('empty'), optional: true } : {})}
        />
      );
    case 'rate':
      return (
        <NumberField
          label={label}
          unit="%"
          value={typeof value === 'number' ? value / 100 : null}
          onChange={(rate) => onChange(rate === null ? null : Math.round(rate * 100))}
        />
      );
    case 'date':
      return <DateField label={label} value={(text || null) as CivilDate | null} onChange={onChange} />;
    case 'time':
      return <TimeField label={label} value={(text || null) as ClockTime | null} onChange={onChange} />;
    case 'yesNo':
      return (
        <RadioGroup
          label={label}
          value={value === true ? 'yes' : 'no'}
          onChange={(choice) => onChange(choice === 'yes')}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
          inline
        />
      );
    case 'text':
      return <TextField label={label} value={text} onChange={onChange} maxLength={300} />;
    case 'longText':
      return <TextField label={label} lines={4} value={text} onChange={onChange} maxLength={4000} />;
    case 'lines':
      return (
        <TextField
          label={label}
          hint={t('oneByLine')}
          lines={5}
          value={Array.isArray(value) ? value.join('\n') : ''}
          onChange={(typed) => onChange(typed.split('\n'))}
        />
      );
    case 'choice':
      return (
        <Select
          label={label}
          value={text}
          onChange={onChange}
          options={field.options.map((option) => ({ value: option.value, label: option[language] }))}
        />
      );
    case 'choices': {
      const chosen = Array.isArray(value) ? (value as string[]) : [];
      return (
        <FieldGroup title={label}>
          {field.options.map((option) => (
            <Checkbox
              key={option.value}
              isSelected={chosen.includes(option.value)}
              onChange={(ticked) => onChange(ticked ? [...chosen, option.value] : chosen.filter((one) => one !== option.value))}
            >
              {option[language]}
            </Checkbox>
          ))}
        </FieldGroup>
      );
    }
  }
};

/** What is typed, as it is proposed: a list without its empty lines. */
export const tidied = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.flatMap((line) => (typeof line === 'string' ? (line.trim() ? [line.trim()] : []) : [line]))
    : typeof value === 'string'
      ? value.trim()
      : value;
