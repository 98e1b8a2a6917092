import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const api = process.env.CADRAN_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: at('./src/web'),
  publicDir: at('./src/web/public'),
  // The server puts a fresh nonce here for each page (platform/http/static-web.ts); libraries that add a <style> read it.
  html: { cspNonce: '__CSP_NONCE__' },
  plugins: [react(), tailwindcss()],
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
    proxy: { '/api': api, '/healthz': api },
  },
});
