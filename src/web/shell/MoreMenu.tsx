import { Button as AriaButton } from 'react-aria-components/Button';
import { useNavigate } from 'react-router';
import { Menu } from '../design/index.ts';
import { useMessages } from '../i18n/index.ts';
import { messages } from './messages.ts';
import { moreFace, moreLook } from './more-face.tsx';
import type { Destination } from './navigation.ts';

/** Loaded when first opened (see MoreButton). */
export default function MoreMenu({ destinations }: { destinations: readonly Destination[] }) {
  const t = useMessages(messages);
  const navigate = useNavigate();
  return (
    <Menu
      label={t('more')}
      defaultOpen
      entries={destinations.map((entry) => ({
        id: entry.to,
        label: t(entry.label),
        icon: <entry.icon size={18} strokeWidth={1.75} aria-hidden />,
        onSelect: () => void navigate(entry.to),
      }))}
      trigger={<AriaButton className={moreLook}>{moreFace(t('more'))}</AriaButton>}
    />
  );
}
