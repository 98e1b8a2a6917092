import { StateLabel, type Tone } from '../../../web/design/index.ts';
import { type Formats, type Translate, useMessages } from '../../../web/i18n/index.ts';
import type { InvoiceRow, InvoiceState } from './invoice-shapes.ts';
import { messages } from './messages.ts';

const tones: Record<InvoiceState, Tone> = { to_pay: 'neutral', overdue: 'bad', credited: 'caution', credit_note: 'neutral' };

export const InvoiceStateLabel = ({ state }: { state: InvoiceState }) => {
  const t = useMessages(messages);
  return <StateLabel tone={tones[state]}>{t(`state_${state}`)}</StateLabel>;
};

/** What happens next, and by when. */
export const nextFor = (
  { state, dueOn }: Pick<InvoiceRow, 'state' | 'dueOn'>,
  t: Translate<keyof (typeof messages)['fr']>,
  format: Formats,
): string => t(`next_${state}`, { day: dueOn ? format.day(dueOn) : '' });
