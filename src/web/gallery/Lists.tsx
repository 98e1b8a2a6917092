import { Button, Empty, StateLabel, Table, Tabs, type Column } from '../design/index.ts';
import { useFormats } from '../i18n/index.ts';
import { civilDate, type CivilDate } from '../../shared/time.ts';

type Row = { id: string; number: string; client: string; dueOn: CivilDate; cents: number; late: boolean };
const clients = ['Atelier Vauban', 'Éditions du Quai', 'Béton Rhône', 'Mécanique Alpine'];
const rows: Row[] = Array.from({ length: 12 }, (_, index) => ({
  id: String(index),
  number: `FA-2026-${String(index + 1).padStart(4, '0')}`,
  client: clients[index % 4]!,
  dueOn: civilDate(`2026-0${(index % 9) + 1}-28`),
  cents: 96_000 + index * 12_345,
  late: index % 5 === 0,
}));

export const Lists = () => {
  const format = useFormats();
  const columns: Column<Row>[] = [
    { key: 'number', header: 'Numéro', value: (row) => row.number, width: 'w-40' },
    { key: 'client', header: 'Client', value: (row) => row.client, phone: 'title' },
    { key: 'due', header: 'Échéance', value: (row) => row.dueOn, cell: (row) => format.day(row.dueOn) },
    {
      key: 'state',
      header: 'État',
      value: (row) => (row.late ? 'En retard' : 'À échoir'),
      cell: (row) => <StateLabel tone={row.late ? 'bad' : 'neutral'}>{row.late ? 'En retard' : 'À échoir'}</StateLabel>,
    },
    {
      key: 'amount',
      header: 'Montant TTC',
      value: (row) => row.cents / 100,
      cell: (row) => format.money(row.cents),
      align: 'right',
      total: (all) => format.money(all.reduce((sum, row) => sum + row.cents, 0)),
    },
  ];
  const none = (
    <Empty title="Aucune facture" action={<Button>Créer</Button>}>
      La première naît à la signature.
    </Empty>
  );
  return (
    <Tabs
      label="Exemples de listes"
      tabs={[
        {
          id: 'full',
          title: 'Remplie',
          content: (
            <Table
              label="Factures"
              rows={rows}
              columns={columns}
              rowId={(row) => row.id}
              href={(row) => `/galerie?f=${row.id}`}
              sort="-due"
              exportAs="factures"
              empty={none}
            />
          ),
        },
        {
          id: 'empty',
          title: 'Vide',
          content: <Table label="Factures" rows={[]} columns={columns} rowId={(row) => row.id} empty={none} />,
        },
      ]}
    />
  );
};
