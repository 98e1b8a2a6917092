/** Pieces of screen that other modules show: a mission’s board says which document stops its calls. */
export { VigilanceNotice } from './ui/vigilance-notice.tsx';
