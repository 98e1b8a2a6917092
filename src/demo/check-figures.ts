import { frenchMoney } from '../shared/french.ts';
import { cents } from '../shared/money.ts';
import type { Played } from './play-mission.ts';
import { mission } from './story.ts';

export type Figure = { name: string; expected: string; found: string };

type InvoiceLine = {
  number: string;
  kind: string;
  issuedOn: string;
  dueOn: string | null;
  netCents: number;
  vatCents: number;
  grossCents: number;
  payableCents: number;
};
type Board = {
  totals: Record<string, number>;
  indicators: { formula: string; measure: { value: number | null; numerator: number; denominator: number | null } }[];
  appointments: { state: string }[];
};

const kinds: Record<string, string> = {
  acompte: 'deposit',
  'mid-campaign': 'intermediate',
  final: 'final',
  'after the ruling': 'complementary',
};
const money = (amount: number) => frenchMoney(cents(amount));

/** Holds what the program answers against the figures that were computed by hand. */
export const checkFigures = async ({ owner, missionId }: Played, vatRegime: 'real' | 'franchise'): Promise<Figure[]> => {
  const { invoices } = await owner.get<{ invoices: InvoiceLine[] }>('/invoices?limit=50');
  const board = await owner.get<Board>(`/missions/${missionId}/board`);
  return [...(vatRegime === 'real' ? invoiceFigures(invoices) : franchiseFigures(invoices)), ...indicatorFigures(board)];
};

const invoiceFigures = (invoices: InvoiceLine[]): Figure[] =>
  mission.expected.invoices.flatMap((expected) => {
    const found = invoices.find(({ kind }) => kind === kinds[expected.which]);
    const words = (invoice: {
      issuedOn: string;
      netCents: number;
      vatCents: number;
      grossCents: number;
      dueOn?: string | null;
      payableCents?: number;
    }) =>
      [
        invoice.issuedOn,
        money(invoice.netCents),
        money(invoice.vatCents),
        money(invoice.grossCents),
        ...('dueOn' in expected ? [invoice.dueOn ?? ''] : []),
        ...('payableCents' in expected ? [money(invoice.payableCents ?? 0)] : []),
      ].join(' · ');
    return [{ name: `Facture ${expected.which}`, expected: words(expected), found: found ? words(found) : 'absente' }];
  });

const franchiseFigures = (invoices: InvoiceLine[]): Figure[] => {
  const { franchiseVariant } = mission.expected;
  const payable = (kind: string) => invoices.find((invoice) => invoice.kind === kind)?.payableCents ?? -1;
  return [
    { name: 'Acompte, en franchise', expected: money(franchiseVariant.acompte), found: money(payable('deposit')) },
    { name: 'Mi-campagne, en franchise', expected: money(franchiseVariant.midCampaign), found: money(payable('intermediate')) },
    { name: 'Solde, en franchise', expected: money(franchiseVariant.finalPayable), found: money(payable('final')) },
    {
      name: 'Après arbitrage, en franchise',
      expected: money(franchiseVariant.afterRuling),
      found: money(payable('complementary')),
    },
    {
      name: 'TVA, en franchise',
      expected: money(franchiseVariant.vatCents),
      found: money(invoices.reduce((sum, { vatCents }) => sum + vatCents, 0)),
    },
  ];
};

const indicatorFigures = ({ totals, appointments, indicators }: Board): Figure[] => {
  const { indicators: expected } = mission.expected;
  const rate = (above: number, below: number) => `${((above / below) * 100).toFixed(1)} % (${above}/${below})`;
  const count = (state: string) => appointments.filter((appointment) => appointment.state === state).length;
  const figure = (name: string, wanted: string | number, found: string | number): Figure => ({
    name,
    expected: String(wanted),
    found: String(found),
  });
  return [
    figure('Appels passés', expected.attempts, totals.attempts!),
    figure('Faux numéros', expected.wrongNumbers, totals.wrongNumbers!),
    figure('Décrochés', expected.answered, totals.answered!),
    figure('Conversations utiles', expected.usefulConversations, totals.useful!),
    figure('Contacts argumentés', expected.argued, totals.argued!),
    figure('Rendez-vous posés', expected.booked, totals.booked!),
    figure('K01b', expected['K01b validité'], rate(totals.attempts! - totals.wrongNumbers!, totals.attempts!)),
    figure('K02', expected['K02 décroché sortant'], rate(totals.answered!, totals.attempts!)),
    figure('K04', expected['K04 contact utile'], rate(totals.useful!, totals.answered!)),
    figure('K05', expected['K05 argumenté'], rate(totals.argued!, totals.answered!)),
    figure('K06', expected['K06 transformation R/CA'], rate(totals.booked!, totals.argued!)),
    figure(
      'Conversations utiles par jour',
      expected.usefulConversationsPerDay,
      indicators.find(({ formula }) => formula === 'C_PER_DAY')?.measure.value ?? '—',
    ),
    figure(
      'K07 au 14 avril',
      expected['K07 validation at 2026-04-14'],
      rate(count('accepted'), count('accepted') + count('refused')),
    ),
  ];
};
