import { Empty, Page } from '../design/index.ts';
import { useMessages } from '../i18n/index.ts';
import { messages } from './messages.ts';

/** During development only: the route is agreed, the page is not written. */
export const Soon = ({ name }: { name: string }) => {
  const t = useMessages(messages);
  return (
    <Page>
      <Empty title={t('soonTitle')}>{t('soonBody', { name })}</Empty>
    </Page>
  );
};
