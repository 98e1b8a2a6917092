import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import {
  Button,
  ButtonLink,
  Checkbox,
  ComboBox,
  DateField,
  Empty,
  Form,
  Link,
  Loaded,
  Notice,
  Page,
  PageHeader,
  RadioGroup,
  Select,
  TextField,
} from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { useLanguage } from '../../../web/i18n/index.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { agreementForms } from '../../contracts/index.ts';
import { type QuoteForm, quoteForms } from '../index.ts';
import { formMessages } from './form-messages.ts';
import { messages } from './messages.ts';
import type { ClientLine, QuoteRow } from './shapes.ts';
import { labels } from './term-labels.ts';

/** For whom, and from what: then the editor asks for the rest. */
export default function NewQuotePage() {
  const t = useMessages(messages);
  const clients = useRead<{ clients: ClientLine[] }>('/clients');
  return (
    <Page width="reading">
      <PageHeader title={t('newQuote')} lead={t('newLead')} back={{ to: '/devis', label: t('quotes') }} />
      <Loaded read={clients}>
        {(known) =>
          known.clients.length ? (
            <NewQuoteForm clients={known.clients} />
          ) : (
            <Empty
              title={t('noClient')}
              action={
                <ButtonLink to="/clients/nouveau" variant="primary">
                  {t('addClient')}
                </ButtonLink>
              }
            >
              {t('noClientHint')}
            </Empty>
          )
        }
      </Loaded>
    </Page>
  );
}

type Start = 'defaults' | 'copy';
type FrameworkLine = { id: string; clientId: string; number: string | null; title: string; status: string };

