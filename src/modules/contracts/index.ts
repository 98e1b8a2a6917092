export { Terms } from './domain/terms/terms.ts';
export type { DraftTerms, TermPath } from './domain/terms/terms.ts';
export { CallSlot } from './domain/terms/scope.terms.ts';
export { Criterion, Indicator, indicatorFormulas } from './domain/terms/results.terms.ts';
export type { IndicatorFormula } from './domain/terms/results.terms.ts';
export { Milestone, PaymentTerms, PenaltyTerms, PriceLine } from './domain/terms/price.terms.ts';
export { defaultCureDays, defaultSuspensionNoticeDays } from './domain/terms/end.terms.ts';
export { findMissingTerms } from './domain/find-missing-terms.ts';
export type { TermFinding } from './domain/find-missing-terms.ts';
export { headings, headingTitles, labelOf, termLabels } from './domain/term-labels.ts';
export type { Heading } from './domain/term-labels.ts';
export { amendmentName, amendmentOfArticle, articleOf, ContractContent, versionInForce } from './domain/contract-content.ts';
export { articleAbove, frameworkOfArticle, wordedAbove, type WordedTerm, wordsOfFramework } from './domain/worded-above.ts';
export type { ClauseReference, TermsVersion } from './domain/contract-content.ts';
export { pathsOfSchema, termPaths } from './domain/terms/term-paths.ts';
export { FrameworkFrame, FrameworkTerms, GridLine, SharedTerms } from './domain/terms/framework.terms.ts';
export { FrameworkContent } from './domain/framework-content.ts';
export { byPrecedence, departures, layerKinds, resolveTerms, spokenTerms, termUnits, unitOf } from './domain/resolve-terms.ts';
export type { Departure, LayerKind, ResolvedTerms, TermsLayer } from './domain/resolve-terms.ts';
export { firmLines, optionalLines, priceModelOf, resolveOptions } from './domain/resolve-options.ts';
export { agreementForms, agreementName, formOfNumber, printedNumber } from './domain/agreement-forms.ts';
export type { AgreementForm } from './domain/agreement-forms.ts';
export { applyPatch, type PatchConflict, rebasePatch } from './domain/patch/apply-patch.ts';
export { applyClauseOperations, FrozenSelection, rebaseClauseOperations } from './domain/patch/clause-operations.ts';
export { diffTerms } from './domain/patch/diff-terms.ts';
export {
  foldAmendments,
  inOrder,
  mayTakeEffect,
  rulesFrom,
  type SignedPatch,
  versionsToEnact,
} from './domain/patch/fold-amendments.ts';
export { allowedVolume, type VolumePeriod, volumePeriodAt, type VolumeUnit, wholeVolume } from './domain/volume-period.ts';
export { ClauseOperation, TermsOperation, TermsPatch } from './domain/patch/terms-patch.ts';
export { isAsked, withNeutralTerms, withoutUnreadTerms } from './domain/neutral-terms.ts';
export { sharedHeadings, sharedPaths } from './domain/shared-paths.ts';
