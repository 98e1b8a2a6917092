import { ExternalLink } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { peopleMessages } from './people-messages.ts';
import type { Sender } from './request-view.ts';

/** Whom to write to or call, always at the foot of a page that says no. */
export const SenderContact = ({ sender }: { sender: Sender }) => {
  const t = useMessages(peopleMessages);
  const format = useFormats();
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1 border-t border-line pt-4 text-sm text-ink-soft">
      <span>{t('contact', { organisation: sender.organisation })}</span>
      <ExternalLink href={`mailto:${sender.email}`}>{sender.email}</ExternalLink>
      {sender.phone && <ExternalLink href={`tel:${sender.phone}`}>{format.phone(sender.phone)}</ExternalLink>}
    </p>
  );
};
