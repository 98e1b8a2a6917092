import { useEffect, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { Link } from './Button.tsx';

export type Fact = { label: string; value: ReactNode };

type PageHeaderProps = {
  title: string;
  /** Where this page belongs: « Dossiers », the client's name. */
  back?: { to: string; label: string };
  /** A state, a badge, beside the title. */
  state?: ReactNode;
  /** One sentence: what this page is about today. */
  lead?: ReactNode;
  facts?: readonly Fact[];
  /** The one primary action. */
  action?: ReactNode;
  /** Less wanted actions, left of the primary one. */
  others?: ReactNode;
};

/** The top of every page: where one is, what matters, and the one thing to do. */
export const PageHeader = ({ title, back, state, lead, facts, action, others }: PageHeaderProps) => {
  useEffect(() => {
    document.title = `${title} · Cadran`;
  }, [title]);
  return (
    <header className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-col gap-1">
          {back && (
            <Link to={back.to} quiet className="self-start text-sm">
              {back.label}
            </Link>
          )}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-xl font-semibold tracking-[-0.015em]">{title}</h1>
            {state}
          </div>
          {lead && <p className="max-w-reading text-base text-ink-soft">{lead}</p>}
        </div>
        {(action || others) && (
          <div className="flex flex-wrap items-start gap-3 max-md:w-full">
            {others}
            {action}
          </div>
        )}
      </div>
      {facts && facts.length > 0 && <Facts facts={facts} />}
    </header>
  );
};

/** Labelled values in a row under a title. */
export const Facts = ({ facts, stacked = false }: { facts: readonly Fact[]; stacked?: boolean }) => (
  <dl
    className={classes(
      'text-sm',
      stacked ? 'grid grid-cols-[minmax(7rem,auto)_1fr] gap-x-4 gap-y-2' : 'flex flex-wrap gap-x-8 gap-y-3',
    )}
  >
    {facts.map(({ label, value }) => (
      <div key={label} className={stacked ? 'contents' : 'flex flex-col'}>
        <dt className={classes('text-ink-soft', !stacked && 'text-xs')}>{label}</dt>
        <dd className="min-w-0">{value}</dd>
      </div>
    ))}
  </dl>
);

/** The column in which a page stands. `reading`: forms and text; `full`: desk, editor. */
export const Page = ({ children, width = 'wide' }: { children: ReactNode; width?: 'reading' | 'wide' | 'full' }) => (
  <div
    className={classes(
      'mx-auto flex w-full flex-col gap-6 px-4 py-5 md:px-8 md:py-7',
      width === 'reading' ? 'max-w-3xl' : width === 'wide' ? 'max-w-6xl' : 'max-w-none',
    )}
  >
    {children}
  </div>
);

/** A block with a heading inside a page. */
export const Section = ({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) => (
  <section className="flex min-w-0 flex-col gap-3">
    <div className="flex flex-wrap items-baseline justify-between gap-3">
      <h2 className="text-base font-semibold">{title}</h2>
      {aside}
    </div>
    {children}
  </section>
);

/** A surface lifted from the paper by a hairline. */
export const Card = ({ children, className }: { children: ReactNode; className?: string }) => (
  <div className={classes('rounded-md border border-line bg-surface p-5', className)}>{children}</div>
);

/** Facts left, story right (detail pages). Left is narrow unless `even`. One column on a phone, left first. */
export const TwoPane = ({ left, right, even = false }: { left: ReactNode; right: ReactNode; even?: boolean }) => (
  <div className={classes('grid items-start gap-6 lg:gap-8', even ? 'lg:grid-cols-2' : 'lg:grid-cols-[20rem_minmax(0,1fr)]')}>
    <div className="flex min-w-0 flex-col gap-6">{left}</div>
    <div className="flex min-w-0 flex-col gap-6">{right}</div>
  </div>
);

/** The working screens: headings, form, preview; or fiche, script, call. Each pane scrolls alone on a large screen. */
export const ThreePane = ({
  left,
  middle,
  right,
  labels,
}: {
  left: ReactNode;
  middle: ReactNode;
  right: ReactNode;
  labels: readonly [string, string, string];
}) => (
  <div className="grid min-h-0 flex-1 max-lg:auto-rows-min lg:h-full lg:grid-cols-[minmax(14rem,18rem)_minmax(22rem,1fr)_minmax(20rem,30rem)]">
    {[left, middle, right].map((pane, index) => (
      <section
        key={index}
        aria-label={labels[index]}
        tabIndex={-1}
        className="min-w-0 border-line p-5 outline-none max-lg:border-b lg:overflow-y-auto lg:not-first:border-l"
      >
        {pane}
      </section>
    ))}
  </div>
);
