import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { ButtonLink, Card, Notice, NumberField, Page, PageHeader, RadioGroup, Section } from '../../../web/design/index.ts';
import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { adviseScheme, schemes, type SchemeAnswers } from '../index.ts';
import { adviceMessages } from './advice-messages.ts';
import { OpportunitySection } from './opportunity-section.tsx';

const first: SchemeAnswers = {
  frequency: 'sometimes',
  missions: 2,
  volume: 'medium',
  predictability: 'partly',
  relation: 'tested',
  wording: 'own',
};

/** The article's comparison, six questions, and what past offers already say. */
export default function AdvicePage() {
  const t = useMessages(adviceMessages);
  const [query] = useSearchParams();
  const [answers, setAnswers] = useState<SchemeAnswers>(first);
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Comparison />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <Interview answers={answers} onChange={setAnswers} />
        <Advice answers={answers} />
      </div>
      <OpportunitySection asked={query.get('client')} />
    </Page>
  );
}

const Comparison = () => {
  const t = useMessages(adviceMessages);
  const columns = ['strengths', 'limits', 'contexts'] as const;
  const heads = { strengths: t('colStrengths'), limits: t('colLimits'), contexts: t('colContexts') };
  return (
    <Section title={t('compare')}>
      {/* On a phone each scheme is read on its own; side by side wherever there is room. */}
      <table className="w-full border-collapse text-left text-sm max-md:hidden">
        <thead>
          <tr className="border-b border-ink align-bottom text-xs text-ink-soft">
            <th className="py-2 pr-4 font-medium">{t('colScheme')}</th>
            {columns.map((column) => (
              <th key={column} className="py-2 pr-4 font-medium">
                {heads[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {schemes.map((scheme) => (
            <tr key={scheme} className="border-b border-line align-top">
              <th scope="row" className="w-48 py-3 pr-4 font-semibold">
                {t(`scheme_${scheme}`)}
              </th>
              {columns.map((column) => (
                <td key={column} className="py-3 pr-4">
                  {t(`${column}_${scheme}`)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="grid gap-4 md:hidden">
        {schemes.map((scheme) => (
          <Card key={scheme} className="flex flex-col gap-3">
            <h3 className="font-semibold">{t(`scheme_${scheme}`)}</h3>
            <dl className="flex flex-col gap-3 text-sm">
              {columns.map((column) => (
                <div key={column}>
                  <dt className="text-xs font-medium text-ink-soft">{heads[column]}</dt>
                  <dd>{t(`${column}_${scheme}`)}</dd>
                </div>
              ))}
            </dl>
          </Card>
        ))}
      </div>
    </Section>
  );
};

const choices = {
  frequency: ['once', 'sometimes', 'regular'],
  volume: ['small', 'medium', 'large'],
  predictability: ['unknown', 'partly', 'known'],
  relation: ['new', 'tested', 'established'],
  wording: ['own', 'standard'],
} as const;
type Question = keyof typeof choices;

const Interview = ({ answers, onChange }: { answers: SchemeAnswers; onChange: (answers: SchemeAnswers) => void }) => {
  const t = useMessages(adviceMessages);
  const ask = (question: Question) => (
    <RadioGroup<string>
      label={t(question)}
      value={answers[question]}
      onChange={(value) => onChange({ ...answers, [question]: value })}
      options={choices[question].map((value) => ({ value, label: t(`${question}_${value}` as 'frequency_once') }))}
    />
  );
  return (
    <Section title={t('interview')}>
      <div className="flex flex-col gap-6">
        {ask('frequency')}
        <div className="max-w-72">
          <NumberField
            label={t('missions')}
            unit={t('missionsUnit')}
            minValue={1}
            maxValue={99}
            value={answers.missions}
            onChange={(missions) => onChange({ ...answers, missions: missions ?? 1 })}
          />
        </div>
        {ask('volume')}
        {ask('predictability')}
        {ask('relation')}
        {ask('wording')}
      </div>
    </Section>
  );
};

const Advice = ({ answers }: { answers: SchemeAnswers }) => {
  const t = useMessages(adviceMessages);
  const { language } = useLanguage();
  const { scheme, trialFirst, reasons, against } = adviseScheme(answers);
  return (
    <Section title={t('advice')}>
      <div aria-live="polite" className="flex flex-col gap-4">
        <p className="text-lg font-semibold">{t(`scheme_${scheme}`)}</p>
        {trialFirst && <Notice tone="neutral">{t('trialFirst')}</Notice>}
        {reasons.length > 0 && (
          <div>
            <h3 className="text-sm font-medium">{t('why')}</h3>
            <ul className="mt-1 flex list-disc flex-col gap-1 pl-5 text-sm">
              {reasons.map((reason) => (
                <li key={reason.fr}>{reason[language]}</li>
              ))}
            </ul>
          </div>
        )}
        {against.length > 0 && (
          <div>
            <h3 className="text-sm font-medium text-ink-soft">{t('butAlso')}</h3>
            <ul className="mt-1 flex list-disc flex-col gap-1 pl-5 text-sm text-ink-soft">
              {against.map((reason) => (
                <li key={reason.fr}>{reason[language]}</li>
              ))}
            </ul>
          </div>
        )}
        <p>
          {trialFirst ? (
            <ButtonLink variant="primary" to="/devis/nouveau?essai=1">
              {t('do_trial')}
            </ButtonLink>
          ) : scheme === 'quotes' ? (
            <ButtonLink variant="primary" to="/devis/nouveau">
              {t('do_quotes')}
            </ButtonLink>
          ) : scheme === 'framework' ? (
            <ButtonLink variant="primary" to="/contrats-cadres">
              {t('do_framework')}
            </ButtonLink>
          ) : (
            <span className="text-sm">{t('do_platform')}</span>
          )}
        </p>
        <p className="text-xs text-ink-soft">{t('notAdvice')}</p>
      </div>
    </Section>
  );
};
