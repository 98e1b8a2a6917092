import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast';

export type ToastTone = 'good' | 'bad';
export type ToastContent = { message: string; tone: ToastTone; undo?: { label: string; run: () => void } };

export const toasts = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

/** Says something short that does not ask for an answer. With `undo`, gives eight seconds to change one's mind. */
export const notify = (message: string, options: { tone?: ToastTone; undo?: ToastContent['undo'] } = {}): void => {
  const content: ToastContent = { message, tone: options.tone ?? 'good', ...(options.undo ? { undo: options.undo } : {}) };
  toasts.add(content, { timeout: options.tone === 'bad' ? 12_000 : 8_000 });
};
