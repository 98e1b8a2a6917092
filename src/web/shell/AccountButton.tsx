import { useMessages } from '../i18n/index.ts';
import { AccountFace, accountLook } from './AccountFace.tsx';
import { LoadedMenu } from './LoadedMenu.tsx';
import { messages } from './messages.ts';
import type { Me } from './session.ts';

const load = () => import('./AccountMenu.tsx');

export const AccountButton = ({ me, compact = false }: { me: Me; compact?: boolean }) => {
  const t = useMessages(messages);
  const face = <AccountFace me={me} compact={compact} label={t('account')} />;
  return <LoadedMenu load={load} look={accountLook} face={face} me={me} compact={compact} />;
};
