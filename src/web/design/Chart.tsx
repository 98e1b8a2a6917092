import type { PlotOptions } from '@observablehq/plot';
import { useEffect, useId, useRef, type ReactNode } from 'react';

type Plot = typeof import('@observablehq/plot');
export type ChartProps = {
  /** The answer in a sentence, above the picture: « 12 rendez-vous validés sur 20 ». */
  sentence: ReactNode;
  /** Builds the picture. Use the CSS variables (var(--color-primary)…) so that it follows light and dark. Keep it stable (useCallback). */
  draw: (plot: Plot, width: number) => PlotOptions;
  height?: number;
  /** The same figures as a table, for those who do not see the picture. */
  table?: ReactNode;
};

/** One question, one picture; the sentence first. */
export const Chart = ({ sentence, draw, height = 220, table }: ChartProps) => {
  const holder = useRef<HTMLDivElement>(null);
  const sentenceId = useId();
  useEffect(() => {
    const place = holder.current;
    if (!place) return;
    let stopped = false;
    const paint = async () => {
      const plot = await import('@observablehq/plot');
      if (stopped || place.clientWidth === 0) return;
      const picture = plot.plot({
        width: place.clientWidth,
        height,
        style: {
          background: 'transparent',
          fontFamily: 'var(--font-sans)',
          fontSize: '12px',
          color: 'var(--color-ink-soft)',
          overflow: 'visible',
        },
        ...draw(plot, place.clientWidth),
      });
      // The page allows no inline <style>; what Plot would put there is in tokens.css.
      for (const style of picture.querySelectorAll('style')) style.remove();
      for (const group of picture.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
      picture.classList.add('plot-picture');
      picture.setAttribute('role', 'img');
      picture.setAttribute('aria-labelledby', sentenceId);
      place.replaceChildren(picture);
    };
    const observer = new ResizeObserver(() => void paint());
    observer.observe(place);
    return () => {
      stopped = true;
      observer.disconnect();
    };
  }, [draw, height, sentenceId]);
  return (
    <figure className="flex min-w-0 flex-col gap-3">
      <figcaption id={sentenceId} className="text-base font-medium">
        {sentence}
      </figcaption>
      <div ref={holder} style={{ minHeight: height }} />
      {table && <div className="sr-only">{table}</div>}
    </figure>
  );
};
