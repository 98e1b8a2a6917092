import { Button, classes, StateLabel, type Tone } from '../../../web/design/index.ts';
import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { frenchSpaces } from '../../../shared/french.ts';
import type { Finding, Severity } from '../index.ts';
import { messages } from './messages.ts';

const tones: Record<Severity, Tone> = { bloquant: 'bad', avertissement: 'caution', conseil: 'neutral' };

/** Where a finding stands, in words. */
export const usePlace = () => {
  const t = useMessages(messages);
  return ({ place }: Pick<Finding, 'place'>): string => {
    if (!place) return t('wholeDocument');
    const parts = [
      place.article ? t('article', { number: place.article }) : place.heading,
      place.page ? t('page', { page: place.page }) : null,
      place.line ? t('line', { line: place.line }) : null,
    ].filter(Boolean);
    return parts.join(', ') || t('wholeDocument');
  };
};

/** One finding: the rule, the words, where, why, the risk, the source, and what to do about it. */
export const FindingCard = ({
  finding,
  isSelected,
  severalDocuments,
  acceptedFor,
  onSee,
  onClause,
  onAccept,
  onTakeBack,
}: {
  finding: Finding;
  isSelected: boolean;
  severalDocuments: boolean;
  acceptedFor: string | undefined;
  onSee: () => void;
  onClause: () => void;
  onAccept: () => void;
  onTakeBack: () => void;
}) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const placeWords = usePlace();
  const said = (words: Finding['title']) => (language === 'fr' ? frenchSpaces(words.fr) : words.en);
  const { rule, severity, title, why, detail, risk, source, words, span, cures, family, documentTitle } = finding;
  return (
    <li
      id={`point-${finding.key}`}
      className={classes(
        'flex flex-col gap-2 rounded-md border bg-surface p-4 text-sm',
        isSelected ? 'border-primary' : 'border-line',
      )}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="text-base font-semibold">
          <span className="mr-2 font-normal text-ink-soft tabular-nums">{rule}</span>
          {said(title)}
        </h3>
        <StateLabel tone={tones[severity]}>{t(`severity_${severity}`)}</StateLabel>
      </div>
      <p>
        {said(why)} {detail && said(detail)}
      </p>
      {words && (
        <blockquote lang="fr" className="border-l-2 border-edge pl-3 font-serif text-ink-soft italic">
          {'«\u00a0'}
          {words.length > 320 ? `${words.slice(0, 300)}…` : words}
          {'\u00a0»'}
        </blockquote>
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-xs">
        <dt className="text-ink-soft">{family === 'absent' && words ? t('whereToWrite') : t('where')}</dt>
        <dd>
          {placeWords(finding)}
          {severalDocuments && ` · ${documentTitle}`}
        </dd>
        <dt className="text-ink-soft">{t('risk')}</dt>
        <dd>{t(`risk_${risk}`)}</dd>
        {source && (
          <>
            <dt className="text-ink-soft">{t('source')}</dt>
            <dd lang="fr">{source}</dd>
          </>
        )}
      </dl>
      {acceptedFor !== undefined && <p className="text-xs text-caution">{t('acceptedAs', { reason: acceptedFor })}</p>}
      <div className="flex flex-wrap gap-2">
        {span && (
          <Button variant="quiet" onPress={onSee}>
            {t('see')}
          </Button>
        )}
        {cures.length > 0 && (
          <Button variant="quiet" onPress={onClause}>
            {t('clause')}
          </Button>
        )}
        {acceptedFor === undefined ? (
          <Button variant="quiet" onPress={onAccept}>
            {t('accept')}
          </Button>
        ) : (
          <Button variant="quiet" onPress={onTakeBack}>
            {t('takeBack')}
          </Button>
        )}
      </div>
    </li>
  );
};
