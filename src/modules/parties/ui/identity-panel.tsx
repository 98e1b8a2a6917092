import { useState } from 'react';
import { request, useCommand, type Answer } from '../../../web/api/client.ts';
import { Button, Card, Form, Notice, Section } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import { choicesOf, ProviderFields, providerValues } from './provider-fields.tsx';

export type OrganisationAnswer = Answer<'get', '/organisation'>;

export const IdentityPanel = ({ organisation, owner }: { organisation: OrganisationAnswer; owner: boolean }) => {
  const t = useMessages(messages);
  const [choices, setChoices] = useState(choicesOf(organisation.identity));
  const save = useCommand((body: object) => request('PATCH', '/organisation', body), {
    quiet: true,
    invalidate: [['organisation'], ['me']],
    done: t('saved'),
  });
  return (
    <div className="flex flex-col gap-6">
      <Section title={t('onDocuments')}>
        <Card>
          <address className="font-serif text-base not-italic">
            {organisation.documentLines.map((line) => (
              <span key={line} className="block first:font-semibold">
                {line}
              </span>
            ))}
          </address>
        </Card>
      </Section>
      {!owner && <Notice>{t('ownerOnly')}</Notice>}
      {owner && (
        <Card>
          <Form error={save.error} onSubmit={(values) => save.mutate(providerValues(values, choices))}>
            <ProviderFields known={organisation.identity} choices={choices} onChoices={setChoices} />
            <div className="flex items-center justify-between gap-4 border-t border-line pt-5">
              <p className="text-sm text-ink-soft">{t('clientEditLead')}</p>
              <Button type="submit" variant="primary" isPending={save.isPending}>
                {t('save')}
              </Button>
            </div>
          </Form>
        </Card>
      )}
    </div>
  );
};
