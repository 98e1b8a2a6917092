/** Pieces of screen that other modules show: the form of the conditions, for an amendment. */
export { TermsForm } from './ui/terms-form.tsx';
