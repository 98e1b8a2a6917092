import { frenchMoney, frenchNumber, frenchPercent } from '../../../shared/french.ts';
import type { FrameworkFrame, Terms } from '../../contracts/index.ts';
import type { Block, Prose } from '../domain/prose.ts';
import { lowered } from './term-wording.ts';

const text = (words: string): Prose => [{ kind: 'text', text: words }];

const rateFormulas = new Set(['K01B', 'K02', 'K03', 'K04', 'K05', 'K06', 'K07', 'K08', 'K14']);
const payWords: Record<Terms['indicators'][number]['payLink'], string> = {
  forfait: 'forfait',
  per_appointment: 'prix par rendez-vous',
  hours: 'prix horaire',
  days: 'prix journalier',
  milestone: 'jalon de paiement',
  none_informative: 'aucune, pour information',
};

const targetWords = ({ formula, target }: Terms['indicators'][number]): string => {
  const show = (value: number) => (rateFormulas.has(formula) ? frenchPercent(value) : frenchNumber(value));
  if (target?.min != null && target.max != null) return `de ${show(target.min)} à ${show(target.max)}`;
  if (target?.min != null) return `${show(target.min)} au moins`;
  if (target?.max != null) return `${show(target.max)} au plus`;
  return 'sans cible';
};

const triggerWords = ({ trigger }: Terms['milestones'][number]): string => {
  switch (trigger.on) {
    case 'signature':
      return 'à la signature du contrat';
    case 'calls_reached':
      return `au ${frenchNumber(trigger.calls)}e appel passé`;
    case 'final_report':
      return 'à la remise du rapport final';
  }
};
export { triggerWords };

const gridUnits: Record<FrameworkFrame['priceGrid'][number]['kind'], string> = {
  forfait: 'forfait',
  hour: 'heure de production',
  day: 'journée',
  appointment: 'rendez-vous accepté',
  expense: 'frais, sur justificatif',
};

const measureWords = {
  wrong_number_rate: 'Taux de faux numéros',
  reachability_rate: 'Taux de joignabilité',
  out_of_target_rate: 'Taux de fiches hors cible',
} as const;

/** The tables that a clause inserts with a tag such as {% indicators values=$terms.indicators /%}. */
export const termBlocks: Record<string, (values: never) => Block[]> = {
  items: (values: readonly string[]) => [
    {
      kind: 'list',
      items: values.map((value, index) => [
        { kind: 'paragraph', prose: text(`${lowered(value)}${index === values.length - 1 ? '.' : ' ;'}`) },
      ]),
    },
  ],
  criteria: (values: Terms['appointments']['criteria']) =>
    values.map((criterion) => ({ kind: 'definition', term: criterion.label, prose: text(criterion.definition) })),
  indicators: (values: Terms['indicators']) => [
    {
      kind: 'table',
      columns: [
        { label: 'Indicateur', width: 5 },
        { label: 'Calcul', width: 2 },
        { label: 'Nature', width: 2 },
        { label: 'Cible', width: 3 },
        { label: 'Rémunération attachée', width: 4 },
      ],
      rows: values.map((indicator) => [
        text(indicator.label),
        text(indicator.formula),
        text(indicator.nature === 'engaged' ? 'engagé' : 'suivi'),
        text(targetWords(indicator)),
        text(payWords[indicator.payLink]),
      ]),
    },
  ],
  grid: (values: FrameworkFrame['priceGrid']) => [
    {
      kind: 'table',
      columns: [
        { label: 'Prestation', width: 6 },
        { label: 'Unité', width: 3 },
        { label: 'Prix unitaire HT', width: 3, align: 'right' },
      ],
      rows: values.map((line) => [text(line.label), text(gridUnits[line.kind]), text(frenchMoney(line.unitPriceCents))]),
    },
  ],
  milestones: (values: Terms['milestones']) => [
    {
      kind: 'table',
      columns: [
        { label: 'Jalon', width: 5 },
        { label: 'Déclencheur', width: 5 },
        { label: 'Part', width: 1, align: 'right' },
      ],
      rows: values.map((milestone) => [
        text(milestone.label),
        text(triggerWords(milestone)),
        text(`${milestone.sharePercent}\u00a0%`),
      ]),
    },
  ],
  hypotheses: (values: Terms['hypotheses']) =>
    values.length === 0
      ? [{ kind: 'paragraph', prose: text('Aucune hypothèse particulière n’est retenue.') }]
      : [
          {
            kind: 'list',
            items: values.map((hypothesis, index) => [
              {
                kind: 'paragraph',
                prose: text(
                  `${measureWords[hypothesis.measure]} : ${frenchPercent(hypothesis.thresholdBp)} ${hypothesis.comparison === 'at_most' ? 'au plus' : 'au moins'}. À défaut : ${lowered(hypothesis.effect).replace(/\.$/, '')}${index === values.length - 1 ? '.' : ' ;'}`,
                ),
              },
            ]),
          },
        ],
};
