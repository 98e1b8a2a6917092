import { FieldGroup } from '../../../../web/design/index.ts';
import { useMessages } from '../../../../web/i18n/index.ts';
import { messages } from '../messages.ts';
import { ChoiceTerm, NumberTerm, SeveralTerm, TextTerm } from '../term-fields.tsx';

/** What the client receives, how often, and by which way. */
export const ReportingSection = () => {
  const t = useMessages(messages);
  return (
    <FieldGroup title={t('groupReports')}>
      <ChoiceTerm path="reporting.frequency" group="frequency" />
      <SeveralTerm path="reporting.contents" group="contents" />
      <ChoiceTerm path="reporting.channel" group="reportChannel" />
      <ChoiceTerm path="reporting.format" group="format" />
      <NumberTerm path="reporting.dueWorkingDays" unit={t('workingDays')} min={0} max={10} />
      <TextTerm path="reporting.meetings" wide />
    </FieldGroup>
  );
};
