import { useState } from 'react';
import { useNavigate } from 'react-router';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Dialog, Form, Select, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { clauseFamilies } from '../domain/clause.ts';
import { documentForms } from '../domain/document-model.ts';
import { messages } from './messages.ts';
import { names } from './names.ts';

type Props = {
  kind: 'clause' | 'model';
  copyOf: { id: string; title: string } | null;
  isOpen: boolean;
  onClose: () => void;
};

/** Opens a draft of one's own, empty or from another text. */
export const NewTextDialog = ({ kind, copyOf, isOpen, onClose }: Props) => {
  const t = useMessages(messages);
  const named = useMessages(names);
  const navigate = useNavigate();
  const [title, setTitle] = useState(copyOf?.title ?? '');
  const [shelf, setShelf] = useState<string>(kind === 'clause' ? 'socle' : 'devis');
  const base = kind === 'clause' ? 'clauses' : 'models';
  const open = useCommand(
    () =>
      request<{ id: string }>('POST', `/${base}`, {
        title,
        ...(copyOf ? { copyOf: copyOf.id } : kind === 'clause' ? { family: shelf } : { form: shelf }),
      }),
    {
      quiet: true,
      invalidate: [[base]],
      done: t('opened'),
      onDone: ({ id }) => void navigate(`/modeles/${kind === 'clause' ? 'clauses' : 'documents'}/${id}`),
    },
  );
  const shelves: readonly (keyof typeof names.fr)[] = kind === 'clause' ? clauseFamilies : documentForms;
  return (
    <Dialog title={kind === 'clause' ? t('newClause') : t('newModel')} isOpen={isOpen} onClose={onClose}>
      {copyOf && (
        <p className="text-sm text-ink-soft">
          {t(kind === 'clause' ? 'duplicateWhy' : 'duplicateModelWhy', { title: copyOf.title })}
        </p>
      )}
      <Form error={open.error} onSubmit={() => open.mutate()}>
        <TextField label={t('name')} name="title" value={title} onChange={setTitle} isRequired />
        {!copyOf && (
          <Select
            label={kind === 'clause' ? t('family') : t('form')}
            value={shelf}
            onChange={(next) => next && setShelf(next)}
            options={shelves.map((value) => ({ value, label: named(value) }))}
          />
        )}
        <Button type="submit" variant="primary" isPending={open.isPending}>
          {t('create')}
        </Button>
      </Form>
    </Dialog>
  );
};
