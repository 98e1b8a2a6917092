import {
  Checkbox,
  DateField,
  MoneyField,
  NumberField,
  RadioGroup,
  Select,
  TextField,
  TimeField,
  type Option,
} from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import type { Cents } from '../../../shared/money.ts';
import type { CivilDate, ClockTime } from '../../../shared/time.ts';
import { At, useTerm } from './editing.tsx';
import { choices, type ChoiceGroup, type ChoiceOf, valuesOf } from './term-choices.ts';
import { hints, labels, type TermLabel } from './term-labels.ts';

type Base = {
  path: string;
  /** The name in the catalogue when the path holds an index. */ name?: TermLabel;
  wide?: boolean;
  optional?: boolean;
  hidden?: boolean;
};

const useWords = (path: string, name: TermLabel | undefined) => {
  const label = useMessages(labels);
  const hint = useMessages(hints);
  const key = (name ?? path) as TermLabel;
  return { label: label(key), ...(key in hints.fr ? { hint: hint(key as keyof (typeof hints)['fr']) } : {}) };
};
const shown = ({ optional, hidden }: Base) => ({
  ...(optional ? { optional: true } : {}),
  ...(hidden ? { labelHidden: true } : {}),
});

/** `lines={2}`: room for a long sentence, which stays one paragraph. */
export const TextTerm = ({ lines, ...base }: Base & { lines?: number }) => {
  const [value, set] = useTerm<string>(base.path);
  const words = useWords(base.path, base.name);
  return (
    <At path={base.path} wide={base.wide ?? lines !== undefined}>
      <TextField
        {...words}
        {...shown(base)}
        {...(lines ? { lines } : {})}
        value={value ?? ''}
        onChange={(next) => set(next === '' ? null : lines === 2 ? next.replace(/\n+/g, ' ') : next)}
      />
    </At>
  );
};

/** `scale`: how many of the stored unit make one of the shown unit (basis points of a percent: 100). */
export const NumberTerm = ({
  unit,
  min,
  max,
  scale = 1,
  decimals = 0,
  ...base
}: Base & { unit?: string; min?: number; max?: number; scale?: number; decimals?: number }) => {
  const [value, set] = useTerm<number>(base.path);
  const words = useWords(base.path, base.name);
  return (
    <At path={base.path} {...(base.wide ? { wide: true } : {})}>
      <NumberField
        {...words}
        {...shown(base)}
        {...(unit ? { unit } : {})}
        {...(min === undefined ? {} : { minValue: min })}
        {...(max === undefined ? {} : { maxValue: max })}
        formatOptions={{ maximumFractionDigits: decimals }}
        value={value === null ? null : value / scale}
        onChange={(next) => set(next === null ? null : Math.round(next * scale * 10_000) / 10_000)}
      />
    </At>
  );
};

export const MoneyTerm = (base: Base) => {
  const [value, set] = useTerm<Cents>(base.path);
  return (
    <At path={base.path}>
      <MoneyField {...useWords(base.path, base.name)} {...shown(base)} minValue={0} value={value} onChange={set} />
    </At>
  );
};

export const DayTerm = ({ min, ...base }: Base & { min?: CivilDate | undefined }) => {
  const [value, set] = useTerm<CivilDate>(base.path);
  return (
    <At path={base.path}>
      <DateField {...useWords(base.path, base.name)} {...shown(base)} {...(min ? { min } : {})} value={value} onChange={set} />
    </At>
  );
};

export const HourTerm = (base: Base) => {
  const [value, set] = useTerm<ClockTime>(base.path);
  return (
    <At path={base.path}>
      <TimeField {...useWords(base.path, base.name)} {...shown(base)} value={value} onChange={set} />
    </At>
  );
};

export const YesTerm = (base: Base) => {
  const [value, set] = useTerm<boolean>(base.path);
  const { label, hint } = useWords(base.path, base.name);
  return (
    <At path={base.path} wide>
      <Checkbox isSelected={value ?? false} onChange={set} {...(hint ? { hint } : {})}>
        {label}
      </Checkbox>
    </At>
  );
};

export const useOptions = <Group extends ChoiceGroup>(group: Group, why?: ChoiceGroup): Option<ChoiceOf<Group>>[] => {
  const t = useMessages(choices);
  return valuesOf(group).map((value) => ({
    value,
    label: t(`${group}:${value}` as never),
    ...(why ? { hint: t(`${why}:${value}` as never) } : {}),
  }));
};

/** One among a few: in sight up to four answers, behind a list beyond (or with `list`). */
export const ChoiceTerm = <Group extends ChoiceGroup>({
  group,
  why,
  list = false,
  ...base
}: Base & { group: Group; why?: ChoiceGroup; list?: boolean }) => {
  const [value, set] = useTerm<ChoiceOf<Group>>(base.path);
  const options = useOptions(group, why);
  const words = useWords(base.path, base.name);
  return (
    <At path={base.path} {...(base.wide ? { wide: true } : {})}>
      {list ? (
        <Select {...words} {...shown(base)} options={options} value={value} onChange={set} />
      ) : (
        <RadioGroup
          {...words}
          {...shown(base)}
          options={options}
          value={(value ?? '') as ChoiceOf<Group>}
          onChange={(next) => set(next)}
          inline={options.length < 4}
        />
      )}
    </At>
  );
};

/** Any of a few. */
export const SeveralTerm = <Group extends ChoiceGroup>({ group, ...base }: Base & { group: Group }) => {
  const [value, set] = useTerm<ChoiceOf<Group>[]>(base.path);
  const options = useOptions(group);
  const { label } = useWords(base.path, base.name);
  const chosen = value ?? [];
  return (
    <At path={base.path} {...(base.wide ? { wide: true } : {})}>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 text-sm font-medium">{label}</legend>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            isSelected={chosen.includes(option.value)}
            onChange={(on) =>
              set(options.map((one) => one.value).filter((one) => (one === option.value ? on : chosen.includes(one))))
            }
          >
            {option.label}
          </Checkbox>
        ))}
      </fieldset>
    </At>
  );
};
