import { StateLabel, type Tone } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import type { QuoteStatus } from '../index.ts';
import { messages } from './messages.ts';

const tones: Record<QuoteStatus, Tone> = {
  draft: 'neutral',
  sent: 'neutral',
  signed: 'good',
  refused: 'bad',
  expired: 'bad',
  withdrawn: 'neutral',
};

export const QuoteStatusLabel = ({ status }: { status: QuoteStatus }) => {
  const t = useMessages(messages);
  return <StateLabel tone={tones[status]}>{t(`status_${status}`)}</StateLabel>;
};
