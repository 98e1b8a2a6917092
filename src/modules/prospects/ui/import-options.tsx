import { useState } from 'react';
import { Card, DateField, RadioGroup, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import type { CivilDate } from '../../../shared/time.ts';
import type { ImportDetail } from './import-shapes.ts';
import { messages } from './messages.ts';

export type ImportOptions = ImportDetail['options'];

/** How the doubtful cases are treated, and where the data comes from. */
export const ImportOptionsCard = ({
  options,
  onOptions,
}: {
  options: ImportOptions;
  onOptions: (options: ImportOptions) => void;
}) => {
  const t = useMessages(messages);
  const [source, setSource] = useState(options.source ?? '');
  return (
    <Card className="flex flex-col gap-5">
      <h2 className="text-base font-semibold">{t('optionsTitle')}</h2>
      <div className="grid gap-5 md:grid-cols-2">
        <RadioGroup
          label={t('foreign')}
          value={options.foreignNumbers}
          onChange={(foreignNumbers) => onOptions({ ...options, foreignNumbers })}
          options={[
            { value: 'reject', label: t('foreignReject'), hint: t('foreignRejectHint') },
            { value: 'keep', label: t('foreignKeep'), hint: t('foreignKeepHint') },
          ]}
        />
        <RadioGroup
          label={t('otherMissions')}
          value={options.refuseClientDuplicates ? 'refuse' : 'keep'}
          onChange={(choice) => onOptions({ ...options, refuseClientDuplicates: choice === 'refuse' })}
          options={[
            { value: 'refuse', label: t('otherMissionsRefuse') },
            { value: 'keep', label: t('otherMissionsKeep') },
          ]}
        />
        <TextField
          label={t('source')}
          hint={t('sourceHint')}
          optional
          value={source}
          onChange={setSource}
          onBlur={() => onOptions({ ...options, source: source.trim() || null })}
        />
        <DateField
          label={t('collectedOn')}
          hint={t('collectedOnHint')}
          optional
          value={options.collectedOn as CivilDate | null}
          onChange={(collectedOn) => onOptions({ ...options, collectedOn })}
        />
      </div>
    </Card>
  );
};
