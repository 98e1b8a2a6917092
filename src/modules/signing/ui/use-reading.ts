import { type RefObject, useCallback, useEffect, useRef } from 'react';

export type Reading = { seconds: number; scrolledPercent: number; pagesSeen: number };

/** Measures how a screen is read: seconds in sight, how far it was scrolled, how many pages passed under the eyes. */
export const useReading = (place: RefObject<HTMLElement | null>): (() => Reading) => {
  const read = useRef({ seconds: 0, scrolledPercent: 0, pages: new Set<Element>() });
  useEffect(() => {
    const look = () => {
      const page = document.scrollingElement;
      if (!page) return;
      const percent = Math.min(100, Math.round((100 * (page.scrollTop + innerHeight)) / Math.max(page.scrollHeight, 1)));
      read.current.scrolledPercent = Math.max(read.current.scrolledPercent, percent);
      for (const canvas of place.current?.querySelectorAll('canvas') ?? []) {
        const { top, bottom } = canvas.getBoundingClientRect();
        if (top < innerHeight && bottom > 0) read.current.pages.add(canvas);
      }
    };
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') read.current.seconds += 1;
      look();
    }, 1000);
    addEventListener('scroll', look, { passive: true });
    return () => {
      clearInterval(timer);
      removeEventListener('scroll', look);
    };
  }, [place]);
  return useCallback(
    () => ({ seconds: read.current.seconds, scrolledPercent: read.current.scrolledPercent, pagesSeen: read.current.pages.size }),
    [],
  );
};
