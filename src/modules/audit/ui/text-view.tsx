import { Fragment, useEffect, useRef } from 'react';
import { classes } from '../../../web/design/index.ts';
import type { Finding } from '../index.ts';
import type { ReadText } from './shapes.ts';

/** The text as it was read, the words of each finding lit; pressing them leads to the finding. */
export const TextView = ({
  document,
  findings,
  selected,
  onSelect,
}: {
  document: ReadText;
  findings: readonly Finding[];
  selected: string | null;
  onSelect: (key: string) => void;
}) => {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!selected || !sheet.current) return;
    const mark = sheet.current.querySelector<HTMLElement>(`[data-key="${CSS.escape(selected)}"]`);
    mark?.scrollIntoView({
      block: 'center',
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    });
  }, [selected]);
  const own = findings.filter(({ documentId, span }) => documentId === document.id && span);
  return (
    <div
      ref={sheet}
      lang="fr"
      tabIndex={0}
      role="document"
      aria-label={document.title}
      className="prose-document max-h-[75dvh] overflow-y-auto rounded-md border border-line bg-surface px-6 py-7 text-[0.95rem]! shadow-raised max-md:px-4"
    >
      {document.sections.map(({ number, heading, paragraphs }, section) => (
        <section key={section}>
          {(number || heading) && (
            <h4 className="mt-5 mb-2 font-semibold">
              {number && <span className="mr-2 text-ink-soft tabular-nums">{number}</span>}
              {heading}
            </h4>
          )}
          {paragraphs.map(({ text }, paragraph) => (
            <p key={paragraph}>
              <Marked
                text={text}
                findings={own.filter(({ span }) => span!.section === section && span!.paragraph === paragraph)}
                selected={selected}
                onSelect={onSelect}
              />
            </p>
          ))}
        </section>
      ))}
    </div>
  );
};

const washes = {
  bloquant: 'bg-bad-wash decoration-bad',
  avertissement: 'bg-caution-wash decoration-caution',
  conseil: 'bg-sunken decoration-edge',
};

/** Findings on the same words share one mark: the gravest gives its colour, and the one that is looked at wins. */
const Marked = ({
  text,
  findings,
  selected,
  onSelect,
}: {
  text: string;
  findings: readonly Finding[];
  selected: string | null;
  onSelect: (key: string) => void;
}) => {
  const ordered = [...findings].sort(
    (a, b) =>
      Number(b.key === selected) - Number(a.key === selected) || a.span!.start - b.span!.start || b.span!.end - a.span!.end,
  );
  const kept: Finding[] = [];
  for (const finding of ordered)
    if (!kept.some(({ span }) => span!.start < finding.span!.end && finding.span!.start < span!.end)) kept.push(finding);
  kept.sort((a, b) => a.span!.start - b.span!.start);
  let at = 0;
  return (
    <>
      {kept.map((finding) => {
        const { start, end } = finding.span!;
        const before = text.slice(at, start);
        at = end;
        return (
          <Fragment key={finding.key}>
            {before}
            <mark
              role="button"
              tabIndex={0}
              data-key={finding.key}
              aria-label={`${finding.rule}\u00a0: ${text.slice(start, end)}`}
              aria-pressed={finding.key === selected}
              onClick={() => onSelect(finding.key)}
              onKeyDown={(event) =>
                (event.key === 'Enter' || event.key === ' ') && (event.preventDefault(), onSelect(finding.key))
              }
              className={classes(
                'cursor-pointer text-ink box-decoration-clone text-left underline decoration-2 underline-offset-3',
                washes[finding.severity],
                finding.key === selected && 'outline-2 outline-offset-1 outline-primary',
              )}
            >
              {text.slice(start, end)}
            </mark>
          </Fragment>
        );
      })}
      {text.slice(at)}
    </>
  );
};
