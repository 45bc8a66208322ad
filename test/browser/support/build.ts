/**
 * The built editor, as a folder of its own under .cache: made once for what its sources are, whoever asks first. It is not
 * dist/editor, which packing makes anew at any time.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const cache = join(root, '.cache', 'browser');
const LONGEST_MS = 120_000;

export async function builtEditor(): Promise<string> {
  const name = stampOfSources();
  const folder = join(cache, name);
  mkdirSync(cache, { recursive: true });
  const lock = join(cache, `${name}.lock`);
  for (const until = Date.now() + LONGEST_MS; !existsSync(folder); ) {
    if (taken(lock)) {
      try {
        await make(folder);
        sweep(name);
      } finally {
        rmSync(lock, { recursive: true, force: true });
      }
    } else if (Date.now() > until) throw new Error(`another build has not ended; if none is running, remove ${lock}`);
    else await sleep(100);
  }
  return folder;
}

const taken = (lock: string): boolean => {
  const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  if (since !== undefined && Date.now() - since > LONGEST_MS) rmSync(lock, { recursive: true, force: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
};

/** Built beside and renamed, so that the folder is whole where it stands. */
async function make(folder: string): Promise<void> {
  const beside = `${folder}.${process.pid}`;
  const args = ['node_modules/vite/bin/vite.js', 'build', '-c', 'editor/vite.config.ts', '--outDir', beside];
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, [...args, '--logLevel', 'error'], { cwd: root, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`the editor could not be built:\n${said}`);
  renameSync(beside, folder);
}

/** Builds of sources that are no more. */
function sweep(name: string): void {
  for (const entry of readdirSync(cache)) {
    const path = join(cache, entry);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (!entry.startsWith(name) && age > LONGEST_MS) rmSync(path, { recursive: true, force: true });
  }
}

function stampOfSources(): string {
  const hash = createHash('sha256');
  for (const folder of ['editor', 'grammar', 'rules', 'src']) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).toSorted();
    for (const file of files) {
      const path = join(root, folder, file);
      if (statSync(path).isFile()) hash.update(`${folder}/${file}\0`).update(readFileSync(path));
    }
  }
  hash.update(readFileSync(join(root, 'package-lock.json')));
  return hash.digest('hex').slice(0, 16);
}
