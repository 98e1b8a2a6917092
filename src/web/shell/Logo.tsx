/** The dial, and the name. */
export const Logo = ({ withName = true }: { withName?: boolean }) => (
  <span className="inline-flex items-center gap-2.5">
    <svg viewBox="0 2 32 26" aria-hidden className="h-7 w-8 shrink-0">
      <path
        d="M4.6 22.5a12.2 12.2 0 1 1 22.8 0"
        fill="none"
        stroke="var(--color-primary)"
        strokeWidth="3"
        strokeDasharray="1.3 2.55"
      />
      <path d="M16 20.5 22 10.8" stroke="var(--color-needle)" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="16" cy="20.5" r="2.2" fill="var(--color-needle)" />
    </svg>
    {withName && <span className="text-base font-semibold tracking-[-0.01em] text-ink">Cadran</span>}
  </span>
);
