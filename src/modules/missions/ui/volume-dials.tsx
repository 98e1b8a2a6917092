import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { Line } from './missions.page.tsx';

type Volume = Line['volumes'][number];
const colours: Record<Volume['state'], string> = { normal: 'text-primary', warning: 'text-caution', used_up: 'text-bad' };
const inUnit = ({ id }: Volume, value: number) => (id === 'hours' ? Math.round(value / 6) / 10 : value);

// A half-turn of 14 units of radius.
const arc = (share: number, radius: number) => {
  const angle = Math.PI * (1 - Math.min(1, Math.max(0, share)));
  return `M${16 - radius} 16A${radius} ${radius} 0 0 1 ${(16 + radius * Math.cos(angle)).toFixed(2)} ${(16 - radius * Math.sin(angle)).toFixed(2)}`;
};

/** The signed volumes of a row as small dials: filled by what is used, a needle at the planned pace. */
export const SmallDials = ({ volumes, isClosed }: { volumes: readonly Volume[]; isClosed: boolean }) => {
  const t = useMessages(messages);
  const format = useFormats();
  return (
    <ul className="flex gap-4 py-1 max-md:justify-end">
      {volumes.map((volume) => (
        <li
          key={volume.id}
          className="flex flex-col items-center"
          title={`${t(`v_${volume.id}`)} · ${t('volumeOf', { used: format.count(inUnit(volume, volume.consumed)), signed: format.count(inUnit(volume, volume.signed)) })}`}
        >
          <SmallDial
            share={volume.consumed / volume.signed}
            today={volume.elapsedShare}
            colour={isClosed ? colours.normal : colours[volume.state]}
          />
          <span className="text-xs whitespace-nowrap tabular-nums">
            {format.count(inUnit(volume, volume.consumed))}
            <span className="text-ink-soft"> / {format.count(inUnit(volume, volume.signed))}</span>
          </span>
          <span className="text-xs whitespace-nowrap text-ink-soft">{t(`v_${volume.id}`)}</span>
        </li>
      ))}
    </ul>
  );
};

const SmallDial = ({ share, today, colour }: { share: number; today: number; colour: string }) => {
  const angle = Math.PI * (1 - today);
  const at = (radius: number) => [16 + radius * Math.cos(angle), 16 - radius * Math.sin(angle)] as const;
  return (
    <svg aria-hidden viewBox="0 0 32 18" className="h-5 w-9 overflow-visible">
      <path d={arc(1, 13)} fill="none" stroke="var(--color-line)" strokeWidth="4" />
      {share > 0 && <path d={arc(share, 13)} fill="none" stroke="currentColor" strokeWidth="4" className={colour} />}
      <line
        x1={at(9)[0]}
        y1={at(9)[1]}
        x2={at(16.5)[0]}
        y2={at(16.5)[1]}
        stroke="var(--color-needle)"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </svg>
  );
};
