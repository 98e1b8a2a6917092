import type { ReactNode } from 'react';

/** The narrow column of the pages that let someone in. */
export const Door = ({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) => (
  <div className="mx-auto flex w-full max-w-md flex-col gap-6 px-4 py-10 md:py-16">
    <title>{`${title} · Cadran`}</title>
    <header className="flex flex-col gap-2">
      <h1 className="text-xl font-semibold tracking-[-0.015em]">{title}</h1>
      {lead && <p className="text-base text-ink-soft">{lead}</p>}
    </header>
    {children}
  </div>
);
