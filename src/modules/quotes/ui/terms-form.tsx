import { useCallback, useMemo, useState } from 'react';
import { Select, useMedia } from '../../../web/design/index.ts';
import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { type DraftTerms, type Heading, headings, headingTitles } from '../../contracts/index.ts';
import { withValue } from './draft-path.ts';
import { EditingProvider } from './editing.tsx';
import { HeadingsRail } from './headings-rail.tsx';
import { messages } from './messages.ts';
import { sections } from './sections/index.ts';
import type { QuoteFinding } from '../index.ts';

type Props = {
  terms: DraftTerms;
  findings: readonly QuoteFinding[];
  vatRegime: 'real' | 'franchise';
  onChange: (change: (terms: DraftTerms) => DraftTerms) => void;
  /** The conditions that may be filled in; absent: all those present. */
  asked?: readonly string[];
  /** The headings that hold them. */
  shown?: readonly Heading[];
  /** The heading that is open first. */
  opensOn?: Heading;
};

/** The conditions of a signed contract in the quote editor’s own form: by heading, each field with what is wrong in it. */
export const TermsForm = ({ terms, findings, vatRegime, onChange, asked, shown = headings, opensOn }: Props) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const wide = useMedia('(min-width: 1024px)');
  const [heading, setHeading] = useState<Heading>(opensOn ?? (asked ? shown[0]! : 'planning'));
  const set = useCallback((path: string, value: unknown) => onChange((before) => withValue(before, path, value)), [onChange]);
  const editing = useMemo(
    () => ({
      content: { title: '', validUntil: null, draft: terms },
      findings,
      asked: asked ?? Object.keys(terms),
      vatRegime,
      isAmendment: true,
      set,
      change: (_: string, change: (content: { title: string; validUntil: null; draft: DraftTerms }) => { draft: DraftTerms }) =>
        onChange((before) => change({ title: '', validUntil: null, draft: before }).draft),
    }),
    [terms, findings, asked, vatRegime, set, onChange],
  );
  const Fields = sections[heading];
  return (
    <EditingProvider value={editing as never}>
      <div className="grid gap-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
        {wide ? (
          <HeadingsRail
            shown={shown}
            findings={findings}
            current={heading}
            isAmendment
            onChoose={setHeading}
            onFinding={(finding) => setHeading(finding.heading)}
          />
        ) : (
          <Select
            label={t('heading')}
            value={heading}
            onChange={setHeading}
            options={shown.map((one) => ({ value: one, label: headingTitles[one][language] }))}
          />
        )}
        <div className="flex max-w-2xl flex-col gap-6 [&>fieldset:not(:has([data-path]))]:hidden">
          <h3 className="text-base font-semibold">{headingTitles[heading][language]}</h3>
          <Fields />
        </div>
      </div>
    </EditingProvider>
  );
};
