import { useEffect, useRef } from 'react';

/** A key, printed. */
export const KeyHint = ({ keys }: { keys: string }) => (
  <kbd className="inline-block min-w-5 rounded-md border border-edge bg-sunken px-1.5 text-center font-sans text-xs leading-5 text-ink-soft">
    {keys}
  </kbd>
);

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.getAttribute('role') === 'spinbutton');

/** Binds a key while the page is shown: 'a', 'ArrowDown', 'mod+k' (Ctrl or ⌘). Never while someone types or a dialog is open. */
export const useHotkey = (key: string, run: () => void, enabled = true): void => {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!enabled) return;
    const modified = key.startsWith('mod+');
    const wanted = key.replace('mod+', '').toLowerCase();
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== wanted || (event.ctrlKey || event.metaKey) !== modified || event.altKey || event.repeat)
        return;
      if (!modified && (typing(event.target) || document.querySelector('[role=dialog],[role=alertdialog]'))) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [key, enabled]);
};
