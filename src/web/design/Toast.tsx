import { X } from 'lucide-react';
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast';
import { useMessages } from '../i18n/language.tsx';
import { Button, IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import type { ToastContent as Content } from './notify.ts';
import { words } from './words.ts';

export const toasts = new ToastQueue<Content>({ maxVisibleToasts: 3 });

/** Where `notify` speaks. The shell holds the only one. */
export default function Toasts() {
  const t = useMessages(words);
  return (
    <ToastRegion
      queue={toasts}
      aria-label={t('notifications')}
      className="pointer-events-none fixed inset-x-4 top-16 z-50 flex flex-col items-center gap-2 outline-none md:top-auto md:right-auto md:bottom-4 md:left-56"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className={classes(
            'pointer-events-auto flex w-full max-w-md items-center gap-3 md:w-96 rounded-md border bg-surface py-2 pr-2 pl-4 shadow-raised',
            toast.content.tone === 'bad' ? 'border-bad' : 'border-line',
          )}
        >
          <span aria-hidden className={classes('text-xs', toast.content.tone === 'bad' ? 'text-bad' : 'text-good')}>
            {toast.content.tone === 'bad' ? '▲' : '✓'}
          </span>
          <ToastContent className="flex-1 py-1.5 text-sm">
            <Text slot="title">{toast.content.message}</Text>
          </ToastContent>
          {toast.content.undo && (
            <Button
              variant="quiet"
              size="sm"
              onPress={() => {
                toast.content.undo?.run();
                toasts.close(toast.key);
              }}
            >
              {toast.content.undo.label}
            </Button>
          )}
          <IconButton label={t('close')} onPress={() => toasts.close(toast.key)}>
            <X size={16} aria-hidden />
          </IconButton>
        </AriaToast>
      )}
    </ToastRegion>
  );
}
