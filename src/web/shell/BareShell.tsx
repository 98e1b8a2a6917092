import { Suspense } from 'react';
import { Link, Outlet } from 'react-router';
import { Skeleton } from '../design/index.ts';
import { useMessages } from '../i18n/index.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Logo } from './Logo.tsx';
import { messages } from './messages.ts';
import { useArrival } from './use-arrival.ts';

/** Pages for people without a rail: signing in, signing, following a link. */
export const BareShell = () => {
  const t = useMessages(messages);
  useArrival();
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#contenu"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-surface focus:px-4 focus:py-2"
      >
        {t('skip')}
      </a>
      <header className="flex h-14 items-center justify-between border-b border-line px-4 md:px-8">
        <Link to="/" aria-label={t('home')} className="rounded-md">
          <Logo />
        </Link>
        <LanguageSwitch />
      </header>
      <main id="contenu" tabIndex={-1} className="flex-1 outline-none">
        <Suspense fallback={<Skeleton lines={6} className="mx-auto max-w-3xl p-8" />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
};
