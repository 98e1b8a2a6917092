import { frenchDate } from '../../../shared/french.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { type Departure, labelOf } from '../../contracts/index.ts';
import type { Framework } from '../../frameworks/index.ts';
import type { QuoteFinding } from './check-quote.ts';
import type { Quote } from './quote.ts';

/** What keeps an order from falling under its framework: not signed, over, or contradicted where the framework prevails. */
export const orderFaults = (
  { form, frameworkId, draft }: Pick<Quote, 'form' | 'frameworkId' | 'draft'>,
  framework: Framework | null,
  found: readonly Departure[],
  { today }: { today: CivilDate },
): QuoteFinding[] => {
  const fault = (rule: string, path: string, fr: string, en: string): QuoteFinding => ({
    rule,
    path,
    heading: labelOf(path).heading,
    fr,
    en,
  });
  if (!framework)
    return form === 'bon-de-commande' || frameworkId
      ? [
          fault(
            'framework_missing',
            'scope',
            'Un bon de commande se rattache à un contrat-cadre signé : choisissez-le.',
            'A purchase order falls under a signed framework: choose it.',
          ),
        ]
      : [];
  const { frozen } = framework;
  if (framework.status !== 'signed' || !frozen?.endsOn)
    return [
      fault(
        'framework_not_in_force',
        'scope',
        'Le contrat-cadre n’est pas signé, ou il a pris fin : cette commande ne peut pas s’y rattacher.',
        'The framework is not signed, or has ended: this order cannot fall under it.',
      ),
    ];
  const startsOn = draft.period?.startsOn ?? today;
  if (startsOn > frozen.endsOn || today < frozen.content.frame.startsOn)
    return [
      fault(
        'outside_framework',
        'period',
        `La mission doit commencer pendant le contrat-cadre, du ${frenchDate(frozen.content.frame.startsOn)} au ${frenchDate(frozen.endsOn)}.`,
        `The mission must start during the framework, from ${frozen.content.frame.startsOn} to ${frozen.endsOn}.`,
      ),
    ];
  if (frozen.content.frame.prevails === 'order') return [];
  return found
    .filter(({ from }) => from.kind === 'framework')
    .map(({ path }) =>
      fault(
        'contradicts_framework',
        path,
        `${labelOf(path).fr.replace(/^./, (first) => first.toUpperCase())} : le contrat-cadre l’emporte et dit autre chose. Reprenez ses termes, ou proposez un avenant.`,
        `${labelOf(path).en.replace(/^./, (first) => first.toUpperCase())}: the framework prevails and says otherwise. Take its terms, or propose an amendment.`,
      ),
    );
};
