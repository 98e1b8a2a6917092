import type { ComponentType } from 'react';
import type { Heading } from '../../../contracts/index.ts';
import { ChangesSection } from './changes.section.tsx';
import { DataSection, TerminationSection } from './end.section.tsx';
import { PaymentSection } from './payment.section.tsx';
import { PlanningSection } from './planning.section.tsx';
import { PriceSection } from './price.section.tsx';
import { ReportingSection } from './reporting.section.tsx';
import { ResultsSection } from './results.section.tsx';
import { ContextSection, DeliverablesSection, ObjectivesSection, ScopeSection } from './scope.section.tsx';

/** The form of each heading. A heading without one does not compile. */
export const sections: Record<Heading, ComponentType> = {
  context: ContextSection,
  objectives: ObjectivesSection,
  scope: ScopeSection,
  deliverables: DeliverablesSection,
  planning: PlanningSection,
  results: ResultsSection,
  reporting: ReportingSection,
  price: PriceSection,
  payment: PaymentSection,
  changes: ChangesSection,
  termination: TerminationSection,
  data: DataSection,
};
