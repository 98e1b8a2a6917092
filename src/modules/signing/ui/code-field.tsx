import { useEffect, useState } from 'react';
import type { Instant } from '../../../shared/time.ts';
import { Button, TextField } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { CodeState } from './request-view.ts';

type Props = {
  code: CodeState;
  email: string;
  now: Instant;
  typed: string;
  onType: (typed: string) => void;
  onResend: () => void;
  isSending: boolean;
};

/** Six digits, and when another six may be asked for. */
export const CodeField = ({ code, email, now, typed, onType, onResend, isSending }: Props) => {
  const t = useMessages(messages);
  const format = useFormats();
  const wait = useSecondsUntil(code?.resendAt ?? null, now);
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-reading text-base">
        {code ? t('codeSent', { email: code.sentTo, time: format.time(code.expiresAt) }) : t('codeNone', { email })}
      </p>
      <div className="max-w-60 [&_input]:h-14! [&_input]:text-center [&_input]:text-xl! [&_input]:tracking-[0.35em]">
        <TextField
          label={t('codeLabel')}
          hint={t('codeHint')}
          figures
          value={typed}
          onChange={(text) => onType(text.replace(/\D/g, '').slice(0, 6))}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      </div>
      <div>
        <Button
          variant={code ? 'quiet' : 'secondary'}
          onPress={onResend}
          isPending={isSending}
          whyDisabled={wait > 0 ? t('resendIn', { seconds: wait }) : null}
        >
          {code ? t('resend') : t('sendCode')}
        </Button>
      </div>
    </div>
  );
};

/** Counted on the server's clock, which may not be this telephone's. */
const useSecondsUntil = (at: Instant | null, serverNow: Instant): number => {
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    setElapsed(0);
    const started = Date.now();
    const timer = setInterval(() => setElapsed(Date.now() - started), 1000);
    return () => clearInterval(timer);
  }, [at, serverNow]);
  return at ? Math.max(0, Math.ceil((Date.parse(at) - Date.parse(serverNow) - elapsed) / 1000)) : 0;
};
