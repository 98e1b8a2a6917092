import { useState } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Card, Checkbox, Notice, Section } from '../../../web/design/index.ts';
import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { consentTo } from '../index.ts';
import { messages } from './messages.ts';
import { OptionsChoice } from './options-choice.tsx';
import type { RequestView } from './request-view.ts';
import { StepBar } from './step-bar.tsx';
import { StepButton } from './step-button.tsx';

/** The sentence that binds, word for word; then the code leaves. */
export const ConsentStep = ({ view, onBack, onNext }: { view: RequestView; onBack: () => void; onNext: () => void }) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const [ticked, setTicked] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>(view.chosenOptions ?? []);
  // In the order of the document, as the server writes it.
  const text = consentTo(view, chosen);
  const accept = useCommand(
    async () => {
      await request('POST', `/signing/${view.requestId}/consent`, {
        text,
        ...(view.options ? { options: chosen } : {}),
      });
      await request('POST', `/signing/${view.requestId}/code`);
    },
    { invalidate: [['signing', view.requestId]], onDone: onNext, quiet: true },
  );
  return (
    <div className="flex flex-col gap-4">
      {view.options && (
        <OptionsChoice
          options={view.options}
          chosen={chosen}
          settled={view.optionsSettled}
          onChoose={(next) => {
            setChosen(next);
            // Another price is another sentence: it is accepted anew.
            setTicked(false);
          }}
        />
      )}
      <Section title={t('consentTitle')}>
        <p className="text-base">{t('consentLead', { organisation: view.me.organisation, capacity: view.me.capacity })}</p>
        <Card>
          <div lang="fr">
            <Checkbox isSelected={ticked} onChange={setTicked}>
              {text}
            </Checkbox>
          </div>
        </Card>
        {language === 'en' && <p className="max-w-reading text-sm text-ink-soft">{t('consentTranslation')}</p>}
        <p className="max-w-reading text-sm text-ink-soft">{t('codeBy', { email: view.me.maskedEmail })}</p>
        {accept.error && <Notice tone="bad">{accept.error.message}</Notice>}
      </Section>
      <StepBar>
        <StepButton pending={accept.isPending} why={ticked ? null : t('mustTick')} onPress={() => accept.mutate()}>
          {t('acceptAndCode')}
        </StepButton>
        <Button variant="quiet" size="lg" onPress={onBack}>
          {t('backToDocument')}
        </Button>
      </StepBar>
    </div>
  );
};
