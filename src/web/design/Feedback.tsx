import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { ApiError } from '../api/request.ts';
import { useMessages } from '../i18n/language.tsx';
import { Button, ButtonLink } from './Button.tsx';
import { classes } from './classes.ts';
import { words } from './words.ts';

/** Nothing yet: says what will be here and offers the act that fills it. */
export const Empty = ({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) => (
  <div className="flex flex-col items-start gap-3 rounded-md border border-dashed border-edge px-6 py-8">
    <p className="text-base font-semibold">{title}</p>
    {children && <div className="max-w-reading text-sm text-ink-soft">{children}</div>}
    {action}
  </div>
);

/** The place where something will be, while it loads. */
export const Skeleton = ({ lines = 3, className }: { lines?: number; className?: string }) => {
  const t = useMessages(words);
  return (
    <div role="status" aria-label={t('loading')} className={classes('flex animate-pulse flex-col gap-3', className)}>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={classes('h-4 rounded-md bg-line', index % 3 === 2 ? 'w-2/3' : 'w-full')} />
      ))}
    </div>
  );
};

/** What went wrong, in the server's sentence, with the reference that finds it in the log. */
export const ErrorPage = ({ error, retry }: { error: unknown; retry?: () => void }) => {
  const t = useMessages(words);
  const known = error instanceof ApiError ? error : null;
  const missing = known?.status === 404;
  return (
    <div className="mx-auto flex w-full max-w-xl flex-col items-start gap-4 px-4 py-16" role="alert">
      <h1 className="text-xl font-semibold">{missing ? t('notFoundTitle') : t('errorTitle')}</h1>
      <p className="text-base text-ink-soft">{known?.message ?? (error instanceof Error ? error.message : String(error))}</p>
      {known?.requestId && !missing && <p className="text-xs text-ink-soft">{t('requestId', { id: known.requestId })}</p>}
      <div className="flex gap-3">
        {retry && !missing && (
          <Button variant="primary" onPress={retry}>
            {t('retry')}
          </Button>
        )}
        <ButtonLink to="/">{t('backHome')}</ButtonLink>
      </div>
    </div>
  );
};

/** Loading, failed or ready: `<Loaded read={read}>{(value) => …}</Loaded>`. */
export const Loaded = <T,>({
  read,
  children,
  lines = 6,
}: {
  read: UseQueryResult<T, ApiError>;
  children: (value: T) => ReactNode;
  lines?: number;
}) => {
  if (read.data !== undefined) return children(read.data);
  if (read.error) return <ErrorPage error={read.error} retry={() => void read.refetch()} />;
  return <Skeleton lines={lines} className="py-4" />;
};
