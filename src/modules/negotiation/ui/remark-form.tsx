import { useState } from 'react';
import { Button, Notice, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { Subject } from './shapes.ts';
import { useOpening } from './use-opening.ts';

/** A question or a remark, which asks for an answer and changes nothing by itself. */
export const RemarkForm = ({ subject, target, onDone }: { subject: Subject; target: object; onDone: () => void }) => {
  const t = useMessages(messages);
  const [text, setText] = useState('');
  const send = useOpening(subject, onDone);
  return (
    <div className="flex flex-col items-start gap-3">
      <div className="w-full">
        <TextField label={t('remark')} lines={3} value={text} onChange={setText} maxLength={2000} />
      </div>
      {send.error && <Notice tone="bad">{send.error.message}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button
          isPending={send.isPending}
          whyDisabled={text.trim() ? null : t('mustWrite')}
          onPress={() => send.mutate({ target, text, proposal: null })}
        >
          {t('sendRemark')}
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
};
