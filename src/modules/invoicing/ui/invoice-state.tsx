import { StateLabel, type Tone } from '../../../web/design/index.ts';
import { type Formats, type Translate, useFormats, useMessages } from '../../../web/i18n/index.ts';
import type { InvoiceRow, InvoiceState } from './invoice-shapes.ts';
import { messages } from './messages.ts';

const tones: Record<InvoiceState, Tone> = { to_pay: 'neutral', overdue: 'bad', credited: 'caution', credit_note: 'neutral' };

export const InvoiceStateLabel = ({ state }: { state: InvoiceState }) => {
  const t = useMessages(messages);
  return <StateLabel tone={tones[state]}>{t(`state_${state}`)}</StateLabel>;
};

type Stated = Pick<InvoiceRow, 'state' | 'dueOn'>;

/** What happens next, and by when. */
export const nextFor = ({ state, dueOn }: Stated, t: Translate<keyof (typeof messages)['fr']>, format: Formats): string =>
  t(`next_${state}`, { day: dueOn ? format.shortDay(dueOn) : '' });

/** The same with the state's shape and colour: one line of a list. */
export const NextLabel = ({ invoice }: { invoice: Stated }) => {
  const t = useMessages(messages);
  const format = useFormats();
  return <StateLabel tone={tones[invoice.state]}>{nextFor(invoice, t, format)}</StateLabel>;
};
