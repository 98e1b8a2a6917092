import { headings, headingTitles, labelOf, type ContractContent, type Heading } from '../../contracts/index.ts';
import type { Formats, Language, Translate } from '../../../web/i18n/index.ts';
import type { termMessages } from './term-messages.ts';

type Key = keyof (typeof termMessages)['fr'];
export type TermRow = { path: string; label: string; lines: string[]; article: string | null };
export type TermGroup = { heading: Heading; title: string; rows: TermRow[] };
type Told = { t: Translate<Key>; format: Formats; language: Language };
type Terms = ContractContent['terms'];

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The signed conditions as one reads them: under the headings of the quote, each with the article that words it. */
export const termGroups = (
  content: Pick<ContractContent, 'terms' | 'articles'>,
  articleOf: (path: string) => string | undefined,
  told: Told,
): TermGroup[] => {
  const rows = linesOf(content.terms, told).map(([path, lines]) => {
    const label = labelOf(path);
    return {
      heading: label.heading,
      row: {
        path,
        label: capital(label[told.language]),
        lines: lines.filter(Boolean).map(capital),
        article: articleOf(path) ?? null,
      },
    };
  });
  return headings
    .map((heading) => ({
      heading,
      title: headingTitles[heading][told.language],
      rows: rows.filter((one) => one.heading === heading).map(({ row }) => row),
    }))
    .filter((group) => group.rows.length > 0);
};

const linesOf = (terms: Terms, told: Told): [path: string, lines: string[]][] => [
  ...workLines(terms, told),
  ...resultLines(terms, told),
  ...moneyLines(terms, told),
  ...endLines(terms, told),
];

const dayName = (day: number, language: Language) =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, day),
  );

const workLines = ({ scope, period, calling, volumes }: Terms, { t, format, language }: Told): [string, string[]][] => {
  const days = (list: readonly number[]) =>
    list.length > 2 && list.every((day, index) => index === 0 || day === list[index - 1]! + 1)
      ? t('dayRun', { from: dayName(list[0]!, language), to: dayName(list.at(-1)!, language) })
      : list.map((day) => dayName(day, language)).join(', ');
  const { script, recording } = calling;
  return [
    ['scope.context', [scope.context]],
    ['scope.objectives', scope.objectives],
    ['scope.included', scope.included],
    ['scope.excluded', scope.excluded],
    ['scope.targets', [scope.targets]],
    [
      'scope.allowedDepartments',
      [
        scope.allowedDepartments.length
          ? scope.allowedDepartments.join(', ')
          : scope.forbiddenDepartments.length
            ? t('deptForbidden', { list: scope.forbiddenDepartments.join(', ') })
            : t('deptAll'),
      ],
    ],
    ['scope.fileSource', [scope.fileSource]],
    ['scope.deliverables', scope.deliverables],
    ['period', [t('between', { from: format.day(period.startsOn), to: format.day(period.endsOn) })]],
    [
      'volumes',
      [
        ...(['calls', 'hours', 'appointments'] as const).flatMap((id) =>
          volumes[id] === null
            ? []
            : [`${t(`volume_${id}`, { count: format.count(volumes[id]) })} ${t(`per_${volumes.period}`)}`],
        ),
        t('warnAt', { percent: volumes.warnAtPercent }),
      ],
    ],
    [
      'calling.slots',
      calling.slots.map((slot) =>
        t('slot', { days: days(slot.days), from: format.clockTime(slot.from), to: format.clockTime(slot.to) }),
      ),
    ],
    ['calling.publicHolidays', [t(`publicHolidays_${calling.publicHolidays}`)]],
    ['calling.attemptsPerProspect', [t('attempts', { count: calling.attemptsPerProspect, hours: calling.hoursBetweenAttempts })]],
    ['calling.presentedNumber', [format.phone(calling.presentedNumber)]],
    [
      'calling.script',
      [
        `${t(script.required ? 'script_required' : 'script_optional')}, ${t(script.approvedByClient ? 'script_approved' : 'script_free')}`,
      ],
    ],
    [
      'calling.recording',
      [
        t(`recording_${recording.policy}`, { days: recording.retentionDays }),
        ...(recording.policy === 'none' ? [] : [recording.purpose]),
      ],
    ],
    ['calling.suppressionLists', [t('suppression')]],
  ];
};

