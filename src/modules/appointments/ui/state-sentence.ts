import type { Tone } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { AppointmentRow } from './shapes.ts';

export const tones: Record<AppointmentRow['state'], Tone> = {
  to_review: 'caution',
  accepted: 'good',
  refused: 'bad',
  contested: 'caution',
};

/** How a decision stands, in one sentence: who decided and when, or what happens by itself at the deadline. */
export const useStateSentence = () => {
  const t = useMessages(messages);
  const format = useFormats();
  return (row: AppointmentRow, { now, silence }: { now: string; silence?: 'accepted' | 'refused' }): string => {
    const decidedAt = row.decidedAt ? format.moment(row.decidedAt) : '';
    switch (row.state) {
      case 'to_review':
        return t(silence === 'refused' ? 'willBeRefused' : silence === 'accepted' ? 'willBeAccepted' : 'toAnswerBy', {
          moment: format.moment(row.reviewBy),
        });
      case 'accepted':
        return t(
          row.acceptedBy === 'silence'
            ? 'acceptedBySilence'
            : row.acceptedBy === 'ruling'
              ? 'acceptedByRuling'
              : row.refusal
                ? 'acceptedByConcession'
                : 'acceptedByClient',
          { moment: decidedAt },
        );
      case 'contested':
        return t('contestedSince', { moment: decidedAt });
      case 'refused':
        if (row.ruling) return t('refusedByRuling', { moment: decidedAt });
        if (row.contestBy && row.contestBy >= now) return t('refusedContestable', { moment: format.moment(row.contestBy) });
        return t(row.refusal ? 'refusedByClient' : 'refusedBySilence', { moment: decidedAt });
    }
  };
};
