import type { ReactNode } from 'react';

/** The next step, always under the thumb: it stays at the foot of the screen while one reads. */
export const StepBar = ({ children }: { children: ReactNode }) => (
  <div className="sticky bottom-0 z-10 -mx-4 flex flex-col gap-2 border-t border-line bg-paper px-4 py-3 md:-mx-8 md:flex-row-reverse md:items-start md:justify-start md:px-8">
    {children}
  </div>
);
