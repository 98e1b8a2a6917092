import { integer, longText, option, type NegotiableTerm, term } from './field-kinds.ts';

/** What a framework says of itself, in the order of its articles: what it covers, how long, how one orders and at which price. */
export const frameTerms: readonly NegotiableTerm[] = [
  term('framework.purpose', 'Objet de la collaboration', 'Purpose of the collaboration', longText),
  term('framework.startsOn', 'Date d’effet', 'Start date', { kind: 'date' }),
  term('framework.endsOn', 'Dernier jour du contrat-cadre', 'Last day of the framework', { kind: 'date' }),
  term('framework.renewal.kind', 'Renouvellement', 'Renewal', {
    kind: 'choice',
    options: [
      option('none', 'aucun', 'none'),
      option('tacit', 'tacite, sauf refus dans le délai', 'tacit, unless refused in time'),
      option('express', 'par un écrit signé', 'by a signed writing'),
    ],
  }),
  term('framework.renewal.months', 'Durée de chaque renouvellement', 'Length of each renewal', integer(1, 60, 'months')),
  term('framework.renewal.noticeDays', 'Préavis de non-renouvellement', 'Notice of non-renewal', integer(0, 365, 'days')),
  term('framework.prevails', 'Document qui prévaut', 'Which document prevails', {
    kind: 'choice',
    options: [option('order', 'la commande', 'the order'), option('framework', 'le contrat-cadre', 'the framework')],
  }),
  term(
    'framework.ordering.acceptWithinWorkingDays',
    'Délai d’acceptation d’une commande',
    'Time to accept an order',
    integer(1, 30, 'working_days'),
  ),
];

export const commitmentTerms: readonly NegotiableTerm[] = [
  term('framework.commitment.minimumCents', 'Minimum de commandes', 'Least to be ordered', { kind: 'money', mayBeEmpty: true }),
  term('framework.commitment.maximumCents', 'Maximum de commandes', 'Most to be ordered', { kind: 'money', mayBeEmpty: true }),
];
