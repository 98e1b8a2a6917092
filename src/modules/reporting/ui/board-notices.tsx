import { Link, Notice } from '../../../web/design/index.ts';
import { isOver, type Board, type Volume } from './shapes.ts';
import { inUnit, rateText, useWords } from './use-words.ts';

/** What stops or threatens the mission, each with its article: a pause, a volume near its end, a broken assumption. */
export const BoardNotices = ({ board }: { board: Board }) => {
  const { t, coded, format } = useWords();
  const { mission, volumes, hypotheses, articles, warnAtPercent } = board;
  const amount = ({ id }: Volume, value: number) =>
    `${format.count(inUnit(id, value))}${id === 'hours' ? `\u00a0${t('hoursUnit')}` : ''}`;
  const cited = (sentence: string, article: string | null) => (article ? `${sentence} (${t('article', { article })})` : sentence);
  // The draft is already there, priced: the product prepares it at the signed warning.
  const toAmendments = <Link to={`/missions/${mission.id}/avenants`}>{t('toAmendments')}</Link>;
  return (
    <>
      {mission.status === 'paused' && (
        <Notice tone="caution">
          {mission.statusReason ? t('pausedFor', { reason: sentenceOf(mission.statusReason) }) : t('pausedPlain')}
        </Notice>
      )}
      {mission.status !== 'closed' && isOver(board) && (
        <Notice action={<Link to={`/missions/${mission.id}/rapports`}>{t('toFinal')}</Link>}>
          {t('overNotice', { day: format.day(mission.endsOn) })}
        </Notice>
      )}
      {mission.status === 'closed' && <Notice>{t('closedFor', { reason: sentenceOf(mission.statusReason ?? '') })}</Notice>}
      {mission.status !== 'closed' &&
        !isOver(board) &&
        volumes
          .filter(({ state }) => state !== 'normal')
          .map((volume) => (
            <Notice key={volume.id} tone={volume.state === 'used_up' ? 'bad' : 'caution'} action={toAmendments}>
              {cited(
                t(volume.state === 'used_up' ? 'usedUpNotice' : 'warningNotice', {
                  volume: coded('', volume.id),
                  used: amount(volume, volume.consumed),
                  signed: amount(volume, volume.signed),
                  percent: warnAtPercent,
                }),
                volume.article,
              )}
            </Notice>
          ))}
      {hypotheses
        .filter(({ state }) => state === 'broken')
        .map(({ id, measure, measured, comparison, thresholdBp, effect }) => (
          <Notice key={id} tone="bad" action={toAmendments}>
            {cited(
              t('h_notice', {
                measure: coded('h_', measure),
                value: rateText(format, measured.value ?? 0),
                numerator: format.count(measured.numerator),
                denominator: format.count(measured.denominator),
                threshold: t(`h_${comparison}`, { threshold: format.rate(thresholdBp) }),
                effect: effect.charAt(0).toLowerCase() + effect.slice(1),
              }),
              articles.changes ?? articles.hypotheses,
            )}
          </Notice>
        ))}
    </>
  );
};

const sentenceOf = (text: string): string => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
