import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { classes } from './classes.ts';

export type MenuEntry = { id: string; label: ReactNode; text?: string; icon?: ReactNode; onSelect: () => void; danger?: boolean };

/** Secondary actions behind one button (`trigger` is a Button or IconButton). */
export const Menu = ({
  label,
  trigger,
  entries,
  top,
  defaultOpen = false,
}: {
  label: string;
  trigger: ReactNode;
  entries: readonly MenuEntry[];
  top?: ReactNode;
  defaultOpen?: boolean;
}) => (
  <MenuTrigger defaultOpen={defaultOpen}>
    {trigger}
    <Popover className="min-w-52 rounded-md border border-line bg-surface shadow-raised">
      {top && <div className="border-b border-line px-3 py-2 text-xs text-ink-soft">{top}</div>}
      <AriaMenu
        aria-label={label}
        className="p-1 outline-none"
        onAction={(key) => entries.find((entry) => entry.id === key)?.onSelect()}
      >
        {entries.map((entry) => (
          <MenuItem
            key={entry.id}
            id={entry.id}
            textValue={entry.text ?? (typeof entry.label === 'string' ? entry.label : entry.id)}
            className={classes(
              'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-3 text-sm outline-none data-focused:bg-primary-wash max-md:min-h-11',
              entry.danger && 'text-bad',
            )}
          >
            {entry.icon}
            {entry.label}
          </MenuItem>
        ))}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
);
