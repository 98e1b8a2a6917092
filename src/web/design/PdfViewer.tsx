import { lazy, Suspense } from 'react';
import { Skeleton } from './Feedback.tsx';

export type PdfViewerProps = { /** Address of the PDF, same origin. */ src: string; title: string; downloadName?: string };

const Pages = lazy(() => import('./pdf-pages.tsx'));

/** The pages of a PDF as the reader's eyes and screen reader get them, with zoom and download. */
export const PdfViewer = (props: PdfViewerProps) => (
  <Suspense fallback={<Skeleton lines={12} />}>
    <Pages {...props} />
  </Suspense>
);
