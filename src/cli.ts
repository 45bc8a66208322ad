#!/usr/bin/env node
/** The command `cme`. An older Node cannot even read what it imports, so the version is looked at before that. */
import { tooOld } from './cli/nodeVersion.ts';

const words = tooOld(process.versions.node);
if (words === null) {
  // What is imported for its effects alone a bundler leaves out of a package that says it has none.
  const { start } = await import('./cli/start.ts');
  await start();
} else {
  process.stderr.write(words);
  process.exitCode = 2;
}
