import { Select } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { legalFormCodes, type LegalForm } from '../index.ts';
import { identityMessages } from './identity-messages.ts';

const named = { EI: 'formEI', association: 'formAssociation', other: 'formOther' } as const;

export const LegalFormField = ({
  name,
  value,
  onChange,
  optional = false,
}: {
  name: string;
  value: LegalForm | null;
  onChange: (form: LegalForm) => void;
  optional?: boolean;
}) => {
  const t = useMessages(identityMessages);
  const options = legalFormCodes.map((code) => ({
    value: code,
    label: code in named ? t(named[code as keyof typeof named]) : code,
  }));
  return <Select name={name} label={t('legalForm')} optional={optional} options={options} value={value} onChange={onChange} />;
};
