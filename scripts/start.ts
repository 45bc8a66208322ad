// `npm start [-- DIR] [--no-open] [--port N]`: the editor over a folder of rule files, built first where its sources have
// changed since.
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(root, 'dist', 'editor', 'index.html');

const given = process.argv.slice(2);
// Whoever only asks how it is used need not wait.
const asks = given.some((arg) => arg === '--help' || arg === '-h');
if (!asks && newest() > (statSync(built, { throwIfNoEntry: false })?.mtimeMs ?? 0)) {
  console.error('正在准备编辑器，约需半分钟 · preparing the editor, about half a minute …');
  const { build } = await import('vite');
  await build({ configFile: join(root, 'editor', 'vite.config.ts'), logLevel: 'error' });
}

const named = given.some((arg, at) => !arg.startsWith('-') && given[at - 1] !== '--port');
process.argv.splice(2, given.length, 'edit', ...(named ? [] : [join(root, 'rules')]), ...given);
await import('../src/cli.ts');

/** When any source of the editor was last changed. */
function newest(): number {
  let last = statSync(join(root, 'package-lock.json')).mtimeMs;
  for (const folder of ['editor', 'grammar', 'rules', 'src']) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      last = Math.max(last, statSync(join(root, folder, file)).mtimeMs);
    }
  }
  return last;
}
