import { useRef } from 'react';
import { useCommand } from '../../../web/api/client.ts';
import { Card, Facts, Section } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { RequestView } from './request-view.ts';
import { StepBar } from './step-bar.tsx';
import { StepButton } from './step-button.tsx';
import { type Reading, useReading } from './use-reading.ts';

/** Ten lines that a director understands, before the document itself. */
export const SummaryStep = ({ view, onNext }: { view: RequestView; onNext: (reading: Reading) => Promise<void> }) => {
  const t = useMessages(messages);
  const place = useRef<HTMLDivElement>(null);
  const reading = useReading(place);
  const next = useCommand(() => onNext(reading()));
  return (
    <div ref={place} className="flex flex-col gap-4">
      <Section title={t('summaryTitle')}>
        <Card>
          <Facts stacked facts={view.summary} />
        </Card>
        <p className="text-sm text-ink-soft">{t('summaryNote')}</p>
      </Section>
      <StepBar>
        <StepButton pending={next.isPending} onPress={() => next.mutate()}>
          {t('readDocument')}
        </StepButton>
      </StepBar>
    </div>
  );
};
