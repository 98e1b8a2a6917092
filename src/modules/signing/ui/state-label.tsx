import { StateLabel, type Tone } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import type { SigningState } from '../index.ts';
import { messages } from './messages.ts';

const tones: Record<SigningState, Tone> = {
  preparing: 'neutral',
  sent: 'neutral',
  read: 'neutral',
  consented: 'neutral',
  client_signed: 'caution',
  signed: 'good',
  signed_on_paper: 'good',
  refused: 'bad',
  withdrawn: 'neutral',
};

export const SigningStateLabel = ({ state }: { state: SigningState }) => {
  const t = useMessages(messages);
  return <StateLabel tone={tones[state]}>{t(`state_${state}`)}</StateLabel>;
};
