import { Search } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link, Navigate, NavLink, Outlet, useLocation } from 'react-router';
import { Badge, classes, ErrorPage, IconButton, KeyHint, Skeleton, useHotkey, usePhone } from '../design/index.ts';
import { useMessages } from '../i18n/index.ts';
import { AccountButton } from './AccountButton.tsx';
import { Logo } from './Logo.tsx';
import { messages } from './messages.ts';
import { MoreButton } from './MoreButton.tsx';
import { destinationsOf, isUnder, type Destination } from './navigation.ts';
import { pageExists } from './page-names.ts';
import { useArrival } from './use-arrival.ts';
import { useWaiting } from './waiting.ts';
import { WaitingStrip } from './WaitingStrip.tsx';
import { railed, useMe, type Me } from './session.ts';

const Palette = lazy(() => import('./Palette.tsx'));

/** The frame of everyone who is signed in: rail on a desk, bar on a phone, search everywhere. */
export const Shell = () => {
  const me = useMe();
  const { pathname, search } = useLocation();
  const known = railed(me.data);
  if (known) return <Frame me={known} />;
  if (me.data || me.error?.status === 401)
    return (
      <Navigate replace to={pathname === '/' ? '/connexion' : `/connexion?suite=${encodeURIComponent(pathname + search)}`} />
    );
  if (me.error) return <ErrorPage error={me.error} retry={() => void me.refetch()} />;
  return <Skeleton lines={6} className="mx-auto max-w-3xl p-8" />;
};

const Frame = ({ me }: { me: Me }) => {
  const t = useMessages(messages);
  const phone = usePhone();
  const [searching, setSearching] = useState(false);
  const waiting = useWaiting(me);
  useArrival();
  useHotkey('mod+k', () => setSearching(true));
  const destinations = destinationsOf(me).filter((entry) => import.meta.env.DEV || pageExists(entry.page));
  return (
    <div className={phone ? 'flex min-h-dvh flex-col' : 'grid min-h-dvh grid-cols-[13rem_minmax(0,1fr)]'}>
      <a
        href="#contenu"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-surface focus:px-4 focus:py-2"
      >
        {t('skip')}
      </a>
      {phone ? (
        <header className="flex h-14 items-center gap-2 border-b border-line pr-2 pl-4">
          <Link to="/" aria-label={t('home')} className="mr-auto rounded-md">
            <Logo />
          </Link>
          {me.organisation.isDemo && <Badge tone="caution">{t('demo')}</Badge>}
          <IconButton label={t('search')} onPress={() => setSearching(true)}>
            <Search size={20} aria-hidden />
          </IconButton>
          <AccountButton me={me} compact />
        </header>
      ) : (
        <aside className="border-r border-line">
          <div className="sticky top-0 flex h-dvh flex-col gap-4 px-3 py-4">
            <Link to="/" aria-label={t('home')} className="rounded-md px-2">
              <Logo />
            </Link>
            <button
              type="button"
              onClick={() => setSearching(true)}
              className="flex h-9 items-center gap-2 rounded-md border border-line bg-surface px-2.5 text-sm text-ink-soft hover:border-edge"
            >
              <Search size={16} aria-hidden />
              <span className="flex-1 text-left">{t('search')}</span>
              <KeyHint keys="Ctrl K" />
            </button>
            <nav aria-label={t('navigation')} className="flex flex-col gap-0.5">
              {destinations.map((entry) => (
                <RailEntry key={entry.to} entry={entry} />
              ))}
            </nav>
            <div className="mt-auto flex flex-col gap-3">
              {me.organisation.isDemo && (
                <div className="px-2" title={t('demoWhy')}>
                  <Badge tone="caution">{t('demo')}</Badge>
                </div>
              )}
              <AccountButton me={me} />
            </div>
          </div>
        </aside>
      )}
      <main id="contenu" tabIndex={-1} className={classes('min-w-0 outline-none', phone && 'flex-1 pb-20')}>
        <WaitingStrip waiting={waiting} />
        <Suspense fallback={<Skeleton lines={6} className="max-w-3xl p-8" />}>
          <Outlet />
        </Suspense>
      </main>
      {phone && (
        <nav
          aria-label={t('navigation')}
          className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]"
        >
          {(destinations.length > 5 ? destinations.slice(0, 4) : destinations).map((entry) => (
            <BarEntry key={entry.to} entry={entry} />
          ))}
          {destinations.length > 5 && <MoreButton destinations={destinations.slice(4)} />}
        </nav>
      )}
      {searching && (
        <Suspense>
          <Palette isOpen onClose={() => setSearching(false)} destinations={destinations} member={me.actor.kind === 'member'} />
        </Suspense>
      )}
    </div>
  );
};

const RailEntry = ({ entry }: { entry: Destination }) => {
  const t = useMessages(messages);
  const isHere = isUnder(entry, useLocation().pathname);
  return (
    <NavLink
      to={entry.to}
      className={({ isActive }) =>
        classes(
          'flex h-9 items-center gap-2.5 rounded-md px-2.5 text-sm',
          isActive || isHere ? 'bg-primary-wash font-medium text-primary' : 'text-ink hover:bg-sunken',
        )
      }
    >
      <entry.icon size={17} strokeWidth={1.75} aria-hidden />
      {t(entry.label)}
    </NavLink>
  );
};

const BarEntry = ({ entry }: { entry: Destination }) => {
  const t = useMessages(messages);
  const isHere = isUnder(entry, useLocation().pathname);
  return (
    <NavLink
      to={entry.to}
      className={({ isActive }) =>
        classes(
          'flex h-15 min-w-0 flex-1 flex-col items-center justify-center gap-1 text-xs',
          isActive || isHere ? 'font-medium text-primary' : 'text-ink-soft',
        )
      }
    >
      <entry.icon size={20} strokeWidth={1.75} aria-hidden />
      <span className="max-w-full truncate">{t(entry.label)}</span>
    </NavLink>
  );
};
