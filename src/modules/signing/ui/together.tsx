import { Section, StateLabel } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { peopleMessages } from './people-messages.ts';
import type { RequestView } from './request-view.ts';

/** Who else signs, in order, and where they are: shown when there is somebody besides the two usual people. */
export const Together = ({ view }: { view: RequestView }) => {
  const t = useMessages(peopleMessages);
  const people = view.signatories.filter((one) => one.standing !== 'delegated' && one.standing !== 'dismissed');
  if (people.length <= 2) return null;
  return (
    <Section title={t('togetherTitle')}>
      <ol className="flex flex-col divide-y divide-line border-y border-line">
        {people.map((one) => (
          <li key={one.signatoryId} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2 text-sm">
            <span>
              <span className="font-medium">{one.name}</span>
              {one.maskedEmail === view.me.maskedEmail && one.name === view.me.name && (
                <span className="text-ink-soft"> ({t('you')})</span>
              )}
              <span className="text-ink-soft">
                {' '}
                · {one.capacity}, {one.organisation}
              </span>
            </span>
            <StateLabel tone={one.standing === 'signed' ? 'good' : 'neutral'}>{t(`standing_${one.standing}`)}</StateLabel>
          </li>
        ))}
      </ol>
    </Section>
  );
};
