/** Pieces of screen that other modules show: a mission’s board says when its contract is suspended or ending. */
export { LifeNotice } from './ui/life-notice.tsx';
