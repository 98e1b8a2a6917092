import { createContext, useContext, type ReactNode } from 'react';
import { isAsked } from '../../contracts/index.ts';
import type { QuoteFinding } from '../index.ts';
import { useLanguage } from '../../../web/i18n/index.ts';
import { valueAt } from './draft-path.ts';
import type { Content } from './draft-state.ts';

/** What every field of the editor reads: the content, what is missing, and how to change it. */
export type Editing = {
  content: Content;
  findings: readonly QuoteFinding[];
  /** The conditions that the chosen clauses ask for: a field that none of them reads is not shown. */
  asked: readonly string[];
  vatRegime: 'real' | 'franchise';
  /** The form is an amendment’s: what belongs to the offer alone is not asked. */
  isAmendment?: boolean;
  set: (path: string, value: unknown) => void;
  change: (path: string, change: (content: Content) => Content) => void;
};

const Context = createContext<Editing | null>(null);
export const EditingProvider = Context.Provider;

export const useEditing = (): Editing => {
  const editing = useContext(Context);
  if (!editing) throw new Error('useEditing outside the quote editor');
  return editing;
};

/** One condition of the draft and how to set it. */
export const useTerm = <Value,>(path: string): [Value | null, (value: Value | null) => void] => {
  const { content, set } = useEditing();
  const value = path === 'title' || path === 'validUntil' ? content[path] : valueAt(content.draft, path);
  return [(value ?? null) as Value | null, (next) => set(path, next)];
};

/** Not conditions of the mission: every offer has them. */
const ofTheOffer = ['title', 'validUntil'];

/** Where a condition stands in the form: clicks on what is missing lead here, and what is missing is said here. */
export const At = ({ path, wide = false, children }: { path: string; wide?: boolean; children: ReactNode }) => {
  const { findings, asked, isAmendment } = useEditing();
  const { language } = useLanguage();
  if (ofTheOffer.includes(path) ? isAmendment : !isAsked(asked, path)) return null;
  const here = findings.filter((finding) => finding.path === path || finding.path.startsWith(`${path}.`));
  return (
    <div data-path={path} className={wide ? 'flex min-w-0 flex-col gap-1.5 md:col-span-full' : 'flex min-w-0 flex-col gap-1.5'}>
      {children}
      {here.map((finding) => (
        <p key={finding.rule + finding.path} className="flex gap-1.5 text-xs font-medium text-caution before:content-['◆']">
          {finding[language]}
        </p>
      ))}
    </div>
  );
};
