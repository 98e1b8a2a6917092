import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { StateLabel, usePhone, type Tone } from '../../../web/design/index.ts';
import { useFormats, useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { statusLabels, type ProspectStatus } from '../domain/calling/prospect-state.ts';
import type { Prospect } from './import-shapes.ts';
import { messages } from './messages.ts';

export const statusTones: Record<ProspectStatus, Tone> = {
  to_call: 'neutral',
  leased: 'caution',
  to_retry: 'neutral',
  callback: 'caution',
  closed: 'good',
  suppressed: 'bad',
};

type Props = { rows: readonly Prospect[]; onOpen: (id: string) => void; onEnd: () => void; loadingMore: boolean };
// Company, contact, phone, town, state, next, attempts, last outcome.
const columns = 'grid-cols-[minmax(12rem,2fr)_minmax(9rem,1fr)_9rem_minmax(8rem,1fr)_8rem_12rem_6rem_6rem]';

/** A list of any length: only the rows in sight exist, and the next page is asked for as its end comes near. */
export const ProspectList = ({ rows, onOpen, onEnd, loadingMore }: Props) => {
  const t = useMessages(messages);
  const frame = useRef<HTMLDivElement>(null);
  const isPhone = usePhone();
  const rowHeight = isPhone ? 64 : 36;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  // A telephone that is turned changes the height of every row.
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - 40) onEnd();
  }, [last, rows.length, onEnd]);
  if (isPhone)
    return (
      <div className="flex flex-col gap-2">
        <div ref={frame} className="h-[70vh] overflow-auto rounded-md border border-line bg-surface">
          <ul aria-label={t('prospects')} className="relative" style={{ height: virtual.getTotalSize() }}>
            {shown.map((item) => (
              <PhoneRow key={item.key} prospect={rows[item.index]!} top={item.start} onOpen={onOpen} />
            ))}
          </ul>
        </div>
        <p role="status" className="text-xs text-ink-soft tabular-nums">
          {loadingMore ? t('loadingMore') : t('shown', { count: rows.length })}
        </p>
      </div>
    );
  const heads = [t('company'), t('contact'), t('phone'), t('city'), t('state'), t('next'), t('attempts'), t('lastResult')];
  return (
    <div className="flex flex-col gap-2">
      <div ref={frame} className="h-[65vh] overflow-auto rounded-md border border-line bg-surface" tabIndex={-1}>
        <div role="table" aria-label={t('prospects')} aria-rowcount={rows.length} className="min-w-[70rem] text-sm">
          <div
            role="row"
            className={`sticky top-0 z-10 grid h-9 items-center border-b border-line bg-surface text-xs font-medium text-ink-soft ${columns}`}
          >
            {heads.map((head) => (
              <span key={head} role="columnheader" className="px-3">
                {head}
              </span>
            ))}
          </div>
          <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
            {shown.map((item) => (
              <Row key={item.key} prospect={rows[item.index]!} index={item.index} top={item.start} onOpen={onOpen} />
            ))}
          </div>
        </div>
      </div>
      <p role="status" className="text-xs text-ink-soft tabular-nums">
        {loadingMore ? t('loadingMore') : t('shown', { count: rows.length })}
      </p>
    </div>
  );
};

const Row = ({
  prospect,
  index,
  top,
  onOpen,
}: {
  prospect: Prospect;
  index: number;
  top: number;
  onOpen: (id: string) => void;
}) => {
  const t = useMessages(messages);
  const format = useFormats();
  const { language } = useLanguage();
  const waits = prospect.status === 'to_retry' || prospect.status === 'callback';
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`absolute inset-x-0 grid h-9 cursor-pointer items-center border-b border-line hover:bg-sunken ${columns}`}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onOpen(prospect.id)}
    >
      <span role="cell" className="truncate px-3">
        <button
          type="button"
          className="max-w-full truncate rounded-md font-medium hover:text-primary"
          onClick={() => onOpen(prospect.id)}
        >
          {prospect.company ?? prospect.lastName ?? t('noName')}
        </button>
      </span>
      <span role="cell" className="truncate px-3">
        {[prospect.firstName, prospect.lastName].filter(Boolean).join(' ')}
      </span>
      <span role="cell" className="px-3 tabular-nums">
        {format.phone(prospect.phone)}
      </span>
      <span role="cell" className="truncate px-3">
        {[prospect.postalCode, prospect.city].filter(Boolean).join(' ')}
      </span>
      <span role="cell" className="px-3">
        <StateLabel tone={statusTones[prospect.status]}>{statusLabels[prospect.status][language]}</StateLabel>
      </span>
      <span role="cell" className="truncate px-3 text-ink-soft">
        {waits ? format.moment(prospect.nextAt) : prospect.status === 'to_call' ? t('nowCallable') : '—'}
      </span>
      <span role="cell" className="px-3 tabular-nums">
        {format.count(prospect.attempts)}
      </span>
      <span role="cell" className="px-3">
        {prospect.lastCode ?? '—'}
      </span>
    </div>
  );
};

const PhoneRow = ({ prospect, top, onOpen }: { prospect: Prospect; top: number; onOpen: (id: string) => void }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const { language } = useLanguage();
  return (
    <li className="absolute inset-x-0 h-16 border-b border-line" style={{ transform: `translateY(${top}px)` }}>
      <button
        type="button"
        onClick={() => onOpen(prospect.id)}
        className="flex h-full w-full flex-col justify-center gap-0.5 px-4 text-left outline-offset-[-2px]"
      >
        <span className="flex w-full items-baseline justify-between gap-3">
          <span className="truncate font-medium">{prospect.company ?? prospect.lastName ?? t('noName')}</span>
          <StateLabel tone={statusTones[prospect.status]}>{statusLabels[prospect.status][language]}</StateLabel>
        </span>
        <span className="flex w-full justify-between gap-3 text-sm text-ink-soft tabular-nums">
          <span className="truncate">{[prospect.lastName, prospect.city].filter(Boolean).join(' · ')}</span>
          <span className="shrink-0">{format.phone(prospect.phone)}</span>
        </span>
      </button>
    </li>
  );
};
