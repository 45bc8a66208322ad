import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { policy } from './policy.ts';

/** A folder of files that works from any static host, under any path: nothing is fetched but from beside the page. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [react(), guarded()],
  worker: { format: 'es' },
  build: {
    target: 'es2024',
    outDir: '../dist/editor',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // Monaco alone is above any limit worth a warning; it is loaded after the tables.
    chunkSizeWarningLimit: 5000,
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
});

/** The built page carries its own policy, for hosts that send none. While developing, vite's own scripts stand inline. */
function guarded(): Plugin {
  return {
    name: 'cme-policy',
    apply: 'build',
    transformIndexHtml: (html) => ({
      html,
      tags: [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: policy.page },
          injectTo: 'head-prepend',
        },
      ],
    }),
  };
}
