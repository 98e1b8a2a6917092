import { useSyncExternalStore } from 'react';

export const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );

/** Under 768 px: tables become cards, panes become one column, the rail goes to the bottom. */
export const usePhone = (): boolean => useMedia('(max-width: 767px)');
