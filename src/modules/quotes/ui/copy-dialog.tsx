import { useState } from 'react';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import { Button, ComboBox, Dialog, notify } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { copiedDraft } from '../domain/copy-draft.ts';
import { useEditing } from './editing.tsx';
import { messages } from './messages.ts';
import type { QuoteDetail, QuoteRow } from './shapes.ts';

/** Puts the terms of another quote on screen; one undo brings back what was there. */
export const CopyDialog = ({ quoteId, onClose, onUndo }: { quoteId: string; onClose: () => void; onUndo: () => void }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const { change, vatRegime } = useEditing();
  const [chosen, setChosen] = useState<string | null>(null);
  const others = (useRead<{ quotes: QuoteRow[] }>('/quotes').data?.quotes ?? []).filter(({ id }) => id !== quoteId);
  const copy = useCommand((id: string) => request<QuoteDetail>('GET', `/quotes/${id}`), {
    onDone: ({ draft, today }) => {
      change('copy', (content) => ({ ...content, draft: copiedDraft(draft, { today, vatRegime }) }));
      notify(t('copied'), { undo: { label: t('undo'), run: onUndo } });
      onClose();
    },
  });
  return (
    <Dialog
      title={t('copyFrom')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            isPending={copy.isPending}
            whyDisabled={chosen ? null : t('copyMissing')}
            onPress={() => chosen && copy.mutate(chosen)}
          >
            {t('copyFromDo')}
          </Button>
        </>
      }
    >
      {others.length ? (
        <>
          <p className="text-sm text-ink-soft">{t('copyFromLead')}</p>
          <ComboBox
            label={t('copyWhich')}
            value={chosen}
            onChange={setChosen}
            options={others.map(({ id, number, title, netCents }) => ({
              value: id,
              label: `${number ?? t('draftNumber')} · ${title}`,
              hint: format.money(netCents),
            }))}
          />
        </>
      ) : (
        <p className="text-sm text-ink-soft">{t('noOther')}</p>
      )}
    </Dialog>
  );
};
