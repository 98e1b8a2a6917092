export type ToastTone = 'good' | 'bad';
export type ToastContent = { message: string; tone: ToastTone; undo?: { label: string; run: () => void } };

/** Says something short that does not ask for an answer. With `undo`, gives eight seconds to change one's mind. */
export const notify = (message: string, options: { tone?: ToastTone; undo?: ToastContent['undo'] } = {}): void => {
  const content: ToastContent = { message, tone: options.tone ?? 'good', ...(options.undo ? { undo: options.undo } : {}) };
  // Loaded at the first message: most visits have none.
  void import('./Toast.tsx').then(({ toasts }) => toasts.add(content, { timeout: content.tone === 'bad' ? 12_000 : 8_000 }));
};
