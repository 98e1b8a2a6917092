import type { DraftTerms, TermPath } from './terms/terms.ts';
import { Terms } from './terms/terms.ts';
import { firmLines } from './resolve-options.ts';
import { type Heading, labelOf } from './term-labels.ts';

/** One reason why a quote cannot be sent yet: where it is, and a sentence that says what to do. */
export type TermFinding = {
  rule: 'missing' | 'invalid' | TermRule;
  path: TermPath;
  heading: Heading;
  fr: string;
  en: string;
};

type TermRule =
  | 'period_reversed'
  | 'slot_reversed'
  | 'no_volume'
  | 'indicator_count'
  | 'engaged_without_target'
  | 'indicator_without_pay'
  | 'price_model_mismatch'
  | 'milestones_sum'
  | 'deposit_not_first'
  | 'milestone_unreachable'
  | 'nothing_to_pay'
  | 'indemnity_too_low'
  | 'department_contradiction'
  | 'recording_contradiction'
  | 'recording_without_basis';

const finding = (rule: TermFinding['rule'], path: TermPath, fr: string, en: string): TermFinding => ({
  rule,
  path,
  heading: labelOf(path).heading,
  fr,
  en,
});

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Everything that keeps a draft from being a contract: what is absent first, then what contradicts itself. */
export const findMissingTerms = (draft: DraftTerms): TermFinding[] => {
  const parsed = Terms.safeParse(draft);
  if (parsed.success) return findContradictions(parsed.data);

  const byLabel = new Map<string, TermFinding>();
  for (const issue of parsed.error.issues) {
    const path = issue.path.join('.');
    const isMissing = valueAt(draft, issue.path) == null || issue.code === 'too_small';
    const named = labelOf(path);
    const rule = isMissing ? 'missing' : 'invalid';
    const key = `${rule} ${named.fr}`;
    if (byLabel.has(key)) continue;
    byLabel.set(
      key,
      isMissing
        ? finding('missing', path, `${capitalized(named.fr)} : à renseigner.`, `${capitalized(named.en)}: to be filled in.`)
        : finding('invalid', path, `${capitalized(named.fr)} : valeur à corriger.`, `${capitalized(named.en)}: to be corrected.`),
    );
  }
  return [...byLabel.values(), ...findMilestoneFaults(draft.milestones)];
};

const valueAt = (draft: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value == null ? value : (value as Record<PropertyKey, unknown>)[key]), draft);

/** A schedule is judged even on an unfinished draft: 90 % is the mistake people make while they type. */
const findMilestoneFaults = (milestones: DraftTerms['milestones']): TermFinding[] => {
  if (!milestones?.length) return [];
  const sum = milestones.reduce((total, milestone) => total + Number(milestone?.sharePercent ?? 0), 0);
  return sum === 100
    ? []
    : [
        finding(
          'milestones_sum',
          'milestones',
          `L’échéancier totalise ${sum} % : répartissez exactement 100 % entre les jalons.`,
          `The schedule adds up to ${sum}%: share exactly 100% between the milestones.`,
        ),
      ];
};

