import { useEffect, useState } from 'react';
import { Badge, Button, Empty, Facts, Notice, type Fact } from '../../../web/design/index.ts';
import { useFormats } from '../../../web/i18n/index.ts';
import { addMilliseconds, clockTimeOf, type Instant } from '../../../shared/time.ts';
import { personOf, type Prospect, type Served } from './shapes.ts';
import { useWords } from './use-words.ts';

type Props = {
  served: Served | null;
  now: Instant;
  onNext: () => void;
  onPass: () => void;
  whyNotNext: string | null;
  whyNotPass: string | null;
};

/** Who is called, why now, and what is known of them. */
export const ProspectPane = ({ served, now, onNext, onPass, whyNotNext, whyNotPass }: Props) => {
  const { t, inLanguage } = useWords();
  const actions = (
    <div className="flex flex-wrap gap-2">
      <Button hotkey="N" onPress={onNext} whyDisabled={whyNotNext}>
        {t('next')}
      </Button>
      {served?.found && (
        <Button variant="quiet" hotkey="P" onPress={onPass} whyDisabled={whyNotPass}>
          {t('pass')}
        </Button>
      )}
    </div>
  );
  if (!served)
    return (
      <div className="flex flex-col gap-4">
        <Empty title={t('pressNext')} action={actions}>
          {t('pressNextHint')}
        </Empty>
      </div>
    );
  if (!served.found)
    return (
      <div className="flex flex-col gap-4">
        <Empty title={t('nobody')} action={actions}>
          {inLanguage(served.because)}
        </Empty>
      </div>
    );
  return (
    <div className="flex flex-col gap-5">
      <Identity prospect={served.prospect} />
      <Notice>{inLanguage(served.because)}</Notice>
      <Details prospect={served.prospect} now={now} />
      {actions}
    </div>
  );
};

const Identity = ({ prospect }: { prospect: Prospect }) => {
  const format = useFormats();
  const person = personOf(prospect);
  return (
    <header className="flex flex-col gap-1">
      <h2 className="text-lg font-semibold break-words">{prospect.company ?? person}</h2>
      {prospect.company && person && <p className="text-base">{person}</p>}
      {prospect.jobTitle && <p className="text-ink-soft">{prospect.jobTitle}</p>}
      <p className="mt-2 text-lg font-semibold whitespace-nowrap tabular-nums">{format.phone(prospect.phone)}</p>
    </header>
  );
};

const Details = ({ prospect, now }: { prospect: Prospect; now: Instant }) => {
  const { t } = useWords();
  const format = useFormats();
  const there = useLocalTime(now, prospect.timeZone);
  const known: (Fact | null)[] = [
    prospect.otherPhone
      ? { label: t('otherPhone'), value: <span className="whitespace-nowrap">{format.phone(prospect.otherPhone)}</span> }
      : null,
    { label: t('localTime'), value: `${format.clockTime(there)}${prospect.department ? ` (${prospect.department})` : ''}` },
    prospect.city || prospect.address
      ? { label: t('address'), value: [prospect.address, prospect.postalCode, prospect.city].filter(Boolean).join(' ') }
      : null,
    prospect.email ? { label: t('email'), value: <span className="wrap-anywhere">{prospect.email}</span> } : null,
    prospect.siret ? { label: t('siret'), value: format.siret(prospect.siret) } : null,
    prospect.headcount ? { label: t('headcount'), value: prospect.headcount } : null,
    prospect.callbackNote ? { label: t('callbackNote'), value: prospect.callbackNote } : null,
    prospect.comment ? { label: t('comment'), value: prospect.comment } : null,
    ...Object.entries(prospect.extra ?? {})
      .filter(([, value]) => value)
      .map(([label, value]) => ({ label, value })),
  ];
  return (
    <div className="flex flex-col gap-3">
      <Facts stacked facts={known.filter((fact) => fact !== null)} />
      <p>
        <Badge tone={prospect.contactClass === 'PERSO' ? 'caution' : 'neutral'}>{t(prospect.contactClass)}</Badge>
      </p>
    </div>
  );
};

/** The clock on the callee's wall, from the server's time: a demonstration lives on another day. */
const useLocalTime = (now: Instant, timeZone: string): string => {
  const [elapsedMs, setElapsed] = useState(0);
  useEffect(() => {
    const startedAt = performance.now();
    setElapsed(0);
    const timer = setInterval(() => setElapsed(performance.now() - startedAt), 15_000);
    return () => clearInterval(timer);
  }, [now]);
  return clockTimeOf(addMilliseconds(now, elapsedMs), timeZone);
};
