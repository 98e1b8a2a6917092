import { FieldGroup, NumberField, Select } from '../../../../web/design/index.ts';
import { useMessages } from '../../../../web/i18n/index.ts';
import { moved, without } from '../draft-path.ts';
import { At, useTerm } from '../editing.tsx';
import { AddButton, Row } from '../lines-term.tsx';
import { messages } from '../messages.ts';
import { choices, type ChoiceOf } from '../term-choices.ts';
import { hints, labels } from '../term-labels.ts';
import { ChoiceTerm, TextTerm, useOptions } from '../term-fields.tsx';

type Formula = ChoiceOf<'formula'>;
type Target = { min: number | null; max: number | null };
type Indicator = {
  formula?: Formula | null;
  label?: string | null;
  nature?: string | null;
  target?: Partial<Target> | null;
  payLink?: string | null;
};

const countFormulas: readonly Formula[] = ['T', 'C_PER_DAY', 'R', 'RA'];

/** Three to five measures, each with its formula, its target and what it commits to. */
export const IndicatorsTerm = () => {
  const t = useMessages(messages);
  const label = useMessages(labels);
  const hint = useMessages(hints);
  const [value, set] = useTerm<Indicator[]>('indicators');
  const indicators = value ?? [];
  return (
    <FieldGroup title={label('indicators')} intro={hint('indicators')} columns={1}>
      <At path="indicators">
        <ol className="flex flex-col gap-6">
          {indicators.map((indicator, index) => (
            <Row
              key={index}
              index={index}
              count={indicators.length}
              what={indicator.label ?? t('indicator')}
              onMove={(step) => set([...moved(indicators, index, step)])}
              onRemove={() => set(without(indicators, index))}
            >
              <IndicatorFields
                index={index}
                indicator={indicator}
                onChange={(next) => set(indicators.map((one, at) => (at === index ? next : one)))}
              />
            </Row>
          ))}
        </ol>
        {indicators.length < 5 && (
          <AddButton onPress={() => set([...indicators, { nature: 'followed', target: null, payLink: 'none_informative' }])}>
            {t('addIndicator')}
          </AddButton>
        )}
      </At>
    </FieldGroup>
  );
};

const IndicatorFields = ({
  index,
  indicator,
  onChange,
}: {
  index: number;
  indicator: Indicator;
  onChange: (next: Indicator) => void;
}) => {
  const label = useMessages(labels);
  const choice = useMessages(choices);
  const formulas = useOptions('formula', 'formulaWhy');
  const at = `indicators.${index}`;
  const { formula } = indicator;
  const isRate = formula != null && !countFormulas.includes(formula);
  const target = (side: keyof Target, next: number | null) => {
    const whole = {
      min: indicator.target?.min ?? null,
      max: indicator.target?.max ?? null,
      [side]: next === null ? null : isRate ? Math.round(next * 100) : next,
    };
    onChange({ ...indicator, target: whole.min === null && whole.max === null ? null : whole });
  };
  const shown = (side: keyof Target) => {
    const kept = indicator.target?.[side] ?? null;
    return kept === null ? null : isRate ? kept / 100 : kept;
  };
  return (
    <div className="grid gap-x-5 gap-y-3 md:grid-cols-2">
      <Select
        label={label('indicators.*.formula')}
        options={formulas}
        value={formula ?? null}
        hint={formula ? choice(`formulaWhy:${formula}`) : undefined}
        // The name follows the formula until someone words it otherwise; a target in another unit would lie.
        onChange={(next) => onChange({ ...indicator, formula: next, label: choice(`formula:${next}`), target: null })}
      />
      <TextTerm path={`${at}.label`} name="indicators.*.label" />
      <ChoiceTerm path={`${at}.nature`} name="indicators.*.nature" group="nature" />
      <ChoiceTerm path={`${at}.payLink`} name="indicators.*.payLink" group="payLink" list />
      <NumberField
        label={label('indicators.*.target.min')}
        optional
        minValue={0}
        value={shown('min')}
        onChange={(next) => target('min', next)}
        {...(isRate ? { unit: '%' } : {})}
      />
      <NumberField
        label={label('indicators.*.target.max')}
        optional
        minValue={0}
        value={shown('max')}
        onChange={(next) => target('max', next)}
        {...(isRate ? { unit: '%' } : {})}
      />
    </div>
  );
};
