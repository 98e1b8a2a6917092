import { useRef } from 'react';
import { apiAddress, useCommand } from '../../../web/api/client.ts';
import { Button, PdfViewer } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { RequestView } from './request-view.ts';
import { StepBar } from './step-bar.tsx';
import { StepButton } from './step-button.tsx';
import { type Reading, useReading } from './use-reading.ts';

/** The very bytes that will be signed. */
export const DocumentStep = ({
  view,
  onBack,
  onNext,
}: {
  view: RequestView;
  onBack: () => void;
  onNext: (reading: Reading) => Promise<void>;
}) => {
  const t = useMessages(messages);
  const place = useRef<HTMLDivElement>(null);
  const reading = useReading(place);
  const next = useCommand(() => onNext(reading()));
  return (
    <div ref={place} className="flex flex-col gap-4">
      <PdfViewer src={apiAddress(`/signing/${view.requestId}/document`)} title={view.title} downloadName={`${view.number}.pdf`} />
      <p className="text-xs break-all text-ink-soft">
        {t('fingerprint')}
        <br />
        {view.documentSha256}
      </p>
      <StepBar>
        <StepButton pending={next.isPending} onPress={() => next.mutate()}>
          {t('haveRead')}
        </StepButton>
        <Button variant="quiet" size="lg" onPress={onBack}>
          {t('backToSummary')}
        </Button>
      </StepBar>
    </div>
  );
};
