import { Download, ZoomIn, ZoomOut } from 'lucide-react';
import { getDocument, GlobalWorkerOptions, TextLayer, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../i18n/language.tsx';
import { ExternalLink, IconButton } from './Button.tsx';
import { Skeleton } from './Feedback.tsx';
import { Notice } from './Notice.tsx';
import type { PdfViewerProps } from './PdfViewer.tsx';
import { words } from './words.ts';
import './pdf-pages.css';

GlobalWorkerOptions.workerSrc = workerAddress;
const zooms = [1, 1.25, 1.5, 2] as const;

export default function PdfPages({ src, title, downloadName }: PdfViewerProps) {
  const t = useMessages(words);
  const holder = useRef<HTMLDivElement>(null);
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null);
  const [failed, setFailed] = useState(false);
  const [zoom, setZoom] = useState(0);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    setFailed(false);
    // No eval: the page's Content-Security-Policy forbids it.
    const task = getDocument({ url: src, isEvalSupported: false, enableXfa: false });
    task.promise.then(setDocument, () => setFailed(true));
    return () => void task.destroy();
  }, [src]);
  useEffect(() => {
    const place = holder.current;
    if (!place) return;
    const observer = new ResizeObserver(() => setWidth(place.clientWidth));
    observer.observe(place);
    return () => observer.disconnect();
  }, []);
  if (failed)
    return (
      <Notice
        tone="caution"
        action={
          <ExternalLink href={src} download={downloadName ?? true}>
            {t('download')}
          </ExternalLink>
        }
      >
        {t('pdfMissing')}
      </Notice>
    );
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <div className="flex items-center gap-1" data-print="no">
        <span className="mr-auto truncate text-sm text-ink-soft">{title}</span>
        <IconButton label={t('zoomOut')} isDisabled={zoom === 0} onPress={() => setZoom(zoom - 1)}>
          <ZoomOut size={16} aria-hidden />
        </IconButton>
        <IconButton label={t('zoomIn')} isDisabled={zoom === zooms.length - 1} onPress={() => setZoom(zoom + 1)}>
          <ZoomIn size={16} aria-hidden />
        </IconButton>
        <a
          href={src}
          download={downloadName ?? ''}
          aria-label={t('download')}
          title={t('download')}
          className="inline-flex size-9 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink max-md:size-11"
        >
          <Download size={16} aria-hidden />
        </a>
      </div>
      <div ref={holder} tabIndex={0} role="group" aria-label={title} className="flex flex-col gap-4 overflow-x-auto">
        {!document && <Skeleton lines={12} />}
        {document &&
          width > 0 &&
          Array.from({ length: document.numPages }, (_, index) => (
            <PdfPage
              key={index}
              document={document}
              number={index + 1}
              width={width * zooms[zoom]!}
              label={t('page', { page: index + 1, total: document.numPages })}
            />
          ))}
      </div>
    </section>
  );
}

const PdfPage = ({
  document,
  number,
  width,
  label,
}: {
  document: PDFDocumentProxy;
  number: number;
  width: number;
  label: string;
}) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  useEffect(() => {
    let stopped = false;
    void document.getPage(number).then((loaded) => !stopped && setPage(loaded));
    return () => {
      stopped = true;
    };
  }, [document, number]);
  const natural = page?.getViewport({ scale: 1 });
  const height = natural ? (width * natural.height) / natural.width : width * Math.SQRT2;
  useEffect(() => {
    const surface = canvas.current;
    const layer = text.current;
    if (!page || !surface || !layer) return;
    const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
    const density = Math.min(2, devicePixelRatio);
    surface.width = Math.floor(viewport.width * density);
    surface.height = Math.floor(viewport.height * density);
    const drawing = page.render({ canvas: surface, viewport, transform: [density, 0, 0, density, 0, 0] });
    drawing.promise.catch(() => undefined);
    layer.replaceChildren();
    layer.style.setProperty('--total-scale-factor', String(viewport.scale));
    const selectable = new TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport });
    selectable.render().catch(() => undefined);
    return () => {
      drawing.cancel();
      selectable.cancel();
    };
  }, [page, width]);
  return (
    <div role="group" aria-label={label} className="relative shrink-0 border border-line bg-[#ffffff]" style={{ width, height }}>
      <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />
      <div ref={text} className="pdf-text" />
    </div>
  );
};
