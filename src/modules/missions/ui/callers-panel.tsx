import { useState } from 'react';
import { request, useCommand, useRead, type Answer } from '../../../web/api/client.ts';
import { Button, Link, Section, Select } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';

type Mission = Answer<'get', '/missions/{id}'>;
type Members = Answer<'get', '/members'>;

/** Who may call on the mission; the owner admits members one by one. */
export const CallersPanel = ({ mission, isOwner }: { mission: Mission; isOwner: boolean }) => {
  const t = useMessages(messages);
  return (
    <Section title={t('callersTitle')}>
      <p className="text-ink-soft">{t('callersHint')}</p>
      {mission.callers.length === 0 && <p>{t('callersNone')}</p>}
      <ul className="flex flex-col gap-1">
        {mission.callers.map(({ userId, displayName }) => (
          <li key={userId} className="font-medium">
            {displayName}
          </li>
        ))}
      </ul>
      {isOwner && mission.status !== 'closed' && <Admit mission={mission} />}
    </Section>
  );
};

const Admit = ({ mission }: { mission: Mission }) => {
  const t = useMessages(messages);
  const read = useRead<Members>('/members');
  const [chosen, choose] = useState<string | null>(null);
  const admit = useCommand((userId: string) => request('POST', `/missions/${mission.id}/callers`, { userId }), {
    invalidate: [['missions', mission.id]],
    done: (_, userId) => t('admitted', { name: read.data?.members.find((one) => one.userId === userId)?.displayName ?? '' }),
    onDone: () => choose(null),
  });
  const admitted = new Set(mission.callers.map(({ userId }) => userId));
  const others = (read.data?.members ?? []).filter(
    ({ userId, role, state }) => !admitted.has(userId) && role === 'caller' && state === 'active',
  );
  if (!read.data) return null;
  if (others.length === 0)
    return (
      <p className="text-ink-soft">
        {t('everyoneIn')} <Link to="/organisation">{t('invite')}</Link>
      </p>
    );
  return (
    <div className="flex flex-col items-start gap-3">
      <Select
        label={t('addCaller')}
        value={chosen}
        onChange={choose}
        options={others.map(({ userId, displayName }) => ({ value: userId, label: displayName }))}
      />
      <Button
        onPress={() => chosen && admit.mutate(chosen)}
        isPending={admit.isPending}
        whyDisabled={chosen ? null : t('chooseFirst')}
      >
        {t('admit')}
      </Button>
    </div>
  );
};
