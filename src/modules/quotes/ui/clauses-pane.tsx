import { Plus, X } from 'lucide-react';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import { Button, IconButton, Loaded, Notice, Select } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';

type Line = { id: string; title: string; summary: string };
type Clauses = {
  modelId: string;
  models: (Line & { isOwn: boolean })[];
  parts: { title: string; clauses: (Line & { number: string; removable: boolean })[] }[];
  available: Line[];
};

/** The clauses of the draft, in reading order: those of choice may be taken out, others may join. */
export const ClausesPane = ({
  quoteId,
  flush,
  onChanged,
}: {
  quoteId: string;
  flush: () => Promise<void>;
  /** The draft has another revision: the editor reads it again. */
  onChanged: () => Promise<void>;
}) => {
  const t = useMessages(messages);
  const read = useRead<Clauses>(`/quotes/${quoteId}/clauses`);
  const change = useCommand(
    async ({ id, adds }: { id: string; adds: boolean }) => {
      await flush();
      if (adds) await request('POST', `/quotes/${quoteId}/clauses`, { clauseId: id });
      else await request('DELETE', `/quotes/${quoteId}/clauses/${id}`);
      await onChanged();
    },
    { invalidate: [['quotes']], quiet: true },
  );
  const takeModel = useCommand(
    async (modelId: string) => {
      await flush();
      await request('PUT', `/quotes/${quoteId}/model`, { modelId });
      await onChanged();
    },
    { invalidate: [['quotes']], quiet: true },
  );
  return (
    <Loaded read={read}>
      {({ modelId, models, parts, available }) => (
        <div className="flex flex-col gap-6 text-sm">
          {(change.error ?? takeModel.error) && <Notice tone="bad">{(change.error ?? takeModel.error)?.message}</Notice>}
          {models.length > 1 && (
            <Select
              label={t('clausesModel')}
              value={modelId}
              onChange={(next) => next && next !== modelId && takeModel.mutate(next)}
              options={models.map(({ id, title, isOwn }) => ({
                value: id,
                label: isOwn ? `${title} (${t('clausesOwn')})` : title,
              }))}
            />
          )}
          {available.length > 0 && (
            <section className="flex flex-col gap-2">
              <h3 className="font-medium">{t('clausesToAdd')}</h3>
              <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
                {available.map(({ id, title, summary }) => (
                  <li key={id} className="flex items-center justify-between gap-3 px-3 py-2">
                    <span className="min-w-0">
                      <span className="block font-medium">{title}</span>
                      <span className="block text-xs text-ink-soft">{summary}</span>
                    </span>
                    <Button
                      size="sm"
                      aria-label={t('clauseAddWhat', { title })}
                      isPending={change.isPending}
                      onPress={() => change.mutate({ id, adds: true })}
                    >
                      <Plus size={15} aria-hidden />
                      {t('clauseAdd')}
                    </Button>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {parts.map((part) => (
            <section key={part.title} className="flex flex-col gap-2">
              <h3 className="font-medium">{part.title}</h3>
              <ol className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
                {part.clauses.map(({ id, number, title, summary, removable }) => (
                  <li key={id} className="flex items-start gap-3 px-3 py-2">
                    <span className="w-8 shrink-0 text-ink-soft tabular-nums">{number}</span>
                    <span className="min-w-0 flex-1">
                      <span className="block">{title}</span>
                      <span className="block text-xs text-ink-soft">{summary}</span>
                    </span>
                    {removable && (
                      <IconButton label={t('clauseRemove', { title })} onPress={() => change.mutate({ id, adds: false })}>
                        <X size={16} aria-hidden />
                      </IconButton>
                    )}
                  </li>
                ))}
              </ol>
            </section>
          ))}
        </div>
      )}
    </Loaded>
  );
};
