import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox';

type CheckboxProps = Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> & { children: ReactNode; hint?: ReactNode };

/** A yes or no that takes effect when the form is sent. */
export const Checkbox = ({ children, hint, ...rest }: CheckboxProps) => (
  <AriaCheckbox {...rest} className="group flex min-h-6 items-start gap-3 text-sm max-md:min-h-11 max-md:py-2">
    <span className="mt-0.5 flex size-4.5 shrink-0 items-center justify-center rounded-md border border-edge bg-surface group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-primary group-data-hovered:border-ink group-data-invalid:border-bad group-data-selected:border-primary group-data-selected:bg-primary">
      <Check size={14} strokeWidth={3} aria-hidden className="invisible text-on-primary group-data-selected:visible" />
    </span>
    <span className="flex flex-col">
      <span>{children}</span>
      {hint && <span className="text-xs text-ink-soft">{hint}</span>}
    </span>
  </AriaCheckbox>
);