const NewQuoteForm = ({ clients }: { clients: readonly ClientLine[] }) => {
  const t = useMessages(messages);
  const f = useMessages(formMessages);
  const label = useMessages(labels);
  const { language } = useLanguage();
  const format = useFormats();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const asked = query.get('client');
  const earlier = useRead<{ quotes: QuoteRow[] }>('/quotes').data?.quotes ?? [];
  const [clientId, setClientId] = useState<string | null>(
    clients.find((client) => client.clientId === asked)?.clientId ?? (clients.length === 1 ? clients[0]!.clientId : null),
  );
  const [start, setStart] = useState<Start>(query.get('copie') ? 'copy' : 'defaults');
  const [copyOf, setCopyOf] = useState<string | null>(query.get('copie'));
  const [form, setForm] = useState<QuoteForm>(formAsked(query.get('forme')));
  const [frameworkId, setFrameworkId] = useState<string | null>(query.get('cadre'));
  const [isTrial, setTrial] = useState(query.has('essai'));
  const frameworks = (useRead<{ frameworks: FrameworkLine[] }>('/frameworks').data?.frameworks ?? []).filter(
    (one) => one.status === 'signed' && one.clientId === clientId,
  );
  // The framework asked for, else the only one this client has signed where an order needs one.
  const under =
    frameworks.find((one) => one.id === frameworkId) ??
    (form === 'bon-de-commande' && frameworks.length === 1 ? frameworks[0] : undefined);
  const learnt = useRead<{ opportunity: { because: 'repeated' | 'trial_ended'; offers: unknown[] } | null }>(
    clientId ? `/clients/${clientId}/framework-opportunity` : null,
  ).data?.opportunity;
  const [title, setTitle] = useState('');
  const [validUntil, setValidUntil] = useState<CivilDate | null>(null);
  const create = useCommand(
    () =>
      request<{ id: string }>('POST', '/quotes', {
        clientId,
        form,
        ...(under ? { frameworkId: under.id } : {}),
        ...(isTrial && form === 'devis' && !under ? { isTrial: true } : {}),
        ...(title.trim() ? { title: title.trim() } : {}),
        ...(validUntil ? { validUntil } : {}),
        ...(start === 'copy' && copyOf ? { copyOf } : {}),
      }),
    { invalidate: [['quotes'], ['dossiers']], onDone: ({ id }) => void navigate(`/devis/${id}`), quiet: true },
  );
  const nameOf = (id: string) => clients.find((client) => client.clientId === id)?.name ?? '';
  const whyNot = !clientId
    ? t('clientMissing')
    : form === 'bon-de-commande' && !under
      ? f('frameworkMissing')
      : start === 'copy' && !copyOf
        ? t('copyMissing')
        : null;
  return (
    <Form error={create.error} onSubmit={() => whyNot === null && create.mutate()}>
      <ComboBox
        label={t('client')}
        placeholder={t('clientPlaceholder')}
        options={clients.map(({ clientId: value, name, city }) => ({ value, label: name, hint: city }))}
        value={clientId}
        onChange={setClientId}
      />
      {learnt && (
        <Notice tone="neutral" action={<ButtonLink to={`/conseil?client=${clientId}`}>{f('opportunitySee')}</ButtonLink>}>
          {f(`opportunity_${learnt.because}`, { count: learnt.offers.length })}
        </Notice>
      )}
      <RadioGroup<QuoteForm>
        label={f('form_choice')}
        value={form}
        onChange={setForm}
        options={quoteForms.map((value) => ({
          value,
          label: agreementForms[value].name[language],
          hint: f(`form_why_${value}`),
        }))}
      />
      <p className="text-sm text-ink-soft">
        {f('adviceAsk')} <Link to={`/conseil${clientId ? `?client=${clientId}` : ''}`}>{f('adviceLink')}</Link>
      </p>
      {clientId && (form === 'bon-de-commande' || frameworks.length > 0) && (
        <div className="flex flex-col gap-1.5">
          {frameworks.length > 0 ? (
            <Select<string>
              label={f('underFramework')}
              value={under?.id ?? 'none'}
              onChange={(id) => setFrameworkId(id === 'none' ? null : id)}
              options={[
                ...(form === 'bon-de-commande' ? [] : [{ value: 'none', label: f('noFramework') }]),
                ...frameworks.map((one) => ({ value: one.id, label: `${one.number} · ${one.title}` })),
              ]}
            />
          ) : (
            <Notice
              tone="caution"
              action={<ButtonLink to={`/contrats-cadres?client=${clientId}`}>{f('frameworkOpen')}</ButtonLink>}
            >
              {f('frameworkNone')}
            </Notice>
          )}
        </div>
      )}
      {form === 'devis' && !under && start === 'defaults' && (
        <Checkbox isSelected={isTrial} onChange={setTrial} hint={f('trialHint')}>
          {f('trial')}
        </Checkbox>
      )}
      {earlier.length > 0 && (
        <RadioGroup<Start>
          label={t('startFrom')}
          value={start}
          onChange={setStart}
          options={[
            { value: 'defaults', label: t('startDefaults'), hint: t('startDefaultsHint') },
            { value: 'copy', label: t('startCopy'), hint: t('startCopyHint') },
          ]}
        />
      )}
      {start === 'copy' && (
        <ComboBox
          label={t('copyWhich')}
          options={earlier.map((quote) => ({
            value: quote.id,
            label: `${quote.number ?? t('draftNumber')} · ${quote.title}`,
            hint: `${nameOf(quote.clientId)}, ${format.money(quote.netCents)}`,
          }))}
          value={copyOf}
          onChange={setCopyOf}
        />
      )}
      <TextField
        label={label('title')}
        hint={t(start === 'copy' ? 'titleHintCopy' : 'titleHint')}
        optional
        value={title}
        onChange={setTitle}
        maxLength={200}
      />
      <div className="md:max-w-72">
        <DateField label={label('validUntil')} hint={t('validHint')} value={validUntil} onChange={setValidUntil} />
      </div>
      <div>
        <Button type="submit" variant="primary" isPending={create.isPending} whyDisabled={whyNot}>
          {t('create', { document: agreementForms[form].the[language] })}
        </Button>
      </div>
    </Form>
  );
};

const formAsked = (asked: string | null): QuoteForm => quoteForms.find((form) => form === asked) ?? 'devis';
