import { request, useCommand } from '../../../web/api/client.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import { addressOf, type Subject } from './shapes.ts';

type Opening = { target: object; text: string; proposal: object | null };

/** Sends a remark or a proposal; what was typed stays when the answer is no. */
export const useOpening = (subject: Subject, onDone: () => void) => {
  const t = useMessages(messages);
  const address = addressOf(subject);
  return useCommand((opening: Opening) => request('POST', `${address}/items`, opening), {
    invalidate: [['negotiations']],
    done: t('sent'),
    onDone,
    quiet: true,
  });
};
