/** `cme lsp`: a language server on stdio. */

import { Readable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { RuleSource } from '../index.ts';
import { serveLanguage } from '../lsp.ts';
import { shownPath } from './rulefile.ts';
import { RuleShelf } from './rulesets.ts';
import type { Shell } from './shell.ts';
import type { ExitCode } from './stop.ts';

export interface LspOptions {
  readonly rulesDir?: string;
}

export async function lspCommand(options: LspOptions, shell: Shell): Promise<ExitCode> {
  await serveLanguage({
    input: Readable.from(shell.input, { objectMode: false }),
    output: process.stdout,
    lang: shell.lang,
    library: (file) => libraryOf(file, options, shell),
    // A document that was never saved has an address without a path; it is its own name.
    pathOf: (uri) => (uri.startsWith('file:') ? shownPath(fileURLToPath(uri)) : uri),
    uriOf: (path) => (/^[a-z][\w+.-]+:/i.test(path) ? path : pathToFileURL(path).href),
  });
  return 0;
}

/** A folder that cannot be read has no baselines in it; the file's own finding says that one is missing. */
async function libraryOf(file: string, { rulesDir }: LspOptions, shell: Shell): Promise<readonly RuleSource[]> {
  try {
    return await new RuleShelf(shell, rulesDir).library({ path: file, git: null });
  } catch {
    return [];
  }
}
