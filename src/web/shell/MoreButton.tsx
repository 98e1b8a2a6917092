import { lazy, Suspense, useState } from 'react';
import { useMessages } from '../i18n/index.ts';
import { messages } from './messages.ts';
import { moreFace, moreLook } from './more-face.tsx';
import type { Destination } from './navigation.ts';

const load = () => import('./MoreMenu.tsx');
const MoreMenu = lazy(load);

/** On a phone the bar holds what the hand needs most; the rest is one press behind. */
export const MoreButton = ({ destinations }: { destinations: readonly Destination[] }) => {
  const t = useMessages(messages);
  const [wanted, setWanted] = useState(false);
  const button = (
    <button
      type="button"
      aria-haspopup="menu"
      className={moreLook}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
    >
      {moreFace(t('more'))}
    </button>
  );
  return wanted ? (
    <Suspense fallback={button}>
      <MoreMenu destinations={destinations} />
    </Suspense>
  ) : (
    button
  );
};
