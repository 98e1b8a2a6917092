import { useMemo, useState } from 'react';
import { ComboBox } from '../../../web/design/index.ts';
import { localeOf, useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { identityMessages } from './identity-messages.ts';

// Where a client of a French provider may be: the Union, the EFTA, the United Kingdom, and the French overseas.
const codes =
  'FR AD AT BE BG CH CY CZ DE DK EE ES FI GB GF GP GR HR HU IE IS IT LI LT LU LV MC MQ MT NC NL NO PF PL PT RE RO SE SI SK YT'.split(
    ' ',
  );

export const CountryField = ({
  name,
  known,
  onChange,
}: {
  name: string;
  known: string;
  onChange?: (country: string) => void;
}) => {
  const t = useMessages(identityMessages);
  const { language } = useLanguage();
  const [country, setCountry] = useState(known);
  const options = useMemo(() => {
    const names = new Intl.DisplayNames(localeOf(language), { type: 'region' });
    return codes
      .map((value) => ({ value, label: names.of(value) ?? value }))
      .sort((a, b) => (a.value === 'FR' ? -1 : b.value === 'FR' ? 1 : a.label.localeCompare(b.label, language)));
  }, [language]);
  return (
    <>
      <ComboBox
        label={t('country')}
        options={options}
        value={country}
        onChange={(next) => {
          if (!next) return;
          setCountry(next);
          onChange?.(next);
        }}
      />
      <input type="hidden" name={name} value={country} />
    </>
  );
};
