import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** On a new page: back to the top, and the reading starts at its content, as after a full page load. */
export const useArrival = (): void => {
  const { pathname } = useLocation();
  const kind = useNavigationType();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    // Going back keeps the place where one was: the browser restores it.
    if (kind !== 'POP') window.scrollTo(0, 0);
    const content = document.getElementById('contenu');
    if (content && !content.contains(document.activeElement)) content.focus({ preventScroll: true });
  }, [pathname, kind]);
};
