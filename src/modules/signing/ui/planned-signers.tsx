import { useEffect, useState } from 'react';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import { Button, Card, Loaded, Notice, NumberField, Section, Select, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import type { PlannedSignatory } from '../index.ts';
import { peopleMessages } from './people-messages.ts';

type Plan = { people: PlannedSignatory[] };
type Props = { subject: { type: 'quote' | 'framework' | 'amendment'; id: string }; clientSigner: string };

/** Who else signs a draft, in which order, or receives a copy: said before it leaves. */
export const PlannedSigners = ({ subject, clientSigner }: Props) => {
  const address = `/signature-plans/${subject.type}/${subject.id}`;
  const read = useRead<Plan>(address);
  return <Loaded read={read}>{(plan) => <Editor address={address} plan={plan} clientSigner={clientSigner} />}</Loaded>;
};

/** The same for the client of a document, whose own signatory is read in its file. */
export const ClientSigners = ({ subject, clientId }: { subject: Props['subject']; clientId: string }) => {
  const client = useRead<{ identity: { signatory: { name: string } } }>(`/clients/${clientId}`);
  return (
    <Loaded read={client}>{({ identity }) => <PlannedSigners subject={subject} clientSigner={identity.signatory.name} />}</Loaded>
  );
};

const someone = (rank: number): PlannedSignatory => ({ party: 'client', name: '', capacity: '', email: '', rank, duty: 'sign' });

const Editor = ({ address, plan, clientSigner }: { address: string; plan: Plan; clientSigner: string }) => {
  const t = useMessages(peopleMessages);
  const [people, setPeople] = useState(plan.people);
  const save = useCommand(() => request<Plan>('PUT', address, { people }), {
    quiet: true,
  });
  const change = (index: number, changes: Partial<PlannedSignatory>) =>
    setPeople(people.map((one, place) => (place === index ? { ...one, ...changes } : one)));
  // Whoever is complete is kept at once: the document may leave at the next click.
  const complete = people.every((one) => one.name.trim().length > 1 && one.capacity.trim().length > 1 && one.email.includes('@'));
  const kept = JSON.stringify(save.data?.people ?? plan.people);
  const { mutate } = save;
  useEffect(() => {
    if (!complete || JSON.stringify(people) === kept) return;
    const soon = setTimeout(() => mutate(), 400);
    return () => clearTimeout(soon);
  }, [people, complete, kept, mutate]);
  return (
    <Section title={t('planTitle')}>
      <p className="max-w-reading text-sm text-ink-soft">{t('planLead', { client: clientSigner })}</p>
      {people.length === 0 && <p className="text-sm">{t('planNobody')}</p>}
      {people.map((one, index) => (
        <Card key={index} className="flex flex-col gap-3">
          <div className="grid gap-3 md:grid-cols-2">
            <TextField label={t('delegateName')} value={one.name} onChange={(name) => change(index, { name })} />
            <TextField label={t('delegateCapacity')} value={one.capacity} onChange={(capacity) => change(index, { capacity })} />
            <TextField label={t('delegateEmail')} type="email" value={one.email} onChange={(email) => change(index, { email })} />
            <Select
              label={t('planSide')}
              value={one.party}
              onChange={(party) => change(index, { party: party as PlannedSignatory['party'] })}
              options={(['client', 'provider'] as const).map((value) => ({ value, label: t(`planSide_${value}`) }))}
            />
            <Select
              label={t('planDuty')}
              value={one.duty}
              onChange={(duty) => change(index, { duty: duty as PlannedSignatory['duty'] })}
              options={(['sign', 'copy'] as const).map((value) => ({ value, label: t(`planDuty_${value}`) }))}
            />
            {one.duty === 'sign' && (
              <NumberField
                label={t('planRank')}
                hint={t('planRankHint')}
                value={one.rank}
                minValue={1}
                maxValue={99}
                onChange={(rank) => change(index, { rank: rank || 1 })}
              />
            )}
          </div>
          <div>
            <Button size="sm" variant="quiet" onPress={() => setPeople(people.filter((_, place) => place !== index))}>
              {t('planRemove', { name: one.name || t('planUnnamed') })}
            </Button>
          </div>
        </Card>
      ))}
      {!complete && <Notice tone="caution">{t('planIncomplete')}</Notice>}
      {save.error && <Notice tone="bad">{save.error.message}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => setPeople([...people, someone(people.length + 2)])}>{t('planAdd')}</Button>
        {save.isSuccess && complete && <p className="self-center text-sm text-ink-soft">{t('planSaved')}</p>}
      </div>
    </Section>
  );
};
