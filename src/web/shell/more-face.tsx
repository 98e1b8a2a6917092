import { Ellipsis } from 'lucide-react';

export const moreLook = 'flex h-15 min-w-0 flex-1 flex-col items-center justify-center gap-1 text-xs text-ink-soft';
export const moreFace = (label: string) => (
  <>
    <Ellipsis size={20} strokeWidth={1.75} aria-hidden />
    <span className="max-w-full truncate">{label}</span>
  </>
);
