import { StateLabel, type Tone } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { AmendmentLine } from './shapes.ts';

const tones: Record<AmendmentLine['status'], Tone> = {
  draft: 'neutral',
  discarded: 'neutral',
  sent: 'caution',
  signed: 'good',
  refused: 'bad',
  expired: 'neutral',
  withdrawn: 'neutral',
  overtaken: 'bad',
};

export const AmendmentState = ({ status }: Pick<AmendmentLine, 'status'>) => {
  const t = useMessages(messages);
  return <StateLabel tone={tones[status]}>{t(`status_${status}`)}</StateLabel>;
};

/** « Avenant n° 2 : créneaux élargis », or the draft’s subject. */
export const useAmendmentName = () => {
  const t = useMessages(messages);
  return ({ rank, subject }: Pick<AmendmentLine, 'rank' | 'subject'>): string =>
    rank === null ? subject || t('untitled') : t('named', { rank, subject });
};

/** From when it rules, and what it costs, in one line. */
export const useAmendmentFacts = () => {
  const t = useMessages(messages);
  const format = useFormats();
  return ({ status, rulesFrom, effectiveAt, validUntil, differenceCents }: AmendmentLine, now: string): string[] => {
    const effect = rulesFrom
      ? t(rulesFrom <= now ? 'rulesFrom' : 'willRule', { moment: format.moment(rulesFrom) })
      : effectiveAt
        ? t('willRule', { moment: format.moment(effectiveAt) })
        : t('atSignature');
    const money =
      differenceCents === null
        ? null
        : differenceCents === 0
          ? t('samePrice')
          : t(differenceCents > 0 ? 'more' : 'less', { money: format.money(Math.abs(differenceCents)) });
    return [
      status === 'sent' && validUntil ? t('signBefore', { day: format.day(validUntil) }) : null,
      ['draft', 'sent', 'signed'].includes(status) ? effect : null,
      money,
    ].filter((one): one is string => one !== null);
  };
};
