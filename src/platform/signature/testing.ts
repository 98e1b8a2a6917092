import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const font = (name: string) => {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/inter/package.json'));
  return readFileSync(join(folder, name));
};

const compile = (source: string, pdf: { pdfStandard?: 'a-3a'; pdfTags?: boolean }): Uint8Array => {
  const compiler = NodeCompiler.create({
    workspace: '/',
    fontArgs: [{ fontBlobs: [font('400Regular/Inter_400Regular.ttf'), font('700Bold/Inter_700Bold.ttf')] }],
  });
  const result = compiler.compile({ mainFileContent: source });
  if (result.hasError()) throw new Error(JSON.stringify(compiler.fetchDiagnostics(result.takeDiagnostics()!)));
  return new Uint8Array(compiler.pdf(result.result!, { creationTimestamp: 1_772_000_000, ...pdf } as never));
};

/** Two pages, PDF/A-3a, for tests of signing without the contract's template. */
export const contractPdf = async (title = 'Devis DEV-2026-0001'): Promise<Uint8Array> =>
  compile(
    `#set document(title: "${title}", date: datetime(year: 2026, month: 3, day: 1))
#set text(font: "Inter", lang: "fr", size: 11pt)
= ${title}
#lorem(220)
#pagebreak()
== Signatures
#lorem(40)`,
    { pdfStandard: 'a-3a' },
  );

/** A mark of 200 × 70 points. */
export const stampPdf = async (name: string): Promise<Uint8Array> =>
  compile(
    `#set page(width: 200pt, height: 70pt, margin: 6pt)
#set text(font: "Inter", size: 9pt)
*${name}* \\ Signé électroniquement`,
    { pdfTags: false },
  );
