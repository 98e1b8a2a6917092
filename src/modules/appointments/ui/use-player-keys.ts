import { useEffect, useRef, type RefObject } from 'react';
import type { AudioHandle } from '../../../web/design/index.ts';

const busy = 'button,a,input,textarea,select,[role=radio],[role=slider],[role=dialog],[role=alertdialog],[contenteditable=true]';

/** Space plays, the arrows move by five seconds, from anywhere on the page that does not use these keys itself. */
export const usePlayerKeys = (player: RefObject<AudioHandle | null>): void => {
  const handle = useRef(player);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const sound = handle.current.current;
      if (!sound || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(busy)) return;
      if (event.key === ' ') sound.toggle();
      else if (event.key === 'ArrowLeft') sound.seek(sound.currentSeconds() - 5);
      else if (event.key === 'ArrowRight') sound.seek(sound.currentSeconds() + 5);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
};
