import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch';

/** A yes or no that takes effect at once. */
export const Switch = ({
  children,
  ...rest
}: Omit<AriaSwitchProps, 'className' | 'style' | 'children'> & { children: ReactNode }) => (
  <AriaSwitch {...rest} className="group flex min-h-6 items-center gap-3 text-sm max-md:min-h-11">
    <span className="flex h-5 w-9 shrink-0 items-center rounded-full border border-edge bg-sunken px-0.5 transition-colors duration-100 group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-primary group-data-selected:border-primary group-data-selected:bg-primary">
      <span className="size-3.5 rounded-full bg-edge transition-transform duration-100 group-data-selected:translate-x-4 group-data-selected:bg-on-primary" />
    </span>
    {children}
  </AriaSwitch>
);
