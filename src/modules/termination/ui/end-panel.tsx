import { useState } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import {
  Button,
  Card,
  Checkbox,
  Dialog,
  Form,
  Notice,
  NumberField,
  Section,
  Select,
  TextField,
} from '../../../web/design/index.ts';
import { useFormats, useLanguage, useMessages, useWhyNot } from '../../../web/i18n/index.ts';
import { giveNotice, sendMiseEnDemeure } from '../domain/decide-resiliation.ts';
import { refusals } from '../refusals.ts';
import { AccountTable } from './account.tsx';
import { messages } from './messages.ts';
import { refreshed, type Life } from './shapes.ts';

/** Two ways out: with notice, or for a breach. Each says what it would mean before it is chosen. */
export const EndPanel = ({ life }: { life: Life }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const whyNot = useWhyNot(refusals);
  const [asked, ask] = useState<'notice' | 'breach' | null>(null);
  const subject = { type: 'mission' as const, id: life.mission.id };
  const whyNoNotice = whyNot(
    giveNotice(
      { resiliationId: '', subject, by: life.me, noticeDays: life.noticeDays.mine, payableCents: null },
      { isOver: false, current: undefined, endsOn: life.mission.endsOn as never, today: life.today as never },
    ),
  );
  return (
    <Section title={t('endTitle')}>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card className="flex flex-col items-start gap-3">
          <h3 className="text-base font-semibold">{t('endAtWill')}</h3>
          <p className="text-sm text-ink-soft">
            {t('endAtWillWhy', { count: life.noticeDays.mine, day: format.day(life.suggested.contractual) })}
          </p>
          {life.suggested.isLonger && (
            <Notice tone="caution">
              {t('suggested', {
                since: format.day(life.suggested.since),
                months: life.suggested.months,
                day: format.day(life.suggested.prudent),
              })}
            </Notice>
          )}
          <Button onPress={() => ask('notice')} whyDisabled={whyNoNotice}>
            {t('giveNotice')}
          </Button>
        </Card>
        <Card className="flex flex-col items-start gap-3">
          <h3 className="text-base font-semibold">{t('endBreach')}</h3>
          <p className="text-sm text-ink-soft">{t('endBreachWhy')}</p>
          <Button onPress={() => ask('breach')}>{t('demand')}</Button>
        </Card>
      </div>
      {asked === 'notice' && <GiveNotice life={life} onClose={() => ask(null)} />}
      {asked === 'breach' && <Demand life={life} onClose={() => ask(null)} />}
    </Section>
  );
};

const GiveNotice = ({ life, onClose }: { life: Life; onClose: () => void }) => {
  const t = useMessages(messages);
  const [reasons, setReasons] = useState('');
  const command = useCommand(() => request('POST', `/missions/${life.mission.id}/notice`, { reasons: reasons.trim() }), {
    invalidate: refreshed(life.mission.id),
    done: t('done'),
    onDone: onClose,
    quiet: true,
  });
  return (
    <Dialog isOpen wide title={t('endAtWill')} onClose={onClose}>
      <AccountTable account={life.ifNoticeNow} />
      <Form error={command.error} onSubmit={() => command.mutate()}>
        <TextField
          label={t('noticeReasons')}
          hint={t('noticeReasonsHint')}
          name="reasons"
          value={reasons}
          onChange={setReasons}
          lines={3}
          optional
        />
        <Button type="submit" variant="danger" isPending={command.isPending}>
          {t('giveNotice')}
        </Button>
      </Form>
    </Dialog>
  );
};

const Demand = ({ life, onClose }: { life: Life; onClose: () => void }) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const whyNot = useWhyNot(refusals);
  const [term, setTerm] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const [cureDays, setCureDays] = useState<number | null>(life.cureDays);
  const [chosen, choose] = useState<readonly string[]>([]);
  const article = life.articles.find((one) => one.term === term);
  const evidence = life.evidenceChoices.filter(({ id }) => chosen.includes(id));
  const command = useCommand(
    () => request('POST', `/missions/${life.mission.id}/formal-demand`, { term, words: words.trim(), cureDays, evidence }),
    { invalidate: refreshed(life.mission.id), done: t('done'), onDone: onClose, quiet: true },
  );
  const missing = article
    ? whyNot(
        sendMiseEnDemeure(
          {
            resiliationId: '',
            subject: { type: 'mission', id: life.mission.id },
            by: life.me,
            breach: { ...article, title: article.label.fr, words, cureDays: cureDays ?? 0, evidence },
          },
          { isOver: false, current: undefined, articles: { [article.term]: article.article }, cureDays: life.cureDays },
        ),
      )
    : t('chooseArticle');
  return (
    <Dialog isOpen wide title={t('demand')} onClose={onClose}>
      <p className="text-sm text-ink-soft">{t('endBreachWhy')}</p>
      <Form error={command.error} onSubmit={() => !missing && command.mutate()}>
        <Select
          label={t('article')}
          value={term}
          onChange={setTerm}
          options={life.articles.map((one) => ({
            value: one.term,
            label: t('articleLine', { article: one.article, label: one.label[language] }),
          }))}
        />
        <TextField label={t('words')} hint={t('wordsHint')} name="words" value={words} onChange={setWords} lines={5} />
        <NumberField
          label={t('cureDays')}
          hint={t('cureDaysHint', { count: life.cureDays })}
          name="cureDays"
          unit={t('days')}
          value={cureDays}
          onChange={setCureDays}
          minValue={life.cureDays}
          maxValue={90}
        />
        <fieldset className="flex max-h-56 flex-col gap-2 overflow-auto">
          <legend className="mb-1 text-sm font-medium">{t('evidence')}</legend>
          {life.evidenceChoices.length === 0 && <p className="text-sm text-ink-soft">{t('evidenceNone')}</p>}
          {life.evidenceChoices.map(({ id, label }) => (
            <Checkbox
              key={id}
              isSelected={chosen.includes(id)}
              onChange={(selected) => choose(selected ? [...chosen, id] : chosen.filter((one) => one !== id))}
            >
              {label}
            </Checkbox>
          ))}
        </fieldset>
        <Button type="submit" variant="primary" whyDisabled={missing} isPending={command.isPending}>
          {t('demand')}
        </Button>
      </Form>
    </Dialog>
  );
};
