import { useState } from 'react';
import { type Answer, request, useCommand, useRead } from '../../../web/api/client.ts';
import { Button, Dialog, Loaded, Notice, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';

type Sentences = Answer<'get', '/amendments/{id}/clauses/{clauseId}'>;
type Replacement = Answer<'post', '/amendments/{id}/clauses/{clauseId}/wording'>;
type Edit = { passageId: string; before: string; after: string };
type Props = {
  amendmentId: string;
  clause: { id: string; title: string };
  onClose: () => void;
  onReworded: (replacement: Replacement) => void;
};

/** A clause rewritten sentence by sentence; what the conditions say in it stays theirs. */
export const RewordDialog = ({ amendmentId, clause, onClose, onReworded }: Props) => {
  const t = useMessages(messages);
  const path = `/amendments/${amendmentId}/clauses/${clause.id}`;
  const read = useRead<Sentences>(path, { staleTime: 0, gcTime: 0 });
  const [edits, setEdits] = useState<Record<string, Edit>>({});
  const changed = Object.values(edits).filter(({ before, after }) => before !== after && after.trim());
  const command = useCommand(() => request<Replacement>('POST', `${path}/wording`, { edits: changed }), {
    quiet: true,
    onDone: onReworded,
  });
  return (
    <Dialog
      isOpen
      wide
      title={t('rewordTitle', { title: clause.title })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            onPress={() => command.mutate()}
            isPending={command.isPending}
            whyDisabled={changed.length ? null : t('rewordNothing')}
          >
            {t('rewordTake')}
          </Button>
        </>
      }
    >
      <p className="text-sm text-ink-soft">{t('rewordLead')}</p>
      <Loaded read={read}>
        {({ passages }) => (
          <div className="flex flex-col gap-5">
            {passages.map((passage) => (
              <section key={passage.id} className="flex flex-col gap-3">
                <h4 className="text-sm font-semibold text-ink-soft">
                  {[passage.number, passage.title].filter(Boolean).join('. ')}
                </h4>
                {passage.lines.map(({ text, listed, rewritable }) => {
                  const key = `${passage.id} ${text}`;
                  const words = text.slice(0, 60);
                  return rewritable ? (
                    <TextField
                      key={key}
                      label={t('rewordSentence', { words })}
                      lines={Math.min(8, Math.ceil(text.length / 80) + 1)}
                      maxLength={10_000}
                      value={edits[key]?.after ?? text}
                      onChange={(after) => setEdits({ ...edits, [key]: { passageId: passage.id, before: text, after } })}
                    />
                  ) : (
                    <p key={key} className="max-w-reading text-sm">
                      {listed && '– '}
                      {text} <span className="text-xs text-ink-soft">({t('rewordDrawn')})</span>
                    </p>
                  );
                })}
              </section>
            ))}
          </div>
        )}
      </Loaded>
      {command.error && <Notice tone="bad">{command.error.message}</Notice>}
    </Dialog>
  );
};
