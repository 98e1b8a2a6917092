import { FieldGroup } from '../../../../web/design/index.ts';
import { useMessages } from '../../../../web/i18n/index.ts';
import { LinesTerm } from '../lines-term.tsx';
import { messages } from '../messages.ts';
import { DepartmentsTerm } from '../tags-term.tsx';
import { ChoiceTerm, NumberTerm, SeveralTerm, TextTerm } from '../term-fields.tsx';

export const ContextSection = () => <TextTerm path="scope.context" lines={7} />;
export const ObjectivesSection = () => <LinesTerm path="scope.objectives" titled={false} />;
export const DeliverablesSection = () => <LinesTerm path="scope.deliverables" titled={false} />;

/** What is sold, to whom, with what, and what is not. */
export const ScopeSection = () => {
  const t = useMessages(messages);
  return (
    <>
      <FieldGroup title={t('groupWhat')}>
        <ChoiceTerm path="scope.missionKind" group="missionKind" list wide />
        <LinesTerm path="scope.included" />
        <LinesTerm path="scope.excluded" />
      </FieldGroup>
      <FieldGroup title={t('groupWhom')}>
        <TextTerm path="scope.targets" lines={3} />
        <DepartmentsTerm path="scope.allowedDepartments" />
        <DepartmentsTerm path="scope.forbiddenDepartments" />
        <TextTerm path="scope.fileSource" />
        <NumberTerm path="scope.fileSize" unit={t('records')} min={1} />
      </FieldGroup>
      <FieldGroup title={t('groupHow')}>
        <SeveralTerm path="scope.channels" group="channels" />
        <SeveralTerm path="scope.languages" group="languages" />
        <TextTerm path="scope.tools" wide />
        <TextTerm path="scope.handOver" lines={2} />
      </FieldGroup>
      <p className="text-xs text-ink-soft">{t('suppressionAlways')}</p>
    </>
  );
};
