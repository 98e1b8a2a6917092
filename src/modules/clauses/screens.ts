export { anchorOf, Articles } from './ui/prose-view.tsx';
