import type { ReactNode } from 'react';
import { useFormats } from '../i18n/format.ts';
import { useMessages } from '../i18n/language.tsx';
import { classes } from './classes.ts';
import { words } from './words.ts';

type DialProps = {
  /** What is measured: « Appels », « Heures », « Délai de validation ». */
  label: string;
  used: number;
  total: number;
  /** Where today stands on the same arc, 0..1 of the period: the needle. */
  today?: number | undefined;
  unit?: string;
  /** One sentence: « 12 sur 20, au rythme actuel 19 le 31 ». */
  children?: ReactNode;
  size?: 'md' | 'sm';
};

const sweep = 240;
const start = -sweep / 2;
const point = (share: number, radius: number) => {
  const angle = ((start + share * sweep - 90) * Math.PI) / 180;
  return [60 + radius * Math.cos(angle), 60 + radius * Math.sin(angle)] as const;
};
const arc = (from: number, to: number, radius: number) => {
  const [x1, y1] = point(from, radius);
  const [x2, y2] = point(to, radius);
  return `M${x1.toFixed(2)} ${y1.toFixed(2)}A${radius} ${radius} 0 ${(to - from) * sweep > 180 ? 1 : 0} 1 ${x2.toFixed(2)} ${y2.toFixed(2)}`;
};
const graduations = Array.from({ length: 21 }, (_, index) => index / 20);

/** A signed volume or deadline: graduated arc filled by what is used, needle at today. Warns from 80 %, by word as well as colour. */
export const Dial = ({ label, used, total, today, unit, children, size = 'md' }: DialProps) => {
  const format = useFormats();
  const t = useMessages(words);
  const share = total > 0 ? used / total : 0;
  const filled = Math.min(1, Math.max(0, share));
  const colour = share > 1 ? 'text-bad' : share >= 0.8 ? 'text-caution' : 'text-primary';
  const reading = `${t('of', { used: format.count(used), total: format.count(total) })}${unit ? ` ${unit}` : ''}`;
  return (
    <figure className={classes('flex flex-col items-center', size === 'sm' ? 'w-32' : 'w-44')}>
      <svg
        viewBox="0 0 120 98"
        role="img"
        aria-label={`${label}\u00a0: ${reading}, ${format.share(share)}`}
        className="w-full overflow-visible"
      >
        {graduations.map((at, index) => {
          const [x1, y1] = point(at, 56);
          const [x2, y2] = point(at, index % 5 === 0 ? 50.5 : 53);
          return (
            <line key={at} x1={x1} y1={y1} x2={x2} y2={y2} stroke="var(--color-edge)" strokeWidth={index % 5 === 0 ? 1.4 : 0.8} />
          );
        })}
        <path d={arc(0, 1, 44)} fill="none" stroke="var(--color-line)" strokeWidth="7" />
        {filled > 0 && <path d={arc(0, filled, 44)} fill="none" stroke="currentColor" strokeWidth="7" className={colour} />}
        {today !== undefined && today >= 0 && today <= 1 && (
          <g className="text-needle">
            <line
              x1={point(today, 36)[0]}
              y1={point(today, 36)[1]}
              x2={point(today, 57)[0]}
              y2={point(today, 57)[1]}
              stroke="currentColor"
              strokeWidth="2.2"
              strokeLinecap="round"
            />
          </g>
        )}
        <text x="60" y="62" textAnchor="middle" className="fill-ink text-[22px] font-semibold tabular-nums">
          {format.count(used)}
        </text>
        <text
          x="60"
          y="77"
          textAnchor="middle"
          className="fill-ink-soft text-[10px] tabular-nums"
        >{`/ ${format.count(total)}${unit ? ` ${unit}` : ''}`}</text>
        <text
          x="60"
          y="94"
          textAnchor="middle"
          className={classes('text-[10px] font-medium', share > 1 ? 'fill-bad' : share >= 0.8 ? 'fill-caution' : 'fill-ink-soft')}
        >
          {format.share(share)}
        </text>
      </svg>
      <figcaption className="mt-2 text-center">
        <span className="block text-sm font-medium">{label}</span>
        {children && <span className="mt-0.5 block text-xs text-ink-soft">{children}</span>}
      </figcaption>
    </figure>
  );
};
