/** Pieces of screen that other modules show: what changed between two texts, and the way into a negotiation. */
export { Comparison } from './ui/comparison.tsx';
export { DiscussionList } from './ui/discussion-list.tsx';
export { NegotiationCard } from './ui/negotiation-card.tsx';
export { ProposeLink } from './ui/propose-link.tsx';
export { RedlineView } from './ui/redline-view.tsx';
