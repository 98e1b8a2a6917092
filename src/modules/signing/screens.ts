/** Pieces of screen that other modules show: a quote's page carries its signature. Screens import them, nothing else does. */
export { SigningLinkHelp } from './ui/link-help.tsx';
export { ClientSigners, PlannedSigners } from './ui/planned-signers.tsx';
export { CountersignForm } from './ui/countersign-form.tsx';
export { documentAddress, SignedFiles } from './ui/signed-files.tsx';
export { OwnerActions } from './ui/owner-actions.tsx';
export type { OwnerRequestView } from './ui/request-view.ts';
export { SigningStateLabel } from './ui/state-label.tsx';
export { useWhyNotWithdrawn } from './ui/use-why-not-withdrawn.ts';
export { useStory } from './ui/use-story.ts';
