import { useState } from 'react';
import { useNavigate } from 'react-router';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Dialog, Form, NumberField, RadioGroup, Select, TextField } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { civilDateOf, type Instant } from '../../../shared/time.ts';
import { requestKinds, type RequestKind } from '../domain/change-request.ts';
import { messages } from './messages.ts';

type Props = { missionId: string; onClose: () => void };
const volumes: readonly RequestKind[] = ['calls', 'hours', 'appointments'];

/** Asks the other party for something beyond the contract. */
export const AskDialog = ({ missionId, onClose }: Props) => {
  const t = useMessages(messages);
  const format = useFormats();
  const [kind, setKind] = useState<RequestKind>('calls');
  const [description, setDescription] = useState('');
  const [quantity, setQuantity] = useState<number | null>(null);
  const isVolume = volumes.includes(kind);
  const command = useCommand(
    () =>
      request<{ replyBy: Instant }>('POST', `/missions/${missionId}/change-requests`, {
        kind,
        description,
        quantity: isVolume ? quantity : null,
      }),
    {
      invalidate: [['missions', missionId, 'amendments']],
      done: ({ replyBy }) => t('asked', { day: format.day(civilDateOf(replyBy)) }),
      onDone: onClose,
      quiet: true,
    },
  );
  return (
    <Dialog isOpen title={t('askTitle')} onClose={onClose}>
      <Form error={command.error} onSubmit={() => command.mutate()}>
        <Select
          label={t('kind')}
          value={kind}
          onChange={setKind}
          options={requestKinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
        />
        {isVolume && <NumberField label={t('quantity')} name="quantity" minValue={1} value={quantity} onChange={setQuantity} />}
        <TextField
          label={t('description')}
          hint={t('descriptionHint')}
          name="description"
          lines={4}
          value={description}
          onChange={setDescription}
        />
        <Button type="submit" variant="primary" isPending={command.isPending}>
          {t('ask')}
        </Button>
      </Form>
    </Dialog>
  );
};

type ReplyKind = 'amendment' | 'included' | 'refused';

/** Answers the other party: by an amendment, or with words that stay in the file. */
export const AnswerDialog = ({ missionId, requestId, onClose }: Props & { requestId: string }) => {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const [answer, setAnswer] = useState<ReplyKind>('amendment');
  const [text, setText] = useState('');
  const command = useCommand(
    () => request<{ amendmentId: string | null }>('POST', `/change-requests/${requestId}/answer`, { answer, text }),
    {
      invalidate: [['missions', missionId, 'amendments']],
      done: t('answered'),
      onDone: ({ amendmentId }) => {
        onClose();
        if (amendmentId) void navigate(`/missions/${missionId}/avenants/${amendmentId}`);
      },
      quiet: true,
    },
  );
  return (
    <Dialog isOpen title={t('answerTitle')} onClose={onClose}>
      <Form error={command.error} onSubmit={() => command.mutate()}>
        <RadioGroup
          label={t('answer')}
          value={answer}
          onChange={setAnswer}
          options={(['amendment', 'included', 'refused'] as const).map((value) => ({
            value,
            label: t(`answer_${value}`),
            hint: t(`answerHint_${value}`),
          }))}
        />
        <TextField
          label={t('answerText')}
          name="text"
          lines={3}
          value={text}
          onChange={setText}
          optional={answer === 'amendment'}
        />
        <Button
          type="submit"
          variant="primary"
          isPending={command.isPending}
          whyDisabled={answer !== 'amendment' && !text.trim() ? t('answerMissing') : null}
        >
          {t('answer')}
        </Button>
      </Form>
    </Dialog>
  );
};
