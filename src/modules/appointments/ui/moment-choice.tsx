import type { RefObject } from 'react';
import { Button, RadioGroup, TextField, type AudioHandle } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import { printedMoment, typedMoment } from './moment.ts';

export type Claim = { place: 'call' | 'outside'; momentText: string; text: string };
/** What the rules read: a second of the call, or null with an explanation. A moment wrongly typed is no moment. */
export const claimed = ({ place, momentText, text }: Claim) => ({
  momentSeconds: place === 'call' ? typedMoment(momentText) : null,
  text,
});

type Props = {
  claim: Claim;
  onChange: (claim: Claim) => void;
  player: RefObject<AudioHandle | null>;
  hasSound: boolean;
  where: string;
  moment: string;
  words: string;
};

/** Points at the call, or says what happened outside it. */
export const MomentChoice = ({ claim, onChange, player, hasSound, where, moment, words }: Props) => {
  const t = useMessages(messages);
  const inCall = claim.place === 'call';
  return (
    <>
      {hasSound && (
        <RadioGroup
          label={where}
          value={claim.place}
          onChange={(place) => onChange({ ...claim, place })}
          options={[
            { value: 'call', label: t('inCall') },
            { value: 'outside', label: t('outsideCall'), hint: t('outsideCallHint') },
          ]}
        />
      )}
      {inCall && hasSound && (
        <div className="flex flex-wrap items-end gap-2">
          <div className="w-60">
            <TextField
              label={moment}
              figures
              inputMode="numeric"
              value={claim.momentText}
              onChange={(momentText) => onChange({ ...claim, momentText })}
              error={typedMoment(claim.momentText) === null ? t('momentWrong') : undefined}
            />
          </div>
          <Button
            size="sm"
            onPress={() => onChange({ ...claim, momentText: printedMoment(player.current?.currentSeconds() ?? 0) })}
          >
            {t('takePosition')}
          </Button>
        </div>
      )}
      <TextField
        label={inCall && hasSound ? words : t('wordsOutside')}
        lines={3}
        value={claim.text}
        onChange={(text) => onChange({ ...claim, text })}
        optional={inCall && hasSound}
      />
    </>
  );
};
