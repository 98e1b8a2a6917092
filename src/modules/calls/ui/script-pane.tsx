import { Badge, Button, ButtonLink, Empty, Notice, Section, StateLabel, useHotkey } from '../../../web/design/index.ts';
import { useFormats } from '../../../web/i18n/index.ts';
import type { CriterionSeen } from '../domain/record-outcome.ts';
import { fillScript } from '../domain/script.ts';
import { type Desk, personOf, type Served } from './shapes.ts';
import { useWords } from './use-words.ts';

type Props = {
  desk: Desk;
  served: Served | null;
  marks: readonly CriterionSeen[];
  mayMark: boolean;
  onMark: (criterionId: string, state: 'met' | 'unknown') => void;
};

/** What to say, and the signed criteria to hear. */
export const ScriptPane = ({ desk, served, marks, mayMark, onMark }: Props) => (
  <div className="flex flex-col gap-8">
    <Script desk={desk} served={served} />
    <Criteria desk={desk} marks={marks} mayMark={mayMark} onMark={onMark} />
  </div>
);

const Script = ({ desk, served }: Pick<Props, 'desk' | 'served'>) => {
  const { t } = useWords();
  const { script, mission } = desk;
  if (!script)
    return (
      <Empty title={t('noScript')} action={<ButtonLink to={`/missions/${mission.id}/script`}>{t('writeScript')}</ButtonLink>} />
    );
  const prospect = served?.found ? served.prospect : null;
  const values = {
    'prospect.nom': prospect ? personOf(prospect) || (prospect.company ?? '') : '',
    'prospect.fonction': prospect?.jobTitle ?? '',
    'prospect.societe': prospect?.company ?? '',
    'prospect.ville': prospect?.city ?? '',
    'client.nom': desk.clientName,
    'prestataire.nom': desk.providerName,
    'appelant.nom': desk.callerName,
    'mission.nom': mission.name,
    'enregistrement.finalite': desk.recording.purpose,
    'enregistrement.duree': String(desk.recording.retentionDays),
  };
  return (
    <Section title={t('script')} aside={<Badge>{t('scriptVersion', { version: script.version })}</Badge>}>
      {!script.approval && <Notice tone="caution">{t('scriptNotApproved')}</Notice>}
      <div className="max-w-reading font-serif text-base leading-relaxed whitespace-pre-wrap">
        {fillScript(script.body, values)}
      </div>
    </Section>
  );
};

const Criteria = ({ desk, marks, mayMark, onMark }: Omit<Props, 'served'>) => {
  const { t } = useWords();
  const isMet = (id: string) => marks.some(({ criterionId, state }) => criterionId === id && state === 'met');
  const next = desk.criteria.find(({ id }) => !isMet(id));
  useHotkey('m', () => next && onMark(next.id, 'met'), mayMark && next !== undefined);
  return (
    <Section
      title={t('criteria')}
      aside={desk.criteriaArticle && <Badge>{t('criteriaArticle', { article: desk.criteriaArticle })}</Badge>}
    >
      {!mayMark && <p className="text-ink-soft">{t('markWhy')}</p>}
      <ol className="flex flex-col divide-y divide-line border-y border-line">
        {desk.criteria.map((criterion) => (
          <Criterion
            key={criterion.id}
            criterion={criterion}
            mark={marks.find(({ criterionId, state }) => criterionId === criterion.id && state === 'met')}
            isNext={criterion.id === next?.id}
            mayMark={mayMark}
            onMark={onMark}
          />
        ))}
      </ol>
    </Section>
  );
};

type CriterionProps = {
  criterion: Desk['criteria'][number];
  mark: CriterionSeen | undefined;
  isNext: boolean;
  mayMark: boolean;
  onMark: Props['onMark'];
};
const Criterion = ({ criterion, mark, isNext, mayMark, onMark }: CriterionProps) => {
  const { t } = useWords();
  const format = useFormats();
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium">{criterion.label}</p>
        <p className="text-ink-soft">{criterion.definition}</p>
        <StateLabel tone={mark ? 'good' : 'neutral'}>
          {mark
            ? mark.momentSeconds === null
              ? t('criterionMet')
              : t('criterionAt', { time: format.duration(mark.momentSeconds) })
            : t('criterionOpen')}
        </StateLabel>
      </div>
      {mark
        ? mayMark && (
            <Button size="sm" variant="quiet" onPress={() => onMark(criterion.id, 'unknown')}>
              {t('undoMark')}
            </Button>
          )
        : mayMark && (
            <Button size="sm" {...(isNext ? { hotkey: 'M' } : {})} onPress={() => onMark(criterion.id, 'met')}>
              {t('criterionMet')}
            </Button>
          )}
    </li>
  );
};
