import { useState } from 'react';
import { Checkbox, FieldGroup, MoneyField, RadioGroup, TextField } from '../../../web/design/index.ts';
import type { FormValues } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import type { Cents } from '../../../shared/money.ts';
import {
  bicProblem,
  ibanProblem,
  legalForms,
  phoneProblem,
  printedIban,
  printedPhone,
  printedSiren,
  printedSiret,
  sirenOf,
  siretProblem,
  vatNumberOf,
  vatNumberProblem,
  type LegalForm,
  type ProviderIdentity,
} from '../index.ts';
import { AddressFields } from './address-fields.tsx';
import { CheckedField } from './checked-field.tsx';
import { identityMessages } from './identity-messages.ts';
import { LegalFormField } from './legal-form-field.tsx';

/** What the inputs do not hold as text: choices and amounts. Merge into the form's values before sending. */
export type ProviderChoices = {
  legalForm: LegalForm;
  capitalCents: Cents | null;
  vatRegime: 'real' | 'franchise';
  vatOnDebits: boolean;
};

export const choicesOf = (known?: ProviderIdentity): ProviderChoices => ({
  legalForm: known?.legalForm ?? 'EI',
  capitalCents: (known?.capitalCents ?? null) as Cents | null,
  vatRegime: known?.vatRegime ?? 'real',
  vatOnDebits: known?.vatOnDebits ?? false,
});

/** The identity as the API wants it. */
export const providerValues = (values: FormValues, choices: ProviderChoices): FormValues => ({
  ...values,
  ...choices,
  capitalCents: legalForms[choices.legalForm].capital === 'none' ? null : choices.capitalCents,
  vatOnDebits: choices.vatRegime === 'real' && choices.vatOnDebits,
});

type ProviderFieldsProps = {
  prefix?: string;
  known?: ProviderIdentity;
  choices: ProviderChoices;
  onChoices: (choices: ProviderChoices) => void;
};

/** The legal identity of a prestataire. Only what its legal form asks for is shown. */
export const ProviderFields = ({ prefix = '', known, choices, onChoices }: ProviderFieldsProps) => {
  const t = useMessages(identityMessages);
  const [siren, setSiren] = useState<string | null>(known?.siren ?? null);
  const form = legalForms[choices.legalForm];
  const change = (part: Partial<ProviderChoices>) => onChoices({ ...choices, ...part });
  const vatHint = known?.vatNumber
    ? null
    : siren && choices.vatRegime === 'real'
      ? `${t('vatHint')} ${t('vatComputed', { number: vatNumberOf(siren) })}`
      : t('vatHint');
  return (
    <>
      <FieldGroup title={t('legalIdentity')} intro={t('legalIdentityWhy')}>
        <TextField name={`${prefix}name`} label={t('name')} defaultValue={known?.name ?? ''} autoComplete="organization" />
        <LegalFormField name={`${prefix}legalForm`} value={choices.legalForm} onChange={(legalForm) => change({ legalForm })} />
        <CheckedField
          name={`${prefix}siret`}
          label={t('siret')}
          hint={t('siretHint')}
          problemOf={siretProblem}
          whenRight={(siret) => t('siretKnown', { siren: printedSiren(sirenOf(siret)) })}
          defaultValue={known ? printedSiret(known.siret) : ''}
          onChange={(typed) => {
            const digits = typed.replace(/\D/g, '');
            setSiren(siretProblem(digits) ? null : sirenOf(digits));
          }}
          inputMode="numeric"
        />
        <TextField name={`${prefix}tradeName`} label={t('tradeName')} optional defaultValue={known?.tradeName ?? ''} />
        {form.register !== 'none' && (
          <TextField
            name={`${prefix}rcsCity`}
            label={t('rcsCity')}
            optional={form.register === 'optional'}
            defaultValue={known?.rcsCity ?? ''}
          />
        )}
        {form.capital !== 'none' && (
          <MoneyField
            name={`${prefix}capitalCents`}
            label={t('capital')}
            optional={form.capital === 'optional'}
            value={choices.capitalCents}
            onChange={(capitalCents) => change({ capitalCents })}
            minValue={0}
          />
        )}
        <RadioGroup
          name={`${prefix}vatRegime`}
          label={t('vatRegime')}
          value={choices.vatRegime}
          onChange={(vatRegime) => change({ vatRegime })}
          options={[
            { value: 'real', label: t('vatReal'), hint: t('vatRealHint') },
            { value: 'franchise', label: t('vatFranchise'), hint: t('vatFranchiseHint') },
          ]}
        />
        <div className="flex flex-col gap-4">
          <CheckedField
            name={`${prefix}vatNumber`}
            label={t('vatNumber')}
            optional
            hint={vatHint}
            problemOf={(number) => vatNumberProblem(number, siren ?? undefined)}
            defaultValue={known?.vatNumber ?? ''}
          />
          {choices.vatRegime === 'real' && (
            <Checkbox isSelected={choices.vatOnDebits} onChange={(vatOnDebits) => change({ vatOnDebits })}>
              {t('vatOnDebits')}
            </Checkbox>
          )}
        </div>
      </FieldGroup>
      <FieldGroup title={t('address')}>
        <AddressFields prefix={`${prefix}address`} known={known?.address ?? null} />
      </FieldGroup>
      <FieldGroup title={t('contactAndBank')}>
        <TextField
          name={`${prefix}email`}
          type="email"
          label={t('email')}
          defaultValue={known?.email ?? ''}
          autoComplete="email"
        />
        <CheckedField
          name={`${prefix}phone`}
          type="tel"
          label={t('phone')}
          problemOf={phoneProblem}
          defaultValue={known ? printedPhone(known.phone) : ''}
        />
        <CheckedField
          name={`${prefix}iban`}
          label={t('iban')}
          hint={t('ibanHint')}
          problemOf={ibanProblem}
          whenRight={printedIban}
          defaultValue={known ? printedIban(known.iban) : ''}
        />
        <CheckedField name={`${prefix}bic`} label={t('bic')} optional problemOf={bicProblem} defaultValue={known?.bic ?? ''} />
      </FieldGroup>
    </>
  );
};
