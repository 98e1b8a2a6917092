import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';

const sweep = 300;
const point = (share: number, radius: number) => {
  const angle = ((share * sweep - sweep / 2 - 90) * Math.PI) / 180;
  return [24 + radius * Math.cos(angle), 24 + radius * Math.sin(angle)] as const;
};
const arc = (to: number) => {
  const [x1, y1] = point(0, 19);
  const [x2, y2] = point(to, 19);
  return `M${x1.toFixed(2)} ${y1.toFixed(2)}A19 19 0 ${to * sweep > 180 ? 1 : 0} 1 ${x2.toFixed(2)} ${y2.toFixed(2)}`;
};

/** What is left of a delay, at a glance: the arc fills until the deadline, the needle is now, the figure is what remains. */
export const DeadlineDial = ({ from, to, now, large = false }: { from: string; to: string; now: string; large?: boolean }) => {
  const t = useMessages(messages);
  const left = Math.max(0, Date.parse(to) - Date.parse(now));
  const whole = Math.max(1, Date.parse(to) - Date.parse(from));
  const used = Math.min(1, Math.max(0, 1 - left / whole));
  const hours = left / 3_600_000;
  const [text, words] =
    hours >= 48
      ? [t('shortDays', { count: Math.floor(hours / 24) }), t('leftDays', { count: Math.floor(hours / 24) })]
      : hours >= 1
        ? [t('shortHours', { count: Math.floor(hours) }), t('leftHours', { count: Math.floor(hours) })]
        : [t('shortMinutes', { count: Math.ceil(hours * 60) }), t('leftMinutes', { count: Math.ceil(hours * 60) })];
  const [x1, y1] = point(used, 14.5);
  const [x2, y2] = point(used, 23);
  return (
    <svg viewBox="0 0 48 48" role="img" aria-label={words} className={large ? 'size-24 shrink-0' : 'size-12 shrink-0'}>
      <path d={arc(1)} fill="none" stroke="var(--color-line)" strokeWidth="4" />
      {used > 0.001 && (
        <path
          d={arc(used)}
          fill="none"
          stroke="currentColor"
          strokeWidth="4"
          className={used >= 0.8 ? 'text-caution' : 'text-primary'}
        />
      )}
      <line x1={x1} y1={y1} x2={x2} y2={y2} stroke="currentColor" strokeWidth="2" strokeLinecap="round" className="text-needle" />
      <text x="24" y="28" textAnchor="middle" className="fill-ink text-[11px] font-semibold tabular-nums">
        {text}
      </text>
    </svg>
  );
};
