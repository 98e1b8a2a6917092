import { useEffect, useMemo, useRef, useState, type FocusEvent } from 'react';
import { useRead } from '../../../web/api/client.ts';
import { Button, classes, Select, Tabs, ThreePane, useHotkey, useMedia } from '../../../web/design/index.ts';
import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { type Heading, headings, headingTitles, labelOf } from '../../contracts/index.ts';
import { checkQuote, type QuoteFinding } from '../index.ts';
import { fieldFor } from './draft-path.ts';
import { ClausesPane } from './clauses-pane.tsx';
import { EditingProvider } from './editing.tsx';
import { EditorHead } from './editor-head.tsx';
import { Essentials } from './essentials.tsx';
import { FindingList, HeadingsRail } from './headings-rail.tsx';
import { messages } from './messages.ts';
import { PreviewPane } from './preview-pane.tsx';
import { sections } from './sections/index.ts';
import type { ClientLine, QuoteDetail } from './shapes.ts';
import { useDraft } from './use-draft.ts';

/** The editor: headings left, their form in the middle, the contract as it will read on the right. */
export const DraftQuote = ({ quote, vatRegime }: { quote: QuoteDetail; vatRegime: 'real' | 'franchise' }) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const editor = useDraft(quote);
  const { content } = editor.state;
  // What the clauses ask and what is wrong in them comes with the preview; the terms are judged here, at each key.
  const [clauses, setClauses] = useState({ asked: quote.asked, findings: quote.findings });
  const { asked } = clauses;
  const findings = useMemo(
    () => [
      ...checkQuote(content.draft, { today: quote.today, validUntil: content.validUntil, vatRegime, asked }),
      ...clauses.findings.filter(({ clauseId, rule }) => clauseId !== undefined || ofItsOrder.has(rule)),
    ],
    [content.draft, content.validUntil, quote.today, vatRegime, asked, clauses.findings],
  );
  const editing = useMemo(
    () => ({ content, findings, asked, vatRegime, set: editor.set, change: editor.change }),
    [content, findings, asked, vatRegime, editor.set, editor.change],
  );
  const shown = useMemo(() => headingsAsked(asked, findings), [asked, findings]);

  const [heading, setHeading] = useState<Heading>(findings[0]?.heading ?? 'context');
  const [looked, setLooked] = useState<string | null>(null);
  const [view, setView] = useState('form');
  const [target, setTarget] = useState<QuoteFinding | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const wide = useMedia('(min-width: 1200px)');
  useHotkey('mod+z', editor.undo);

  const clients = useRead<{ clients: ClientLine[] }>('/clients');
  const clientName = clients.data?.clients.find(({ clientId }) => clientId === quote.clientId)?.name ?? '';

  const goTo = (finding: QuoteFinding) => {
    setHeading(finding.heading);
    setView('form');
    setTarget(finding);
  };
  useEffect(() => {
    if (!target || !form.current) return;
    const places = [...form.current.querySelectorAll<HTMLElement>('[data-path]')];
    const found = fieldFor(
      target.path,
      places.map((place) => place.dataset['path']!),
    );
    const place = places.find(({ dataset }) => dataset['path'] === found);
    const empty = [...(place?.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea') ?? [])].find(
      (input) => input.value === '' && input.type !== 'checkbox' && input.type !== 'radio',
    );
    (empty ?? place?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, [role=spinbutton], button'))?.focus();
    place?.scrollIntoView({ block: 'center' });
    setTarget(null);
  }, [target, heading, view]);

  const choose = (next: Heading) => {
    setHeading(next);
    setLooked(null);
    form.current?.closest('section[aria-label]')?.scrollTo({ top: 0 });
  };
  const look = (event: FocusEvent) =>
    setLooked((event.target as HTMLElement).closest<HTMLElement>('[data-path]')?.dataset['path'] ?? null);

  const Fields = sections[heading];
  const next = shown[shown.indexOf(heading) + 1];
  const formPane = (
    <div ref={form} onFocusCapture={look} className="flex max-w-2xl flex-col gap-6 [&>fieldset:not(:has([data-path]))]:hidden">
      <h2 className="text-lg font-semibold">{headingTitles[heading][language]}</h2>
      <Fields />
      {next && (
        <div className="border-t border-line pt-4">
          <Button onPress={() => choose(next)}>{t('nextHeading', { title: headingTitles[next][language] })}</Button>
        </div>
      )}
    </div>
  );
  const document = <PreviewPane quoteId={quote.id} clientName={clientName} looked={looked} onPreview={setClauses} />;
  const essential = <Essentials draft={content.draft} />;
  const clausesPane = <ClausesPane quoteId={quote.id} flush={editor.flush} onChanged={editor.takeTheirs} />;
  const missingHere = findings.filter((finding) => finding.heading === heading);

  return (
    <EditingProvider value={editing}>
      <div className={classes('relative flex min-h-0 flex-col', wide && 'h-dvh overflow-clip')}>
        <title>{`${content.title} · Cadran`}</title>
        <EditorHead quote={quote} editor={editor} clientName={clientName} onFinding={goTo} />
        {wide ? (
          <ThreePane
            labels={[t('paneHeadings'), t('paneForm'), t('panePreview')]}
            left={<HeadingsRail shown={shown} findings={findings} current={heading} onChoose={choose} onFinding={goTo} />}
            middle={formPane}
            right={
              <Tabs
                label={t('panePreview')}
                tabs={[
                  { id: 'document', title: t('document'), content: document },
                  { id: 'essential', title: t('essential'), content: essential },
                  { id: 'clauses', title: t('clauses'), content: clausesPane },
                ]}
              />
            }
          />
        ) : (
          <div className="px-4 py-4">
            <Tabs
              label={t('panePreview')}
              selected={view}
              onSelect={setView}
              tabs={[
                {
                  id: 'form',
                  title: t('form'),
                  content: (
                    <div className="flex flex-col gap-5">
                      <Select
                        label={t('heading')}
                        value={heading}
                        onChange={choose}
                        options={shown.map((one) => ({ value: one, label: titleWithCount(one, language, findings) }))}
                      />
                      {missingHere.length > 0 && <FindingList findings={missingHere} onFinding={goTo} />}
                      {formPane}
                    </div>
                  ),
                },
                { id: 'document', title: t('document'), content: document },
                { id: 'essential', title: t('essential'), content: essential },
                { id: 'clauses', title: t('clauses'), content: clausesPane },
              ]}
            />
          </div>
        )}
      </div>
    </EditingProvider>
  );
};

// Judged by the server alone: it knows the framework.
const ofItsOrder = new Set([
  'framework_missing',
  'framework_not_in_force',
  'outside_framework',
  'contradicts_framework',
  'trial_too_large',
]);

/** A heading of which no clause asks anything is not part of this document. */
const headingsAsked = (asked: readonly string[], findings: readonly QuoteFinding[]): Heading[] => {
  const those = new Set([...asked.map((path) => labelOf(path).heading), ...findings.map((finding) => finding.heading)]);
  return headings.filter((heading) => those.has(heading));
};

const titleWithCount = (heading: Heading, language: 'fr' | 'en', findings: readonly QuoteFinding[]) => {
  const count = findings.filter((finding) => finding.heading === heading).length;
  return `${headingTitles[heading][language]}${count ? ` ◆ ${count}` : ''}`;
};
