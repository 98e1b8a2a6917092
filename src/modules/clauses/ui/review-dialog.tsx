import { useState } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, DateField, Dialog, Form, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { type CivilDate, civilDateOf, type Instant } from '../../../shared/time.ts';
import { useServerNow } from '../../../web/shell/session.ts';
import { messages } from './messages.ts';

type Props = { kind: 'clause' | 'model'; id: string; version: number; title: string; onClose: () => void };

/** Who read it again, in what capacity, and until when that holds. */
export const ReviewDialog = ({ kind, id, version, title, onClose }: Props) => {
  const t = useMessages(messages);
  const today = civilDateOf(useServerNow() as Instant);
  const [by, setBy] = useState('');
  const [capacity, setCapacity] = useState('');
  const [on, setOn] = useState<CivilDate | null>(today);
  const [reviewBefore, setBefore] = useState<CivilDate | null>(`${Number(today.slice(0, 4)) + 1}${today.slice(4)}` as CivilDate);
  const base = kind === 'clause' ? 'clauses' : 'models';
  const record = useCommand(() => request('POST', `/${base}/${id}/review`, { version, by, capacity, on, reviewBefore }), {
    quiet: true,
    invalidate: [['clauses'], ['models']],
    done: t('reviewSaved'),
    onDone: onClose,
  });
  return (
    <Dialog title={`${t('markReviewed')} : ${title}`} isOpen onClose={onClose}>
      <Form error={record.error} onSubmit={() => record.mutate()}>
        <TextField label={t('reviewer')} name="by" value={by} onChange={setBy} isRequired />
        <TextField
          label={t('capacity')}
          hint={t('capacityHint')}
          name="capacity"
          value={capacity}
          onChange={setCapacity}
          isRequired
        />
        <DateField label={t('reviewedOn')} name="on" value={on} onChange={setOn} />
        <DateField label={t('nextReview')} name="reviewBefore" value={reviewBefore} onChange={setBefore} />
        <Button type="submit" variant="primary" isPending={record.isPending}>
          {t('markReviewed')}
        </Button>
      </Form>
    </Dialog>
  );
};
