import { FieldGroup, NumberField, Select, TextField } from '../../../../web/design/index.ts';
import { useMessages } from '../../../../web/i18n/index.ts';
import { nextKey, without } from '../draft-path.ts';
import { At, useTerm } from '../editing.tsx';
import { AddButton, ListHead, Row } from '../lines-term.tsx';
import { messages } from '../messages.ts';
import { labels } from '../term-labels.ts';
import { NumberTerm, TextTerm, useOptions } from '../term-fields.tsx';

/** What the price assumes, and how it changes when reality differs. */
export const ChangesSection = () => {
  const t = useMessages(messages);
  return (
    <>
      <FieldGroup title={t('groupHypotheses')} columns={1}>
        <HypothesesTerm />
      </FieldGroup>
      <FieldGroup title={t('groupChanges')}>
        <NumberTerm path="changes.replyWorkingDays" unit={t('workingDays')} min={1} max={15} />
        <NumberTerm path="changes.scriptVersionsIncluded" min={0} max={20} />
        <TextTerm path="changes.whenFileIsBad" lines={2} />
        <TextTerm path="changes.whenScriptChanges" lines={2} />
        <TextTerm path="changes.whenTargetWidens" lines={2} />
      </FieldGroup>
    </>
  );
};

type Hypothesis = {
  id: string;
  measure?: 'wrong_number_rate' | 'reachability_rate' | 'out_of_target_rate' | null;
  comparison?: 'at_most' | 'at_least' | null;
  thresholdBp?: number | null;
  effect?: string | null;
};

const HypothesesTerm = () => {
  const t = useMessages(messages);
  const label = useMessages(labels);
  const measures = useOptions('measure');
  const comparisons = useOptions('comparison');
  const [value, set] = useTerm<Hypothesis[]>('hypotheses');
  const hypotheses = value ?? [];
  return (
    <At path="hypotheses">
      <ListHead name="hypotheses" titled={false} />
      <ol className="flex flex-col gap-5">
        {hypotheses.map((hypothesis, index) => {
          const change = (part: Partial<Hypothesis>) =>
            set(hypotheses.map((one, at) => (at === index ? { ...one, ...part } : one)));
          return (
            <Row
              key={hypothesis.id}
              index={index}
              count={hypotheses.length}
              what={t('hypothesis')}
              onRemove={() => set(without(hypotheses, index))}
            >
              <div className="grid grid-cols-2 gap-x-4 gap-y-3">
                <div className="col-span-2">
                  <Select
                    label={label('hypotheses.*.measure')}
                    options={measures}
                    value={hypothesis.measure ?? null}
                    onChange={(measure) => change({ measure })}
                  />
                </div>
                <Select
                  label={label('hypotheses.*.comparison')}
                  options={comparisons}
                  value={hypothesis.comparison ?? null}
                  onChange={(comparison) => change({ comparison })}
                />
                <NumberField
                  label={label('hypotheses.*.thresholdBp')}
                  unit="%"
                  minValue={0}
                  maxValue={100}
                  formatOptions={{ maximumFractionDigits: 2 }}
                  value={hypothesis.thresholdBp == null ? null : hypothesis.thresholdBp / 100}
                  onChange={(next) => change({ thresholdBp: next === null ? null : Math.round(next * 100) })}
                />
                <div className="col-span-2">
                  <TextField
                    label={label('hypotheses.*.effect')}
                    value={hypothesis.effect ?? ''}
                    onChange={(effect) => change({ effect: effect || null })}
                  />
                </div>
              </div>
            </Row>
          );
        })}
      </ol>
      <AddButton
        onPress={() =>
          set([
            ...hypotheses,
            {
              id: nextKey(
                'hypothese',
                hypotheses.map(({ id }) => id),
              ),
              measure: 'wrong_number_rate',
              comparison: 'at_most',
            },
          ])
        }
      >
        {t('addHypothesis')}
      </AddButton>
    </At>
  );
};
