/** Pieces of screen that other modules show: the board carries the mission's actions. Screens import them, nothing else does. */
export { MissionActions } from './ui/mission-actions.tsx';
