import { type ReactNode, useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { classes } from '../design/index.ts';

/** Pages side by side, under the rail: one line that scrolls on a phone. `lead` says whose parts they are. */
export const PartsNav = ({
  label,
  lead,
  parts,
}: {
  label: string;
  lead?: ReactNode;
  parts: readonly { to: string; title: string; exact?: boolean }[];
}) => {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the part one stands in may be beyond the edge of the line.
  useEffect(() => {
    nav.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [pathname, parts.length]);
  return (
    <nav ref={nav} aria-label={label} className="flex items-center gap-x-6 overflow-x-auto border-b border-line px-4 md:px-8">
      {lead}
      {parts.map(({ to, title, exact = false }) => (
        <NavLink
          key={to}
          to={to}
          end={exact}
          className={({ isActive }) =>
            classes(
              '-mb-px border-b-2 py-2.5 text-sm whitespace-nowrap outline-offset-[-2px] max-md:py-3.5',
              isActive ? 'border-primary font-medium' : 'border-transparent text-ink-soft hover:text-ink',
            )
          }
        >
          {title}
        </NavLink>
      ))}
    </nav>
  );
};
