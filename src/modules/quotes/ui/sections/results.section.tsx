import { FieldGroup } from '../../../../web/design/index.ts';
import { useMessages } from '../../../../web/i18n/index.ts';
import { moved, nextKey, without } from '../draft-path.ts';
import { At, useTerm } from '../editing.tsx';
import { AddButton, ListHead, Row } from '../lines-term.tsx';
import { messages } from '../messages.ts';
import { ChoiceTerm, HourTerm, NumberTerm, TextTerm } from '../term-fields.tsx';
import { IndicatorsTerm } from './indicators.tsx';

/** What a paid appointment is, who says so, until when; and what is counted. */
export const ResultsSection = () => {
  const t = useMessages(messages);
  return (
    <>
      <FieldGroup title={t('groupAppointment')} columns={1}>
        <TextTerm path="appointments.definition" lines={3} />
        <CriteriaTerm />
      </FieldGroup>
      <FieldGroup title={t('groupReview')}>
        <NumberTerm path="appointments.review.workingDays" unit={t('workingDays')} min={1} max={15} />
        <HourTerm path="appointments.review.untilTime" />
        <ChoiceTerm path="appointments.review.silence" group="silence" wide />
        <NumberTerm path="appointments.contest.workingDays" unit={t('workingDays')} min={1} max={15} />
        <span className="max-md:hidden" />
        <TextTerm path="appointments.arbiter.name" />
        <TextTerm path="appointments.arbiter.email" />
        <ChoiceTerm path="appointments.noShow.treatment" group="noShow" wide />
        <NumberTerm path="appointments.noShow.reportWithinHours" unit="h" min={1} max={240} />
      </FieldGroup>
      <IndicatorsTerm />
    </>
  );
};

type Criterion = { id: string; label?: string | null; definition?: string | null };

const CriteriaTerm = () => {
  const t = useMessages(messages);
  const path = 'appointments.criteria';
  const [value, set] = useTerm<Criterion[]>(path);
  const criteria = value ?? [];
  return (
    <At path={path}>
      <ListHead name={path} />
      <ol className="flex flex-col gap-4">
        {criteria.map((criterion, index) => (
          <Row
            key={criterion.id}
            index={index}
            count={criteria.length}
            what={criterion.label ?? t('criterion')}
            onMove={(step) => set([...moved(criteria, index, step)])}
            onRemove={() => set(without(criteria, index))}
          >
            <TextTerm path={`${path}.${index}.label`} name="appointments.criteria.*.label" />
            <TextTerm path={`${path}.${index}.definition`} name="appointments.criteria.*.definition" lines={2} />
          </Row>
        ))}
      </ol>
      {criteria.length < 8 && (
        <AddButton
          onPress={() =>
            set([
              ...criteria,
              {
                id: nextKey(
                  'critere',
                  criteria.map(({ id }) => id),
                ),
              },
            ])
          }
        >
          {t('addCriterion')}
        </AddButton>
      )}
    </At>
  );
};
