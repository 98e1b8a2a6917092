import { StateLabel, type Tone } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import type { FrameworkStatus } from '../index.ts';
import { messages } from './messages.ts';

const tones: Record<FrameworkStatus, Tone> = {
  draft: 'neutral',
  sent: 'caution',
  signed: 'good',
  refused: 'bad',
  expired: 'neutral',
  withdrawn: 'neutral',
  ended: 'neutral',
};

export const FrameworkStatusLabel = ({ status }: { status: FrameworkStatus }) => {
  const t = useMessages(messages);
  return <StateLabel tone={tones[status]}>{t(`status_${status}`)}</StateLabel>;
};
