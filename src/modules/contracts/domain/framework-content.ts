import { z } from 'zod';
import { ContractContent } from './contract-content.ts';
import { FrameworkFrame, SharedTerms } from './terms/framework.terms.ts';

/** What is frozen when a framework agreement is sent, and signed: the same as a contract, with its frame and without one mission's terms. */
export const FrameworkContent = ContractContent.omit({ terms: true, framework: true, chosenOptions: true }).extend({
  schema: z.literal('cadran-framework/1'),
  frame: FrameworkFrame,
  shared: SharedTerms,
});
export type FrameworkContent = z.output<typeof FrameworkContent>;
