import { FrameworkTerms, labelOf, spokenTerms } from '../../contracts/index.ts';
import type { CivilDate } from '../../../shared/time.ts';
import type { FrameworkDraft } from './framework.ts';

export type FrameworkFinding = { rule: string; path: string; fr: string; en: string };

const frameLabels: Record<string, { fr: string; en: string }> = {
  'frame.purpose': { fr: 'l’objet de la collaboration', en: 'the purpose of the collaboration' },
  'frame.startsOn': { fr: 'la date d’effet', en: 'the start date' },
  'frame.endsOn': { fr: 'la date de fin', en: 'the end date' },
  'frame.renewal': { fr: 'le renouvellement', en: 'the renewal' },
  'frame.prevails': { fr: 'l’ordre de prévalence', en: 'the order of precedence' },
  'frame.ordering': { fr: 'le délai d’acceptation d’une commande', en: 'the time to accept an order' },
  'frame.priceGrid': { fr: 'la grille de prix', en: 'the price grid' },
  'frame.commitment': { fr: 'l’engagement de volume', en: 'the volume commitment' },
};
const nameOf = (path: string) =>
  Object.entries(frameLabels).find(([known]) => path === known || path.startsWith(`${known}.`))?.[1] ??
  labelOf(path.replace(/^shared\./, ''));
const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The draft as it would be frozen: blank conditions are silent. */
export const termsOf = ({ frame, shared }: FrameworkDraft) => FrameworkTerms.safeParse({ frame, shared: spokenTerms(shared) });

/** Everything that keeps a framework from being sent. What it is silent on is left to the orders, and is no fault. */
export const checkFramework = (
  draft: FrameworkDraft,
  { today, validUntil }: { today: CivilDate; validUntil: CivilDate | null },
): FrameworkFinding[] => {
  const found: FrameworkFinding[] = [];
  const add = (rule: string, path: string, fr: string, en: string) => {
    if (!found.some((one) => one.fr === fr)) found.push({ rule, path, fr, en });
  };
  if (!validUntil || validUntil < today)
    add(
      'validity',
      'validUntil',
      'La date de validité de l’offre : choisissez une date à venir.',
      'The validity date: choose a later one.',
    );
  const parsed = termsOf(draft);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const path = issue.path.join('.');
      const { fr, en } = nameOf(path);
      add('missing', path, `${capitalized(fr)} : à renseigner.`, `${capitalized(en)}: to be filled in.`);
    }
    return found;
  }
  const { frame, shared } = parsed.data;
  if (frame.endsOn < frame.startsOn)
    add(
      'period_reversed',
      'frame.endsOn',
      'Le contrat-cadre finit avant de commencer : corrigez les dates.',
      'The framework ends before it starts: correct the dates.',
    );
  const { commitment } = frame;
  if (commitment?.minimumCents != null && commitment.maximumCents != null && commitment.minimumCents > commitment.maximumCents)
    add(
      'commitment_reversed',
      'frame.commitment',
      'L’engagement minimum dépasse le maximum : corrigez l’un ou l’autre.',
      'The minimum commitment exceeds the maximum: correct one of them.',
    );
  // C. com. D441-5: 40 € an invoice, never less.
  if (shared.payment?.recoveryIndemnityCents !== undefined && shared.payment.recoveryIndemnityCents < 4000)
    add(
      'indemnity_too_low',
      'shared.payment.recoveryIndemnityCents',
      'L’indemnité forfaitaire de recouvrement est de 40 € au moins (art. D441-5 du Code de commerce).',
      'The recovery indemnity is at least €40 (C. com. D441-5).',
    );
  return found;
};
