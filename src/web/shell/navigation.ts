import { BadgeCheck, FileSignature, Folder, Headset, ReceiptEuro, ScrollText, Target, type LucideIcon } from 'lucide-react';
import { areas, type Area } from './areas.ts';
import type { Me } from './session.ts';

export type Destination = {
  to: string;
  label: 'space' | 'dossiers' | 'contracts' | 'missions' | 'calls' | 'review' | 'invoices' | 'models';
  icon: LucideIcon;
  page: string;
  /** Its pages that live at other addresses light it too. */
  area?: Area;
};

const all: readonly Destination[] = [
  { to: '/espace', label: 'space', icon: Folder, page: 'dossier/space' },
  { to: '/dossiers', label: 'dossiers', icon: Folder, page: 'parties/dossiers' },
  { to: '/devis', label: 'contracts', icon: FileSignature, page: 'quotes/quotes', area: 'contracts' },
  { to: '/missions', label: 'missions', icon: Target, page: 'missions/missions' },
  { to: '/appels', label: 'calls', icon: Headset, page: 'calls/choose-mission' },
  { to: '/a-valider', label: 'review', icon: BadgeCheck, page: 'appointments/review' },
  { to: '/factures', label: 'invoices', icon: ReceiptEuro, page: 'invoicing/invoices' },
  { to: '/modeles', label: 'models', icon: ScrollText, page: 'clauses/models', area: 'models' },
];

/** Whether the reader stands somewhere under this destination. */
export const isUnder = ({ to, area }: Pick<Destination, 'to' | 'area'>, pathname: string): boolean =>
  [to, ...(area ? areas[area].map((part) => part.to) : [])].some(
    (address) => pathname === address || pathname.startsWith(`${address}/`),
  );

const forCaller: readonly Destination['label'][] = ['missions', 'calls', 'review'];
const forClient: readonly Destination['label'][] = ['space', 'review', 'missions', 'invoices'];

/** What the rail offers this person, in the order of their work. */
export const destinationsOf = ({ actor }: Me): Destination[] => {
  if (actor.kind === 'client') return forClient.map((label) => all.find((entry) => entry.label === label)!);
  if (actor.role === 'caller') return all.filter((entry) => forCaller.includes(entry.label));
  return all.filter((entry) => entry.label !== 'space');
};
