import './design/tokens.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { ApiError } from './api/request.ts';
import { LanguageProvider } from './i18n/language.tsx';
import { routes } from './routes.tsx';
import { applyTheme, readTheme } from './shell/theme.ts';

applyTheme(readTheme());

// A page open since before an update asks for pieces that are gone: load the new version, once.
addEventListener('vite:preloadError', (event) => {
  const lastReload = Number(sessionStorage.getItem('cadran_reloaded') ?? 0);
  if (Date.now() - lastReload < 10_000) return;
  sessionStorage.setItem('cadran_reloaded', String(Date.now()));
  event.preventDefault();
  location.reload();
});

const Toasts = lazy(() => import('./design/Toast.tsx'));

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal is an answer: only a silent or broken server is asked again.
      retry: (failures, error) => failures < 2 && (!(error instanceof ApiError) || error.status === 0 || error.status >= 500),
    },
  },
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <RouterProvider router={createBrowserRouter(routes)} />
        <Suspense>
          <Toasts />
        </Suspense>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
