import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { declareFacturX } from './factur-x.ts';
import type { PdfPosition, PdfRequest, RenderedPdf } from './pdf.ts';
import { printableText } from './glyphs.ts';

export type WorkerJob = { id: number; request: PdfRequest };
export type WorkerAnswer = { id: number; rendered: RenderedPdf } | { id: number; error: string };

const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');
const require = createRequire(import.meta.url);

const fontBlobs = [
  ...['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'].map((face) => [
    'source-serif-4',
    'SourceSerif4',
    face,
  ]),
  ...['400Regular', '400Regular_Italic', '500Medium', '600SemiBold'].map((face) => ['inter', 'Inter', face]),
].map(([folder, family, face]) =>
  readFileSync(join(dirname(require.resolve(`@expo-google-fonts/${folder}/package.json`)), face!, `${family}_${face}.ttf`)),
);
const printable = printableText([fontBlobs[0]!, fontBlobs[4]!]);
const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs }] });

/** Nothing of the request reaches the compiler as an input: a changed input would throw away all that is already laid out. */
const render = (request: PdfRequest): RenderedPdf => {
  const files = [requestFile(request), ...(request.attachments ?? [])];
  for (const { path, bytes } of files) compiler.mapShadow(join(root, path), Buffer.from(bytes));
  try {
    const document = compile(request.template);
    const pdf = compiler.pdf(document, {
      ...(request.standard === 'plain' ? { pdfTags: false } : { pdfStandard: request.standard }),
      creationTimestamp: Math.floor(Date.parse(request.createdAt) / 1000),
    });
    const bytes = request.facturX ? declareFacturX(pdf) : pdf;
    return { bytes: Uint8Array.from(bytes), pages: document.numOfPages, positions: positions(document, request.query ?? []) };
  } finally {
    for (const { path } of files) compiler.unmapShadow(join(root, path));
  }
};

const requestFile = ({ data, attachments = [] }: PdfRequest) => ({
  path: 'request.json',
  bytes: Buffer.from(printable(JSON.stringify({ data, attachments: attachments.map(({ bytes: _, ...declared }) => declared) }))),
});

/** A warning is a fault: an unknown font or a missing label would silently change a document that someone signs. */
const compile = (template: string): NodeTypstDocument => {
  const result = compiler.compile({ mainFilePath: join(root, template) });
  const faults = result.hasError() ? result.takeDiagnostics() : result.takeWarnings();
  if (faults) throw new Error(`${template}: ${JSON.stringify(compiler.fetchDiagnostics(faults))}`);
  return result.result!;
};

type Marked = { page: number; x: string; y: string; width: string; height: string; pageHeight: string };

const positions = (document: NodeTypstDocument, labels: readonly string[]): Record<string, PdfPosition> =>
  Object.fromEntries(
    labels.map((label) => {
      const found = compiler.query(document, { selector: `<${label}>`, field: 'value' }) as Marked[];
      if (found.length !== 1) throw new Error(`Label <${label}> is on the page ${found.length} times`);
      return [label, rectangle(found[0]!)];
    }),
  );

/** Typst measures from the top of the page, PDF from the bottom. */
const rectangle = (mark: Marked): PdfPosition => {
  const [x, y, width, height, pageHeight] = [mark.x, mark.y, mark.width, mark.height, mark.pageHeight].map(parseFloat) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { page: mark.page, x, y: pageHeight - y - height, width, height };
};

// Evicting alone is not enough: native memory is freed by finalizers, which only run between two turns of the event loop.
parentPort?.on('message', ({ id, request }: WorkerJob) => {
  const answer = attempt(id, request);
  parentPort!.postMessage(answer, 'rendered' in answer ? [answer.rendered.bytes.buffer as ArrayBuffer] : []);
  compiler.evictCache(5);
});

const attempt = (id: number, request: PdfRequest): WorkerAnswer => {
  try {
    return { id, rendered: render(request) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
};
