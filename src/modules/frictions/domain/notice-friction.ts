import type { TermPath } from '../../contracts/index.ts';
import type { FrictionOrigin, FrictionRisk } from './friction.ts';

/** What a fact of a mission says of a misunderstanding. `key`: the same point met again lands on the same friction. */
export type Noticed = { key: string; title: string; risk: FrictionRisk; termPath: TermPath | null; origin: FrictionOrigin };

export type AppointmentStory = {
  happened: 'refused' | 'contested' | 'ruled';
  /** The signed criterion named by the refusal; null where silence refused. */
  criterion: { id: string; label: string } | null;
};

/** A refusal, its contest and its ruling are one point: the criterion that the two sides read differently. */
export const noticeInAppointment = ({ happened, criterion }: AppointmentStory): Noticed => ({
  key: `criterion:${criterion ? wordsKey(criterion.label) : 'silence'}`,
  title: criterion ? `Critère « ${criterion.label} »` : 'Rendez-vous refusés sans critère nommé',
  risk: 'results',
  termPath: criterion ? 'appointments.criteria' : 'appointments.review',
  origin: happened === 'refused' ? 'refusal' : happened === 'contested' ? 'dispute' : 'ruling',
});

/** An offer refused with a reason: what the client would not sign. */
export const noticeInRefusedOffer = (reason: string): Noticed | null =>
  reason.trim() === ''
    ? null
    : { key: `offer:${wordsKey(reason)}`, title: 'Offre refusée', risk: 'results', termPath: null, origin: 'offer_refused' };

/** Work asked beyond what was sold. */
export const noticeInRequest = (kind: string): Noticed => ({
  key: `request:${kind}`,
  title: requestTitles[kind] ?? 'Demande hors périmètre',
  risk: 'drift',
  termPath: 'changes',
  origin: 'out_of_scope',
});
const requestTitles: Readonly<Record<string, string>> = {
  calls: 'Appels demandés au-delà du volume',
  hours: 'Heures demandées au-delà du volume',
  appointments: 'Rendez-vous demandés au-delà du volume',
  slots: 'Créneaux à élargir',
  target: 'Cible élargie en cours de route',
  script: 'Script à faire évoluer',
  task: 'Tâche hors périmètre',
};

/** « Intérêt pour un prochain échange » and « intérêt, pour un prochain échange. » are one point. */
const wordsKey = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
