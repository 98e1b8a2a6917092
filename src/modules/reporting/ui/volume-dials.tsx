import { Card, Dial, Section, StateLabel, usePhone, type Tone } from '../../../web/design/index.ts';
import { isOver, type Board, type Volume } from './shapes.ts';
import { inUnit, useWords, type Words } from './use-words.ts';

const tones: Record<Volume['state'], Tone> = { normal: 'good', warning: 'caution', used_up: 'bad' };

/** What was bought and what is used of it, with the needle at the planned pace. */
export const VolumeDials = ({ board }: { board: Board }) => {
  const words = useWords();
  const { t, coded } = words;
  const phone = usePhone();
  if (board.volumes.length === 0) return null;
  return (
    <Section title={t('volumes')} aside={<p className="text-xs text-ink-soft">{t('volumesHint')}</p>}>
      <Card className="flex flex-wrap justify-around gap-x-2 gap-y-8 md:gap-x-6">
        {board.volumes.map((volume) => (
          <div key={volume.id} className="flex w-36 flex-col items-center gap-2 md:w-52">
            <Dial
              label={coded('', volume.id)}
              used={inUnit(volume.id, volume.consumed)}
              total={inUnit(volume.id, volume.signed)}
              today={volume.elapsedShare}
              size={phone ? 'sm' : 'md'}
              {...(volume.id === 'hours' ? { unit: t('hoursUnit') } : {})}
            >
              {paceText(words, volume)}
            </Dial>
            <StateLabel tone={isOver(board) ? 'good' : tones[volume.state]}>
              {isOver(board) && volume.state !== 'normal'
                ? t(volume.state === 'used_up' ? 'doneWhole' : 'doneMost')
                : t(`state_${volume.state}`, { percent: board.warnAtPercent })}
            </StateLabel>
            {volume.period && volume.period !== 'mission' && (
              <span className="text-xs text-ink-soft">{t(`period_${volume.period}`)}</span>
            )}
            {volume.article && <span className="text-xs text-ink-soft">{t('article', { article: volume.article })}</span>}
          </div>
        ))}
      </Card>
    </Section>
  );
};

/** How far from an even pace, in the volume's own unit; a hundredth of the volume is no distance. */
const paceText = ({ t, format }: Words, { id, consumed, signed, elapsedShare }: Volume): string => {
  const distance = inUnit(id, consumed) - inUnit(id, signed) * elapsedShare;
  const shown = id === 'hours' ? Math.round(Math.abs(distance) * 10) / 10 : Math.round(Math.abs(distance));
  if (shown === 0 || Math.abs(distance) < inUnit(id, signed) / 100) return t('onPace');
  if (elapsedShare === 1 && distance < 0) return t(id === 'hours' ? 'unusedHours' : 'unused', { count: format.count(shown) });
  const key = distance > 0 ? (id === 'hours' ? 'aheadHours' : 'ahead') : id === 'hours' ? 'behindHours' : 'behind';
  return t(key, { count: format.count(shown) });
};
