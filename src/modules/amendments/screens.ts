/** Pieces of screen that other modules show: beside the signed terms, their versions and the way to amend them. */
export { AmendmentsPanel } from './ui/amendments-panel.tsx';
