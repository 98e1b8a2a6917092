import { FieldGroup } from '../../../../web/design/index.ts';
import { useMessages } from '../../../../web/i18n/index.ts';
import { isAsked } from '../../../contracts/index.ts';
import { useEditing, useTerm } from '../editing.tsx';
import { messages } from '../messages.ts';
import { labels } from '../term-labels.ts';
import { ChoiceTerm, MoneyTerm, NumberTerm, SeveralTerm, TextTerm, YesTerm } from '../term-fields.tsx';

/** How either side leaves, and what it answers for. */
export const TerminationSection = () => {
  const t = useMessages(messages);
  return (
    <>
      <FieldGroup title={t('groupNotice')}>
        <NumberTerm path="termination.clientNoticeDays" unit={t('daysUnit')} min={0} max={365} />
        <NumberTerm path="termination.providerNoticeDays" unit={t('daysUnit')} min={0} max={365} />
        <TextTerm path="termination.consequence" lines={2} />
        <NumberTerm path="termination.cureDays" unit={t('daysUnit')} min={1} max={90} optional />
        <NumberTerm path="termination.suspensionNoticeDays" unit={t('daysUnit')} min={1} max={60} optional />
        <NumberTerm path="nonSolicitation.months" unit={t('monthsUnit')} min={1} max={24} />
      </FieldGroup>
      <FieldGroup title={t('groupLiability')}>
        <MoneyTerm path="liability.capCents" optional />
        <TextTerm path="liability.insurance" wide />
      </FieldGroup>
    </>
  );
};

/** Who owns what the campaign makes, what is recorded, and the processor's duties (GDPR article 28). */
export const DataSection = () => {
  const t = useMessages(messages);
  const [recording] = useTerm<string>('calling.recording.policy');
  const { asked } = useEditing();
  const label = useMessages(labels);
  return (
    <>
      {isAsked(asked, 'intellectualProperty') && (
        <FieldGroup title={label('intellectualProperty.rights')}>
          <SeveralTerm path="intellectualProperty.rights" group="rights" />
          <TextTerm path="intellectualProperty.purpose" lines={2} />
          <TextTerm path="intellectualProperty.territory" />
          <NumberTerm path="intellectualProperty.years" unit={t('years')} min={1} max={70} />
        </FieldGroup>
      )}
      <FieldGroup title={t('groupOwners')}>
        <ChoiceTerm path="data.enrichedFileOwner" group="owner" />
        <ChoiceTerm path="data.scriptsOwner" group="owner" />
        <ChoiceTerm path="data.recordingsOwner" group="owner" />
        <NumberTerm path="confidentiality.years" unit={t('years')} min={1} max={10} />
      </FieldGroup>
      <FieldGroup title={t('groupRecording')}>
        <ChoiceTerm path="calling.recording.policy" group="recording" wide />
        {recording === 'all' && <TextTerm path="calling.recording.basis" lines={3} />}
        {recording !== 'none' && <YesTerm path="calling.recording.requiredForBilling" />}
        <NumberTerm path="calling.recording.retentionDays" unit={t('daysUnit')} min={1} max={180} />
        <TextTerm path="calling.recording.purpose" lines={2} />
      </FieldGroup>
      <FieldGroup title={t('groupProcessing')} intro={t('processingIntro')}>
        <TextTerm path="data.processing.purpose" lines={2} />
        <TextTerm path="data.processing.personalData" lines={2} />
        <TextTerm path="data.processing.persons" lines={2} />
        <TextTerm path="data.processing.subProcessors" lines={2} />
        <TextTerm path="data.processing.securityMeasures" lines={2} />
        <NumberTerm path="data.processing.returnWithinDays" unit={t('daysUnit')} min={1} max={90} />
      </FieldGroup>
    </>
  );
};
