import { useState } from 'react';
import { Checkbox, FieldGroup, Notice, TextField } from '../../../web/design/index.ts';
import type { FormValues } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import {
  printedSiren,
  printedSiret,
  sirenOf,
  siretProblem,
  vatNumberProblem,
  type ClientIdentity,
  type LegalForm,
} from '../index.ts';
import { AddressFields } from './address-fields.tsx';
import { CheckedField } from './checked-field.tsx';
import { ContactFields } from './contact-fields.tsx';
import { identityMessages } from './identity-messages.ts';
import { LegalFormField } from './legal-form-field.tsx';

export type ClientChoices = {
  legalForm: LegalForm | null;
  billingContact: boolean;
  dpoContact: boolean;
  billingAddress: boolean;
};

export const clientChoicesOf = (known?: ClientIdentity): ClientChoices => ({
  legalForm: known?.legalForm ?? null,
  billingContact: Boolean(known?.billingContact),
  dpoContact: Boolean(known?.dpoContact),
  billingAddress: Boolean(known?.billingAddress),
});

/** The identity as the API wants it: what is not ticked is null, so that it is also cleared. */
export const clientValues = (values: FormValues, choices: ClientChoices): FormValues => ({
  ...values,
  legalForm: choices.legalForm,
  billingContact: choices.billingContact ? values['billingContact'] : null,
  dpoContact: choices.dpoContact ? values['dpoContact'] : null,
  billingAddress: choices.billingAddress ? values['billingAddress'] : null,
});

type ClientFieldsProps = { known?: ClientIdentity; choices: ClientChoices; onChoices: (choices: ClientChoices) => void };

/** Who the client is, who signs for it, and to whom invoices and data matters go. */
export const ClientFields = ({ known, choices, onChoices }: ClientFieldsProps) => {
  const t = useMessages(identityMessages);
  const [country, setCountry] = useState(known?.address.country ?? 'FR');
  const french = country === 'FR';
  const change = (part: Partial<ClientChoices>) => onChoices({ ...choices, ...part });
  return (
    <>
      <FieldGroup title={t('clientIdentity')}>
        <TextField name="name" label={t('clientName')} defaultValue={known?.name ?? ''} autoFocus={!known} />
        <LegalFormField name="legalForm" optional value={choices.legalForm} onChange={(legalForm) => change({ legalForm })} />
        <CheckedField
          name="siret"
          label={t('siret')}
          optional={!french}
          hint={t('siretHint')}
          problemOf={siretProblem}
          whenRight={(siret) => t('siretKnown', { siren: printedSiren(sirenOf(siret)) })}
          defaultValue={known?.siret ? printedSiret(known.siret) : ''}
          inputMode="numeric"
        />
        <CheckedField
          name="vatNumber"
          label={t('vatNumber')}
          optional={french}
          hint={french ? t('vatHint') : t('abroad')}
          problemOf={(number) => vatNumberProblem(number)}
          defaultValue={known?.vatNumber ?? ''}
        />
        <AddressFields prefix="address" known={known?.address ?? null} onCountry={setCountry} />
      </FieldGroup>
      <FieldGroup title={t('signatory')} intro={t('signatoryWhy')}>
        <ContactFields prefix="signatory" known={known?.signatory ?? null} />
      </FieldGroup>
      <FieldGroup title={t('otherContacts')} columns={1}>
        <Checkbox isSelected={choices.billingContact} onChange={(billingContact) => change({ billingContact })}>
          {t('billingContact')}
        </Checkbox>
        {choices.billingContact && (
          <Part title={t('billingContactTitle')}>
            <ContactFields prefix="billingContact" known={known?.billingContact ?? null} />
          </Part>
        )}
        <Checkbox isSelected={choices.billingAddress} onChange={(billingAddress) => change({ billingAddress })}>
          {t('billingAddress')}
        </Checkbox>
        {choices.billingAddress && (
          <Part title={t('billingAddressTitle')}>
            <AddressFields prefix="billingAddress" known={known?.billingAddress ?? null} />
          </Part>
        )}
        <Checkbox isSelected={choices.dpoContact} onChange={(dpoContact) => change({ dpoContact })}>
          {t('dpoContact')}
        </Checkbox>
        {choices.dpoContact && (
          <Part title={t('dpoContactTitle')}>
            <ContactFields prefix="dpoContact" known={known?.dpoContact ?? null} />
          </Part>
        )}
      </FieldGroup>
      {!french && <Notice>{t('abroad')}</Notice>}
    </>
  );
};

const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <div role="group" aria-label={title} className="grid gap-x-5 gap-y-4 border-l-2 border-line pl-5 md:grid-cols-2">
    {children}
  </div>
);
