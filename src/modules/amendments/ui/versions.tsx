import { StateLabel } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { ContractLife } from './shapes.ts';

/** The signed terms in time: each version, what made it, and since when it rules. */
export const Versions = ({ life }: { life: ContractLife }) => {
  const t = useMessages(messages);
  const format = useFormats();
  return (
    <ol className="divide-y divide-line border-y border-line text-sm">
      {life.versions.map(({ version, effectiveAt, inForce, rank }) => (
        <li key={version} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
          <span>
            <span className="font-medium">{rank === null ? t('versionFirst') : t('versionBy', { rank })}</span>{' '}
            <span className="text-ink-soft">{t('since', { moment: format.moment(effectiveAt) })}</span>
          </span>
          <StateLabel tone={inForce ? 'good' : 'neutral'}>
            {inForce ? t('inForce') : t(effectiveAt > life.now ? 'waits' : 'past')}
          </StateLabel>
        </li>
      ))}
    </ol>
  );
};
