import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const MINUTES = 60_000;

let folder: string;
let home: string;

// As a user has it: the packed package, installed in an empty folder.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cme-pack-'));
  home = join(folder, 'home');
  await mkdir(home);
  await npm(root, 'pack', '--pack-destination', folder);
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
  await writeFile(join(home, 'package.json'), '{ "private": true, "type": "module" }\n');
  await npm(home, 'install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', join(folder, tarball));
}, 5 * MINUTES);

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the installed command checks the rules that came with it', { timeout: MINUTES }, async () => {
  const rules = 'node_modules/cme/rules';
  const done = await run(process.execPath, ['node_modules/cme/dist/cli.js', 'check', rules], { cwd: home });
  expect(done.stdout).not.toBe('');
});

test('the command is on the path of the package that installed it', { timeout: MINUTES }, async () => {
  await run('npx', ['--no-install', 'cme', '--help'], { cwd: home, env: outside() });
  expect(await readFile(join(home, 'node_modules/cme/dist/cli.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});

test('the library and its types are found', { timeout: MINUTES }, async () => {
  await writeFile(
    join(home, 'use.mjs'),
    "import * as cme from 'cme';\nimport * as data from 'cme/data';\nvoid [cme, data];\n",
  );
  await run(process.execPath, ['use.mjs'], { cwd: home });
  await writeFile(
    join(home, 'use.ts'),
    "import * as cme from 'cme';\nimport * as data from 'cme/data';\nvoid [cme, data];\n",
  );
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--types', ''];
  await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...options, 'use.ts'], { cwd: home });
});

test('only what a user needs is packed', async () => {
  expect((await readdir(join(home, 'node_modules/cme'))).sort()).toEqual(
    ['CHANGELOG.md', 'LICENSE', 'README.md', 'README.zh-CN.md', 'dist', 'docs', 'package.json', 'rules'].sort(),
  );
});

async function npm(cwd: string, ...args: string[]): Promise<void> {
  await run('npm', args, { cwd, env: outside(), maxBuffer: 64 * 1024 * 1024 });
}

/** The environment without what `npm test` says of this project, which would lead an npm elsewhere astray. */
function outside(): NodeJS.ProcessEnv {
  const inner = /^(npm_package_|npm_lifecycle_|npm_config_local_prefix$|npm_command$|INIT_CWD$|VITEST|NODE_ENV$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !inner.test(name)));
}
