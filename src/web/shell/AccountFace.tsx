import type { Me } from './session.ts';

const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((part) => part[0]!.toUpperCase())
    .join('');

export const accountLook = 'flex w-full items-center gap-2.5 rounded-md p-1.5 text-left hover:bg-sunken max-md:w-auto';

/** Who is signed in, and where. */
export const AccountFace = ({ me: { actor, organisation }, compact, label }: { me: Me; compact: boolean; label: string }) => (
  <>
    <span
      aria-hidden
      className="flex size-8 shrink-0 items-center justify-center rounded-full bg-primary-wash text-xs font-semibold text-primary"
    >
      {initials(actor.displayName)}
    </span>
    <span className="sr-only">{label}</span>
    {compact ? (
      <span className="sr-only">{actor.displayName}</span>
    ) : (
      <span className="flex min-w-0 flex-col">
        <span className="truncate text-sm font-medium">{actor.displayName}</span>
        <span className="truncate text-xs text-ink-soft">{organisation.name}</span>
      </span>
    )}
  </>
);
