import { useState } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Notice, Section } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { CodeField } from './code-field.tsx';
import { messages } from './messages.ts';
import type { RequestView } from './request-view.ts';
import { StepBar } from './step-bar.tsx';
import { StepButton } from './step-button.tsx';

/** The code from the mail, then the signature on the document that was read. */
export const CodeStep = ({ view, onBack }: { view: RequestView; onBack: () => void }) => {
  const t = useMessages(messages);
  const [code, setCode] = useState('');
  const invalidate = [['signing', view.requestId]];
  const send = useCommand(() => request('POST', `/signing/${view.requestId}/code`), { invalidate, quiet: true });
  const sign = useCommand(
    () => request('POST', `/signing/${view.requestId}/signature`, { code, documentSha256: view.documentSha256 }),
    { invalidate, quiet: true },
  );
  const refusal = sign.error ?? send.error;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.length === 6 && !sign.isPending) sign.mutate();
      }}
    >
      <Section title={t('codeTitle')}>
        <CodeField
          code={view.code}
          email={view.me.maskedEmail}
          now={view.now}
          typed={code}
          onType={setCode}
          isSending={send.isPending}
          onResend={() => {
            sign.reset();
            setCode('');
            send.mutate();
          }}
        />
        {refusal && <Notice tone="bad">{refusal.message}</Notice>}
        <p className="max-w-reading text-sm text-ink-soft">
          {t('signMeans', { organisation: view.me.organisation, provider: view.provider.organisation })}
        </p>
      </Section>
      <StepBar>
        <StepButton pending={sign.isPending} why={code.length === 6 ? null : t('typeCode')}>
          {t('sign')}
        </StepButton>
        <Button variant="quiet" size="lg" onPress={onBack}>
          {t('backToDocument')}
        </Button>
      </StepBar>
    </form>
  );
};
