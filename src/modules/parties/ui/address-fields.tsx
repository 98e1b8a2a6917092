import { TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import type { PostalAddress } from '../index.ts';
import { CountryField } from './country-field.tsx';
import { identityMessages } from './identity-messages.ts';

type AddressFieldsProps = { prefix: string; known?: PostalAddress | null; onCountry?: (country: string) => void };

export const AddressFields = ({ prefix, known, onCountry }: AddressFieldsProps) => {
  const t = useMessages(identityMessages);
  const own = prefix === 'address';
  return (
    <>
      <TextField
        name={`${prefix}.line1`}
        label={t('line1')}
        defaultValue={known?.line1 ?? ''}
        {...(own ? { autoComplete: 'address-line1' } : {})}
      />
      <TextField name={`${prefix}.line2`} label={t('line2')} optional defaultValue={known?.line2 ?? ''} />
      <div className="grid grid-cols-[9rem_1fr] gap-4">
        <TextField
          name={`${prefix}.postCode`}
          label={t('postCode')}
          figures
          defaultValue={known?.postCode ?? ''}
          inputMode="numeric"
        />
        <TextField name={`${prefix}.city`} label={t('city')} defaultValue={known?.city ?? ''} />
      </div>
      <CountryField name={`${prefix}.country`} known={known?.country ?? 'FR'} {...(onCountry ? { onChange: onCountry } : {})} />
    </>
  );
};
