import { useMessages } from '../i18n/index.ts';
import { LoadedMenu } from './LoadedMenu.tsx';
import { messages } from './messages.ts';
import { moreFace, moreLook } from './more-face.tsx';
import type { Destination } from './navigation.ts';

const load = () => import('./MoreMenu.tsx');

/** On a phone the bar holds what the hand needs most; the rest is one press behind. */
export const MoreButton = ({ destinations }: { destinations: readonly Destination[] }) => {
  const t = useMessages(messages);
  return <LoadedMenu load={load} look={moreLook} face={moreFace(t('more'))} destinations={destinations} />;
};
