import { parseDate, parseTime } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Group,
  Popover,
  type DatePickerProps,
} from 'react-aria-components/DatePicker';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import {
  TimeField as AriaTimeField,
  type TimeFieldProps as AriaTimeFieldProps,
  type TimeValue,
} from 'react-aria-components/TimeField';
import type { DateValue } from 'react-aria-components/DatePicker';
import type { CivilDate, ClockTime } from '../../shared/time.ts';
import { useMessages } from '../i18n/language.tsx';
import { FieldFoot, FieldLabel, fieldColumn, invalid, type FieldProps } from './field.tsx';
import { words } from './words.ts';

const groupLook =
  'flex h-9 items-center rounded-md border border-edge bg-surface pl-3 max-md:h-11 hover:border-ink data-focus-within:border-primary data-focus-within:outline-2 data-focus-within:outline-primary data-invalid:border-bad';
const segmentLook =
  'rounded-md px-0.5 text-sm tabular-nums outline-none data-placeholder:text-ink-soft data-focused:bg-primary data-focused:text-on-primary max-md:text-base';

type DateFieldProps = Omit<
  DatePickerProps<DateValue>,
  | 'className'
  | 'style'
  | 'children'
  | 'isInvalid'
  | 'value'
  | 'defaultValue'
  | 'onChange'
  | 'minValue'
  | 'maxValue'
  | 'granularity'
> &
  FieldProps & {
    value?: CivilDate | null;
    defaultValue?: CivilDate | null;
    onChange?: (value: CivilDate | null) => void;
    min?: CivilDate;
    max?: CivilDate;
  };

/** A day of the calendar, typed or picked. */
export const DateField = ({
  label,
  labelHidden,
  hint,
  optional,
  error,
  value,
  defaultValue,
  onChange,
  min,
  max,
  ...rest
}: DateFieldProps) => {
  const t = useMessages(words);
  return (
    <DatePicker
      {...rest}
      granularity="day"
      {...(value === undefined ? {} : { value: value ? parseDate(value) : null })}
      {...(defaultValue ? { defaultValue: parseDate(defaultValue) } : {})}
      {...(min ? { minValue: parseDate(min) } : {})}
      {...(max ? { maxValue: parseDate(max) } : {})}
      {...(onChange ? { onChange: (next: DateValue | null) => onChange(next ? (next.toString() as CivilDate) : null) } : {})}
      {...invalid(error)}
      className={fieldColumn}
    >
      <FieldLabel label={label} optional={optional} labelHidden={labelHidden} />
      <Group className={groupLook}>
        <DateInput className="flex flex-1">{(segment) => <DateSegment segment={segment} className={segmentLook} />}</DateInput>
        <Button
          aria-label={t('calendar')}
          className="flex h-full w-9 items-center justify-center rounded-md text-ink-soft hover:text-ink"
        >
          <CalendarDays size={16} aria-hidden />
        </Button>
      </Group>
      <FieldFoot hint={hint} error={error} />
      <Popover className="rounded-md border border-line bg-surface p-3 shadow-raised">
        <Dialog className="outline-none">
          <Calendar>
            <header className="mb-2 flex items-center justify-between">
              <Button
                slot="previous"
                aria-label={t('previousMonth')}
                className="flex size-9 items-center justify-center rounded-md hover:bg-sunken"
              >
                <ChevronLeft size={16} aria-hidden />
              </Button>
              <Heading className="text-sm font-medium first-letter:uppercase" />
              <Button
                slot="next"
                aria-label={t('nextMonth')}
                className="flex size-9 items-center justify-center rounded-md hover:bg-sunken"
              >
                <ChevronRight size={16} aria-hidden />
              </Button>
            </header>
            <CalendarGrid className="tabular-nums">
              <CalendarGridHeader>
                {(day) => <CalendarHeaderCell className="size-9 text-xs font-medium text-ink-soft">{day}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>
                {(date) => (
                  <CalendarCell
                    date={date}
                    className="flex size-9 items-center justify-center rounded-md text-sm data-disabled:text-edge data-hovered:bg-sunken data-outside-month:hidden data-selected:bg-primary data-selected:text-on-primary data-today:font-semibold"
                  />
                )}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
};

type TimeFieldProps = Omit<
  AriaTimeFieldProps<TimeValue>,
  'className' | 'style' | 'children' | 'isInvalid' | 'value' | 'defaultValue' | 'onChange'
> &
  FieldProps & { value?: ClockTime | null; defaultValue?: ClockTime | null; onChange?: (value: ClockTime | null) => void };

/** An hour of the day, 24 h. */
export const TimeField = ({
  label,
  labelHidden,
  hint,
  optional,
  error,
  value,
  defaultValue,
  onChange,
  ...rest
}: TimeFieldProps) => (
  <AriaTimeField
    {...rest}
    hourCycle={24}
    {...(value === undefined ? {} : { value: value ? parseTime(value) : null })}
    {...(defaultValue ? { defaultValue: parseTime(defaultValue) } : {})}
    {...(onChange
      ? { onChange: (next: TimeValue | null) => onChange(next ? (next.toString().slice(0, 5) as ClockTime) : null) }
      : {})}
    {...invalid(error)}
    className={fieldColumn}
  >
    <FieldLabel label={label} optional={optional} labelHidden={labelHidden} />
    <DateInput className={`${groupLook} pr-3`}>
      {(segment) => <DateSegment segment={segment} className={segmentLook} />}
    </DateInput>
    <FieldFoot hint={hint} error={error} />
  </AriaTimeField>
);
