import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { policy } from '../src/policy.ts';

/** A folder of files that works from any static host, under any path: nothing is fetched but from beside the page. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [react(), guarded(), offline()],
  define: { CME_VERSION: JSON.stringify(version()) },
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

function version(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}

/** The worker that keeps the program for offline use: its own file, in front of it what the program consists of. */
function offline(): Plugin {
  return {
    name: 'cme-offline',
    apply: 'build',
    buildStart() {
      const id = fileURLToPath(new URL('./sw/worker.ts', import.meta.url));
      this.emitFile({ type: 'chunk', id, fileName: 'sw.js' });
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle['sw.js'];
        if (worker?.type !== 'chunk') return;
        const files = Object.keys(bundle)
          .filter((file) => file !== 'sw.js')
          .toSorted();
        const hash = createHash('sha256').update(files.join('\n')).update(worker.code);
        for (const file of files) {
          const part = bundle[file];
          if (part?.type === 'asset' && file.endsWith('.html')) hash.update(part.source);
        }
        const told = JSON.stringify({ version: hash.digest('hex').slice(0, 16), files });
        worker.code = `self.CME=${told};\n${worker.code}`;
      },
    },
  };
}
