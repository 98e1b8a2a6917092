import { TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { phoneProblem, printedPhone, type Contact } from '../index.ts';
import { CheckedField } from './checked-field.tsx';
import { identityMessages } from './identity-messages.ts';

export const ContactFields = ({ prefix, known }: { prefix: string; known?: Contact | null }) => {
  const t = useMessages(identityMessages);
  return (
    <>
      <TextField name={`${prefix}.name`} label={t('contactName')} defaultValue={known?.name ?? ''} />
      <TextField name={`${prefix}.role`} label={t('contactRole')} optional defaultValue={known?.role ?? ''} />
      <TextField name={`${prefix}.email`} type="email" label={t('email')} defaultValue={known?.email ?? ''} />
      <CheckedField
        name={`${prefix}.phone`}
        type="tel"
        label={t('phone')}
        optional
        problemOf={phoneProblem}
        defaultValue={known?.phone ? printedPhone(known.phone) : ''}
      />
    </>
  );
};
