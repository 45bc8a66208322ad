// `npm run build`: the editor as a folder of files, dist/editor, which any static host can serve.
// `npm run dev`: the same from its sources, with each change shown at once.
import { fileURLToPath } from 'node:url';
import { build, createServer } from 'vite';

const configFile = fileURLToPath(new URL('../editor/vite.config.ts', import.meta.url));

if (process.argv.includes('--serve')) {
  const server = await createServer({ configFile });
  await server.listen();
  server.printUrls();
} else {
  await build({ configFile });
}
