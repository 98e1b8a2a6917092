import { Page, PageHeader, Section } from '../design/index.ts';
import { useMessages } from '../i18n/index.ts';
import { Actions } from './Actions.tsx';
import { Fields } from './Fields.tsx';
import { Figures } from './Figures.tsx';
import { Lists } from './Lists.tsx';
import { messages } from './messages.ts';

export default function Gallery() {
  const t = useMessages(messages);
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Section title="Actions">
        <Actions />
      </Section>
      <Section title="Formulaires">
        <Fields />
      </Section>
      <Section title="Listes">
        <Lists />
      </Section>
      <Section title="Cadrans, étapes, temps, son, page">
        <Figures />
      </Section>
    </Page>
  );
}
