import { lazy, Suspense, useState } from 'react';
import { useMessages } from '../i18n/index.ts';
import { AccountFace, accountLook } from './AccountFace.tsx';
import { messages } from './messages.ts';
import type { Me } from './session.ts';

const load = () => import('./AccountMenu.tsx');
const AccountMenu = lazy(load);

/** The account menu costs as much as the rest of the shell: it is loaded when someone reaches for it. */
export const AccountButton = ({ me, compact = false }: { me: Me; compact?: boolean }) => {
  const t = useMessages(messages);
  const [wanted, setWanted] = useState(false);
  const button = (
    <button
      type="button"
      aria-haspopup="menu"
      className={accountLook}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
    >
      <AccountFace me={me} compact={compact} label={t('account')} />
    </button>
  );
  return wanted ? (
    <Suspense fallback={button}>
      <AccountMenu me={me} compact={compact} />
    </Suspense>
  ) : (
    button
  );
};
