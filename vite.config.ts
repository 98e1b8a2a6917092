import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rolldown } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const api = process.env.CADRAN_URL ?? 'http://127.0.0.1:4747';

/** React Aria speaks 34 languages; the screens speak two. */
const twoLanguages: Plugin = {
  name: 'cadran-two-languages',
  load: (id) =>
    /\/(react-aria|react-stately|react-aria-components|@react-aria|@react-stately)\/.*\/(?!fr-FR|en-US)[a-z]{2}-[A-Z]{2}\.m?js$/.test(
      id,
    )
      ? 'export default {};'
      : null,
};

const budgetBytes = 200_000;
/** The first page must stay light on a phone: what the entry, the shell and the heaviest first page load, or the build fails. */
const firstPageBudget: Plugin = {
  name: 'cadran-first-page-budget',
  apply: 'build',
  writeBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file): file is Rolldown.OutputChunk => file.type === 'chunk');
    const closure = (start: Rolldown.OutputChunk, seen = new Set<string>()): Set<string> => {
      if (seen.has(start.fileName)) return seen;
      seen.add(start.fileName);
      for (const name of start.imports) {
        const next = chunks.find((chunk) => chunk.fileName === name);
        if (next) closure(next, seen);
      }
      return seen;
    };
    const weigh = (...starts: (RegExp | 'entry')[]) => {
      const names = new Set<string>();
      for (const start of starts)
        for (const chunk of chunks)
          if (start === 'entry' ? chunk.isEntry : start.test(chunk.facadeModuleId ?? '')) closure(chunk, names);
      return [...names].reduce((sum, name) => sum + gzipSync(chunks.find((chunk) => chunk.fileName === name)!.code).length, 0);
    };
    const pages = {
      'sign-in': weigh('entry', /parties\/ui\/sign-in\.page/),
      dossiers: weigh('entry', /shell\/Shell\.tsx/, /parties\/ui\/dossiers\.page/),
      signing: weigh('entry', /signing\/ui\/request\.page/),
    };
    for (const [page, bytes] of Object.entries(pages))
      this.info(`initial JavaScript, ${page}: ${(bytes / 1000).toFixed(1)} kB gzip (budget ${budgetBytes / 1000})`);
    const heaviest = Math.max(...Object.values(pages));
    if (heaviest > budgetBytes && !process.env.CADRAN_MEASURE)
      this.error(
        `initial JavaScript is ${heaviest} bytes gzip, over the budget of ${budgetBytes}: load what the first page does not show with import().`,
      );
  },
};

export default defineConfig({
  root: at('./src/web'),
  publicDir: at('./src/web/public'),
  // The server puts a fresh nonce here for each page (platform/http/static-web.ts); libraries that add a <style> read it.
  html: { cspNonce: '__CSP_NONCE__' },
  plugins: [react(), tailwindcss(), twoLanguages, firstPageBudget],
  build: {
    outDir: at('./dist/web'),
    emptyOutDir: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // A strict Content-Security-Policy allows neither inline script nor data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // The design system is imported through its index; a page must pay only for the components that it names.
      treeshake: { moduleSideEffects: (id: string) => !/src\/web\/(design|i18n|api)\/[^.]+\.tsx?$/.test(id) },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    fs: { allow: [at('.')] },
    proxy: {
      // Not all of /api: src/web/api is served from here too. The server accepts changes from its own origin only.
      '^/api/(v1|docs|openapi)': { target: api, changeOrigin: true, headers: { origin: api } },
      '/healthz': api,
    },
  },
});
