import { useState } from 'react';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import { Button, ComboBox, FileDrop, Form, Notice, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { AuditAnswer } from './shapes.ts';

export const FileInput = ({ onAnswer }: { onAnswer: (answer: AuditAnswer) => void }) => {
  const t = useMessages(messages);
  const send = useCommand(
    (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return request<AuditAnswer>('POST', '/audits/uploads', form);
    },
    { quiet: true, onDone: onAnswer },
  );
  return (
    <div className="flex flex-col gap-4">
      {send.error && <Notice tone="bad">{send.error.message}</Notice>}
      <FileDrop
        label={t('dropLabel')}
        hint={t('dropHint')}
        accept={['.pdf', '.docx', '.odt', '.txt', '.md']}
        onFile={(file) => send.mutate(file)}
        isPending={send.isPending}
      />
      {send.isPending && <Notice>{t('reading')}</Notice>}
    </div>
  );
};

export const PasteInput = ({ onAnswer }: { onAnswer: (answer: AuditAnswer) => void }) => {
  const t = useMessages(messages);
  const [title, setTitle] = useState(t('pasteDefault'));
  const [text, setText] = useState('');
  const send = useCommand(() => request<AuditAnswer>('POST', '/audits', { source: 'text', title, text }), {
    quiet: true,
    onDone: onAnswer,
  });
  return (
    <Form error={send.error} onSubmit={() => send.mutate()}>
      <TextField label={t('pasteTitle')} value={title} onChange={setTitle} maxLength={200} name="title" />
      <TextField label={t('pasteText')} hint={t('pasteHint')} value={text} onChange={setText} lines={16} name="text" />
      <div>
        <Button type="submit" variant="primary" isPending={send.isPending} whyDisabled={text.trim() ? null : t('needText')}>
          {t('audit')}
        </Button>
      </div>
    </Form>
  );
};

type QuoteRow = { id: string; title: string; number: string | null };
type ClientRow = { clientId: string; name: string };

/** One of our documents, or all those of a client, which are then held against each other. */
export const OwnInput = ({ onChosen }: { onChosen: (chosen: { devis: string } | { client: string }) => void }) => {
  const t = useMessages(messages);
  const quotes = useRead<{ quotes: QuoteRow[] }>('/quotes');
  const clients = useRead<{ clients: ClientRow[] }>('/clients');
  const [quote, setQuote] = useState<string | null>(null);
  const [client, setClient] = useState<string | null>(null);
  if (quotes.data?.quotes.length === 0) return <p className="text-sm text-ink-soft">{t('noQuote')}</p>;
  return (
    <div className="grid max-w-4xl gap-8 md:grid-cols-2">
      <div className="flex flex-col items-start gap-4">
        <ComboBox
          label={t('ownQuote')}
          value={quote}
          onChange={setQuote}
          options={(quotes.data?.quotes ?? []).map(({ id, title, number }) => ({
            value: id,
            label: number ? `${number} · ${title}` : title,
          }))}
        />
        <Button whyDisabled={quote ? null : t('needChoice')} onPress={() => quote && onChosen({ devis: quote })}>
          {t('audit')}
        </Button>
      </div>
      <div className="flex flex-col items-start gap-4">
        <ComboBox
          label={t('ownClient')}
          hint={t('ownClientHint')}
          value={client}
          onChange={setClient}
          options={(clients.data?.clients ?? []).map(({ clientId, name }) => ({ value: clientId, label: name }))}
        />
        <Button whyDisabled={client ? null : t('needChoice')} onPress={() => client && onChosen({ client })}>
          {t('audit')}
        </Button>
      </div>
    </div>
  );
};
