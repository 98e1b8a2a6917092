import { useEffect, useMemo, useState } from 'react';
import type { Instant } from '../../../shared/time.ts';

/** The organisation's clock, read with the page and carried on from there: the browser's own may be wrong, or in another month. */
export const useNow = (serverNow: string): Instant => {
  const readAt = useMemo(() => Date.now(), [serverNow]);
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((times) => times + 1), 15_000);
    return () => clearInterval(timer);
  }, []);
  return new Date(Date.parse(serverNow) + Date.now() - readAt).toISOString() as Instant;
};
