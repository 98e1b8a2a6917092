import { Card } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import type { ImportDetail } from './import-shapes.ts';
import { messages } from './messages.ts';

/** The import goes on by itself; the count is told live. */
export const RunningStep = ({ state }: { state: ImportDetail }) => {
  const t = useMessages(messages);
  const format = useFormats();
  return (
    <Card className="flex flex-col gap-3">
      <h2 className="text-lg font-semibold">{t('runningTitle')}</h2>
      <p className="max-w-reading text-sm text-ink-soft">{t('runningLead')}</p>
      <div
        role="progressbar"
        aria-label={t('runningTitle')}
        aria-valuetext={t('rowsDone', { count: state.rowsDone })}
        className="h-1.5 overflow-hidden rounded-full bg-line"
      >
        <div className="h-full w-1/3 rounded-full bg-primary motion-safe:animate-pulse" />
      </div>
      <p role="status" className="text-sm tabular-nums">
        {state.fileName} · {format.bytes(state.byteLength)} · {t('rowsDone', { count: state.rowsDone })}
      </p>
    </Card>
  );
};
