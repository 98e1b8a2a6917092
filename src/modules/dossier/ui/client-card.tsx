import { useRead } from '../../../web/api/client.ts';
import { Card, Facts, Link, Loaded, type Fact } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { addressLines, printedSiret, type ClientIdentity, type Contact } from '../../parties/index.ts';
import { messages } from './messages.ts';

/** Who the client is, as its documents name it. */
export const ClientCard = ({ clientId }: { clientId: string }) => {
  const t = useMessages(messages);
  const read = useRead<{ identity: ClientIdentity }>(`/clients/${clientId}`);
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="text-base font-semibold">{t('client')}</h2>
        <Link to={`/clients/${clientId}`} className="text-sm">
          {t('editClient')}
        </Link>
      </div>
      <Loaded read={read}>{({ identity }) => <Identity identity={identity} />}</Loaded>
    </Card>
  );
};

const Identity = ({ identity }: { identity: ClientIdentity }) => {
  const t = useMessages(messages);
  const facts: Fact[] = [
    ...(identity.siret ? [{ label: t('siret'), value: printedSiret(identity.siret) }] : []),
    ...(identity.vatNumber ? [{ label: t('vat'), value: identity.vatNumber }] : []),
    {
      label: t('address'),
      value: addressLines(identity.address).map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      )),
    },
    { label: t('signatory'), value: <Person contact={identity.signatory} /> },
    ...(identity.billingContact ? [{ label: t('billing'), value: <Person contact={identity.billingContact} /> }] : []),
    ...(identity.dpoContact ? [{ label: t('dpo'), value: <Person contact={identity.dpoContact} /> }] : []),
  ];
  return <Facts stacked facts={facts} />;
};

const Person = ({ contact }: { contact: Contact }) => {
  const format = useFormats();
  return (
    <>
      <span className="block">{contact.name}</span>
      {contact.role && <span className="block text-ink-soft">{contact.role}</span>}
      <a href={`mailto:${contact.email}`} className="block break-all text-primary">
        {contact.email}
      </a>
      {contact.phone && (
        <a href={`tel:${contact.phone}`} className="block text-primary">
          {format.phone(contact.phone)}
        </a>
      )}
    </>
  );
};
