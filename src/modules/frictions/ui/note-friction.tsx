import { useState } from 'react';
import { request, useCommand, useRead, type Answer } from '../../../web/api/client.ts';
import { Button, ComboBox, Dialog, Form, RadioGroup, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { frictionRisks, type FrictionRisk } from '../index.ts';
import { messages } from './messages.ts';

/** A misunderstanding that the product could not see: a past mission, a telephone conversation. */
export const NoteFriction = ({ onClose }: { onClose: () => void }) => {
  const t = useMessages(messages);
  const dossiers = useRead<Answer<'get', '/dossiers'>>('/dossiers').data?.dossiers ?? [];
  const [risk, setRisk] = useState<FrictionRisk>('drift');
  const [dossierId, setDossierId] = useState<string | null>(null);
  const command = useCommand((body: object) => request('POST', '/frictions', body), {
    quiet: true,
    invalidate: [['frictions']],
    done: t('noted'),
    onDone: onClose,
  });
  return (
    <Dialog title={t('noteTitle')} isOpen onClose={onClose}>
      <Form error={command.error} onSubmit={(values) => command.mutate({ ...values, risk, dossierId })}>
        <TextField label={t('fieldTitle')} hint={t('fieldTitleHint')} name="title" />
        <TextField label={t('fieldStory')} name="story" lines={4} />
        <RadioGroup
          label={t('fieldRisk')}
          options={frictionRisks.map((value) => ({ value, label: t(`risk_${value}`) }))}
          value={risk}
          onChange={(value) => setRisk(value as FrictionRisk)}
        />
        <ComboBox
          label={t('fieldDossier')}
          optional
          placeholder={t('fieldDossierNone')}
          options={dossiers.map((one) => ({ value: one.dossierId, label: one.clientName }))}
          value={dossierId}
          onChange={setDossierId}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" isPending={command.isPending}>
            {t('note')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  );
};