const resultLines = ({ appointments, indicators, reporting }: Terms, { t, format }: Told): [string, string[]][] => {
  const target = ({ target: one, formula }: Terms['indicators'][number]) => {
    const show = (value: number) => (formula.startsWith('K') ? format.rate(value) : format.count(value));
    if (one?.min != null && one.max != null) return t('range', { min: show(one.min), max: show(one.max) });
    if (one?.min != null) return t('from', { min: show(one.min) });
    return one?.max != null ? t('upTo', { max: show(one.max) }) : null;
  };
  const { review, contest, arbiter, noShow } = appointments;
  return [
    ['appointments.definition', [appointments.definition]],
    ['appointments.criteria', appointments.criteria.map(({ label, definition }) => `${label} · ${definition}`)],
    [
      'appointments.review',
      [
        t('review', {
          count: review.workingDays,
          time: format.clockTime(review.untilTime),
          silence: t(`silence_${review.silence}`),
        }),
      ],
    ],
    ['appointments.contest', [t('contest', { count: contest.workingDays })]],
    ['appointments.arbiter', [arbiter.name]],
    ['appointments.noShow', [t(`noShow_${noShow.treatment}`, { hours: noShow.reportWithinHours })]],
    ['indicators', indicators.map((one) => [one.label, t(one.nature), target(one)].filter(Boolean).join(' · '))],
    [
      'reporting',
      [
        `${t(`frequency_${reporting.frequency}`)}, ${t(`channel_${reporting.channel}`)}, ${t('within', { count: reporting.dueWorkingDays })}`,
        reporting.meetings,
      ],
    ],
  ];
};

const moneyLines = ({ price, milestones, payment }: Terms, { t, format }: Told): [string, string[]][] => {
  const { penalty, delay } = payment;
  return [
    [
      'price.lines',
      price.lines.map(({ label, kind, unitPriceCents }) => `${label} · ${format.money(unitPriceCents)} ${t(`unit_${kind}`)}`),
    ],
    [
      'price.vat',
      [price.vat.regime === 'franchise' ? t('vat_franchise') : t('vat_real', { rate: format.rate(price.vat.rateBp) })],
    ],
    ['price.rebillableExpenses', [price.rebillableExpenses]],
    ['price.revision', [price.revision]],
    ['milestones', milestones.map(({ label, sharePercent }) => `${label} · ${t('share', { percent: sharePercent })}`)],
    ['payment.delay', [t(`delay_${delay.method}`, { days: delay.days })]],
    [
      'payment.penalty',
      [
        penalty.kind === 'ecb_plus_points'
          ? t('penalty_ecb_plus_points', { points: format.count(penalty.points) })
          : penalty.kind === 'times_legal'
            ? t('penalty_times_legal', { times: format.count(penalty.times) })
            : t('penalty_fixed_rate', { rate: format.rate(penalty.rateBp) }),
      ],
    ],
    ['payment.recoveryIndemnityCents', [format.money(payment.recoveryIndemnityCents)]],
    ['payment.means', [payment.means]],
  ];
};

const endLines = (
  { hypotheses, changes, termination, data, confidentiality, liability, intellectualProperty, nonSolicitation }: Terms,
  { t, format }: Told,
): [string, string[]][] => [
  [
    'hypotheses',
    hypotheses.map(
      ({ measure, comparison, thresholdBp, effect }) =>
        `${t(`h_${measure}`)} · ${comparison === 'at_most' ? t('upTo', { max: format.rate(thresholdBp) }) : t('from', { min: format.rate(thresholdBp) })} · ${effect}`,
    ),
  ],
  [
    'changes',
    [
      t('changes', { count: changes.replyWorkingDays }),
      changes.whenFileIsBad,
      changes.whenScriptChanges,
      changes.whenTargetWidens,
    ],
  ],
  [
    'termination',
    [
      t('notice', { provider: termination.providerNoticeDays, client: termination.clientNoticeDays }),
      termination.consequence,
      termination.cureDays ? t('cure', { count: termination.cureDays }) : '',
      termination.suspensionNoticeDays ? t('suspension', { count: termination.suspensionNoticeDays }) : '',
    ],
  ],
  ...(nonSolicitation ? [one('nonSolicitation', t('months', { count: nonSolicitation.months }))] : []),
  [
    'liability',
    [liability.capCents === null ? t('noCap') : t('cap', { amount: format.money(liability.capCents) }), liability.insurance],
  ],
  [
    'data',
    [
      t('owners', {
        file: t(`owner_${data.enrichedFileOwner}`),
        scripts: t(`owner_${data.scriptsOwner}`),
        recordings: t(`owner_${data.recordingsOwner}`),
      }),
    ],
  ],
  ['data.processing', [t('processing', { purpose: data.processing.purpose, days: data.processing.returnWithinDays })]],
  ['confidentiality', [t('years', { count: confidentiality.years })]],
  ...(intellectualProperty
    ? [
        one(
          'intellectualProperty',
          `${intellectualProperty.rights.map((right) => t(`right_${right}`)).join(', ')} · ${intellectualProperty.purpose} · ${intellectualProperty.territory} · ${t('years', { count: intellectualProperty.years })}`,
        ),
      ]
    : []),
];

const one = (path: string, line: string): [string, string[]] => [path, [line]];
