import type { DocumentPart } from '../domain/prose.ts';
import { Articles } from './prose-view.tsx';

/** The words as they are printed. */
export const Sheet = ({ parts }: { parts: readonly DocumentPart[] }) => (
  <div
    lang="fr"
    className="prose-document rounded-md border border-line bg-surface px-6 py-5 text-[0.95rem]! shadow-raised [&>section]:mt-0"
  >
    <Articles parts={parts} lit={null} looked={null} />
  </div>
);
