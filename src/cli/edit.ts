/** `cme edit`: the browser editor over a folder of rule files. */
import { dirname, join, resolve } from 'node:path';
import { openInBrowser, type Serving, serve } from '../server.ts';
import { isFile, isFolder } from './files.ts';
import { packageFolder, packageRules, shippedRules, version } from './package.ts';
import type { Shell } from './shell.ts';
import { type ExitCode, Stop } from './stop.ts';

export interface EditOptions {
  readonly port?: string;
  readonly open: boolean;
  readonly rulesDir?: string;
}

/** Where a bookmark finds it again; another one where this is taken. */
const USUAL_PORT = 8617;

export async function editCommand(named: string | undefined, options: EditOptions, shell: Shell): Promise<ExitCode> {
  const folder = resolve(named ?? options.rulesDir ?? ['rules', packageRules()].find(isFolder) ?? 'rules');
  if (isFile(folder)) throw new Stop('editFile', { file: named ?? folder, folder: dirname(named ?? folder) });
  if (!isFolder(folder)) throw new Stop('folderMissing', { folder });
  const editor = join(packageFolder(), 'dist', 'editor');
  if (!isFile(join(editor, 'index.html'))) throw new Stop('editorNotBuilt', { folder: editor });
  const serving = await started(folder, editor, options.port);
  shell.out.line(serving.address);
  if (options.port === undefined && serving.port !== USUAL_PORT)
    shell.tell('otherPort', { usual: USUAL_PORT, port: serving.port });
  shell.tell('editing', { folder });
  if (options.open) await openInBrowser(serving.address);
  await untilStopped();
  await serving.close();
  return 0;
}

async function started(folder: string, editor: string, wanted: string | undefined): Promise<Serving> {
  const port = wanted === undefined ? USUAL_PORT : portOf(wanted);
  const served = { folder, editor, shipped: shippedRules(), program: `cme ${version()}` };
  try {
    return await serve({ ...served, port });
  } catch (error) {
    if (!isTaken(error)) throw error;
    if (wanted !== undefined) throw new Stop('portTaken', { port });
    return serve({ ...served, port: null });
  }
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port >= 0 && port <= 65535)) throw new Stop('portMalformed', { text });
  return port;
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');

/** Until Ctrl-C, or until whoever started it ends it. */
const untilStopped = (): Promise<void> =>
  new Promise((stopped) => {
    process.removeAllListeners('SIGINT');
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopped());
  });
