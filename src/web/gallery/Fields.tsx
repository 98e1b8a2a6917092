import { useState } from 'react';
import { ApiError } from '../api/client.ts';
import {
  Button,
  Card,
  Checkbox,
  ComboBox,
  DateField,
  FieldGroup,
  FileDrop,
  Form,
  MoneyField,
  notify,
  NumberField,
  RadioGroup,
  Select,
  Switch,
  TextField,
  TimeField,
} from '../design/index.ts';
import { cents, type Cents } from '../../shared/money.ts';
import { civilDate, clockTime, type CivilDate, type ClockTime } from '../../shared/time.ts';

const refused = new ApiError({
  status: 422,
  code: 'invalid_input',
  message: 'Vérifiez les champs indiqués.',
  fields: [{ path: 'siret', message: 'Un SIRET compte 14 chiffres ; « 123 » n’en a pas 14.' }],
});

export const Fields = () => {
  const [amount, setAmount] = useState<Cents | null>(cents(123456));
  const [day, setDay] = useState<CivilDate | null>(civilDate('2026-03-12'));
  const [hour, setHour] = useState<ClockTime | null>(clockTime('14:30'));
  const [regime, setRegime] = useState<'real' | 'franchise'>('real');
  return (
    <Card>
      <Form error={refused} onSubmit={() => notify('Envoyé.')}>
        <FieldGroup title="Identité" intro="Ces lignes sont imprimées sur vos devis et vos factures.">
          <TextField name="name" label="Raison sociale" defaultValue="Atelier Vauban SAS" />
          <TextField name="siret" label="SIRET" figures hint="14 chiffres, sur votre avis de situation." defaultValue="123" />
          <TextField name="trade" label="Nom commercial" optional />
          <ComboBox
            label="Pays"
            options={[
              { value: 'FR', label: 'France' },
              { value: 'BE', label: 'Belgique' },
              { value: 'LU', label: 'Luxembourg' },
            ]}
          />
          <Select
            label="Forme juridique"
            options={[
              { value: 'EI', label: 'Entreprise individuelle' },
              { value: 'SAS', label: 'SAS' },
              { value: 'SARL', label: 'SARL' },
            ]}
            defaultValue="SAS"
          />
          <RadioGroup
            label="Régime de TVA"
            inline
            value={regime}
            onChange={setRegime}
            options={[
              { value: 'real', label: 'Réel', hint: 'La TVA est facturée.' },
              { value: 'franchise', label: 'Franchise en base', hint: 'Art. 293 B du CGI.' },
            ]}
          />
        </FieldGroup>
        <FieldGroup title="Prix et calendrier">
          <MoneyField label="Prix du rendez-vous validé" value={amount} onChange={setAmount} />
          <NumberField label="Appels par mois" unit="appels" defaultValue={1500} minValue={0} />
          <DateField label="Début de la mission" value={day} onChange={setDay} />
          <TimeField label="Premier créneau" value={hour} onChange={setHour} />
          <TextField label="Contexte" lines={3} hint="Deux ou trois phrases." />
          <div className="flex flex-col gap-3">
            <Checkbox hint="Le client signe aussi les CGV.">Joindre les conditions générales</Checkbox>
            <Switch>Prévenir par e-mail</Switch>
          </div>
        </FieldGroup>
        <FileDrop label="Fichier de prospection" hint="CSV, 50 Mo au plus." onFile={(file) => notify(file.name)} />
        <div className="flex justify-end">
          <Button type="submit" variant="primary">
            Enregistrer
          </Button>
        </div>
      </Form>
    </Card>
  );
};
