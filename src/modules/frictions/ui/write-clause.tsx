import { useState } from 'react';
import { useNavigate } from 'react-router';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Dialog, Form, RadioGroup, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';

type Props = {
  friction: { id: string; title: string; nearClauses: readonly { id: string; title: string }[] };
  onClose: () => void;
};

/** Opens the draft of the clause that answers the point, empty or from a clause that already speaks of it, and keeps the link. */
export const WriteClause = ({ friction, onClose }: Props) => {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const [title, setTitle] = useState(friction.title);
  const [from, setFrom] = useState('');
  const command = useCommand(
    async () => {
      const { id } = await request<{ id: string }>('POST', '/clauses', {
        title,
        ...(from === '' ? { family: 'socle' } : { copyOf: from }),
      });
      await request('POST', `/frictions/${friction.id}/clause`, { clauseId: id });
      return { id };
    },
    {
      quiet: true,
      invalidate: [['frictions'], ['clauses']],
      done: t('draftOpened'),
      onDone: ({ id }) => void navigate(`/modeles/clauses/${id}`),
    },
  );
  return (
    <Dialog title={t('writeClause')} isOpen onClose={onClose}>
      <p className="text-sm text-ink-soft">{t('writeWhy')}</p>
      <Form error={command.error} onSubmit={() => command.mutate()}>
        <TextField label={t('clauseTitle')} name="title" value={title} onChange={setTitle} isRequired />
        {friction.nearClauses.length > 0 && (
          <RadioGroup
            label={t('startFrom')}
            options={[
              { value: '', label: t('startEmpty') },
              ...friction.nearClauses.slice(0, 6).map((clause) => ({ value: clause.id, label: clause.title })),
            ]}
            value={from}
            onChange={setFrom}
          />
        )}
        <Button type="submit" variant="primary" isPending={command.isPending}>
          {t('openDraft')}
        </Button>
      </Form>
    </Dialog>
  );
};