const findContradictions = (terms: Terms): TermFinding[] => {
  const found: TermFinding[] = [...findMilestoneFaults(terms.milestones)];
  const { period, calling, volumes, indicators, price, milestones, payment, scope } = terms;
  const add = (rule: TermRule, path: TermPath, fr: string, en: string) => found.push(finding(rule, path, fr, en));

  if (period.endsOn < period.startsOn)
    add(
      'period_reversed',
      'period',
      'La mission finit avant de commencer : corrigez les dates.',
      'The mission ends before it starts: correct the dates.',
    );
  if (calling.slots.some((slot) => slot.to <= slot.from))
    add(
      'slot_reversed',
      'calling.slots',
      'Un créneau d’appel finit avant de commencer : corrigez ses heures.',
      'A calling slot ends before it starts: correct its hours.',
    );
  if (volumes.calls === null && volumes.hours === null && volumes.appointments === null)
    add(
      'no_volume',
      'volumes',
      'Aucun volume n’est fixé : indiquez des appels, des heures ou des rendez-vous.',
      'No volume is set: give calls, hours or appointments.',
    );
  // The article: « Limiter le nombre d’indicateurs à 3 ou 5 ».
  if (indicators.length < 3 || indicators.length > 5)
    add(
      'indicator_count',
      'indicators',
      `${indicators.length} indicateur(s) : retenez-en de 3 à 5.`,
      `${indicators.length} indicator(s): keep 3 to 5.`,
    );
  for (const indicator of indicators)
    if (indicator.nature === 'engaged' && indicator.target?.min == null && indicator.target?.max == null)
      add(
        'engaged_without_target',
        'indicators',
        `« ${indicator.label} » est engagé sans cible : fixez-la, ou passez l’indicateur en « suivi ».`,
        `“${indicator.label}” is engaged without a target: set one, or make it “followed”.`,
      );
  if (!indicators.some((indicator) => indicator.payLink !== 'none_informative'))
    add(
      'indicator_without_pay',
      'indicators',
      'Aucun indicateur n’est rattaché à la rémunération : rattachez au moins celui qui déclenche la facture.',
      'No indicator is tied to pay: tie at least the one that triggers the invoice.',
    );

  const kinds = new Set(
    firmLines(price.lines)
      .map((line) => line.kind)
      .filter((kind) => kind !== 'expense'),
  );
  const modelKinds = kinds.size > 1 ? 'mixed' : [...kinds][0];
  if (modelKinds !== price.model)
    add(
      'price_model_mismatch',
      'price.lines',
      'Le mode de prix annoncé ne correspond pas aux lignes de prix.',
      'The announced price model does not match the price lines.',
    );
  if (!kinds.size)
    add(
      'nothing_to_pay',
      'price.lines',
      'Aucune prestation n’est tarifée : ajoutez une ligne de prix.',
      'No service is priced: add a price line.',
    );

  const deposits = milestones.filter((milestone) => milestone.kind === 'acompte');
  if (deposits.some((milestone) => milestone.trigger.on !== 'signature'))
    add(
      'deposit_not_first',
      'milestones',
      'L’acompte se déclenche à la signature : corrigez son jalon.',
      'The deposit is triggered by the signature: correct its milestone.',
    );
  for (const { trigger, label } of milestones)
    if (trigger.on === 'calls_reached' && volumes.calls !== null && trigger.calls > volumes.calls)
      add(
        'milestone_unreachable',
        'milestones',
        `Le jalon « ${label} » demande ${trigger.calls} appels, au-delà des ${volumes.calls} prévus.`,
        `Milestone “${label}” needs ${trigger.calls} calls, beyond the ${volumes.calls} agreed.`,
      );
  // C. com. D441-5: 40 € an invoice; a lower figure in a contract is not lawful (docs/legal-sources.md).
  if (payment.recoveryIndemnityCents < 4000)
    add(
      'indemnity_too_low',
      'payment.recoveryIndemnityCents',
      'L’indemnité forfaitaire de recouvrement est de 40 € au moins (art. D441-5 du Code de commerce).',
      'The recovery indemnity is at least €40 (C. com. D441-5).',
    );
  const both = scope.allowedDepartments.filter((department) => scope.forbiddenDepartments.includes(department));
  if (both.length)
    add(
      'department_contradiction',
      'scope.forbiddenDepartments',
      `Départements à la fois autorisés et interdits : ${both.join(', ')}.`,
      `Départements both allowed and forbidden: ${both.join(', ')}.`,
    );
  if (calling.recording.policy === 'none' && calling.recording.requiredForBilling)
    add(
      'recording_contradiction',
      'calling.recording',
      'L’enregistrement est exigé pour facturer alors qu’aucun appel n’est enregistré.',
      'A recording is required for billing although no call is recorded.',
    );
  // CNIL: neither permanent nor systematic without a written necessity (docs/legal-sources.md#enregistrement).
  if (calling.recording.policy === 'all' && !calling.recording.basis)
    add(
      'recording_without_basis',
      'calling.recording',
      'Tous les appels seraient enregistrés : écrivez la nécessité qui le justifie, ou choisissez une politique plus sobre.',
      'Every call would be recorded: write the necessity that justifies it, or choose a lighter policy.',
    );
  return found;
};
