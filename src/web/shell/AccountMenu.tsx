import { useQueryClient } from '@tanstack/react-query';
import { Languages, LogOut, Mail, Monitor, Moon, Settings, ShieldOff, Sun } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useNavigate } from 'react-router';
import { request, standAs } from '../api/client.ts';
import { Menu, notify, type MenuEntry } from '../design/index.ts';
import { useLanguage, useMessages } from '../i18n/index.ts';
import { AccountFace, accountLook } from './AccountFace.tsx';
import { messages } from './messages.ts';
import type { Me } from './session.ts';
import { chooseTheme, readTheme, type Theme } from './theme.ts';

const themes: { theme: Theme; icon: typeof Sun; key: 'themeLight' | 'themeDark' | 'themeSystem' }[] = [
  { theme: 'light', icon: Sun, key: 'themeLight' },
  { theme: 'dark', icon: Moon, key: 'themeDark' },
  { theme: 'system', icon: Monitor, key: 'themeSystem' },
];

/** Loaded when first opened (see AccountButton). */
export default function AccountMenu({ me, compact }: { me: Me; compact: boolean }) {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const client = useQueryClient();
  const { language, choose } = useLanguage();
  const [theme, setTheme] = useState(readTheme);
  const { actor, organisation } = me;
  const role =
    actor.kind === 'client'
      ? t('roleClient')
      : t(actor.role === 'owner' ? 'roleOwner' : actor.role === 'caller' ? 'roleCaller' : 'roleReader');
  const signOut = async () => {
    await request<void>('POST', '/sign-out', {}).catch(() => undefined);
    standAs(null);
    client.clear();
    notify(t('signedOut'));
    void navigate('/connexion');
  };
  const owner = actor.kind === 'member' && actor.role !== 'caller';
  const go = (to: string) => () => void navigate(to);
  const nextTheme = themes[(themes.findIndex((entry) => entry.theme === theme) + 1) % themes.length]!;
  const entries: MenuEntry[] = [
    ...(owner
      ? [
          {
            id: 'organisation',
            label: t('organisation'),
            icon: <Settings size={16} aria-hidden />,
            onSelect: go('/organisation'),
          },
          { id: 'outbox', label: t('outbox'), icon: <Mail size={16} aria-hidden />, onSelect: go('/boite-envoi') },
          { id: 'oppositions', label: t('oppositions'), icon: <ShieldOff size={16} aria-hidden />, onSelect: go('/oppositions') },
        ]
      : []),
    {
      id: 'theme',
      label: t(nextTheme.key),
      icon: <nextTheme.icon size={16} aria-hidden />,
      onSelect: () => {
        chooseTheme(nextTheme.theme);
        setTheme(nextTheme.theme);
      },
    },
    {
      id: 'language',
      label: t('language'),
      icon: <Languages size={16} aria-hidden />,
      onSelect: () => choose(language === 'fr' ? 'en' : 'fr'),
    },
    { id: 'signOut', label: t('signOut'), icon: <LogOut size={16} aria-hidden />, onSelect: () => void signOut() },
  ];
  return (
    <Menu
      label={t('account')}
      entries={entries}
      top={
        <>
          <span className="block font-medium text-ink">{organisation.name}</span>
          {actor.displayName} · {role}
        </>
      }
      defaultOpen
      trigger={
        <AriaButton className={accountLook}>
          <AccountFace me={me} compact={compact} label={t('account')} />
        </AriaButton>
      }
    />
  );
}
