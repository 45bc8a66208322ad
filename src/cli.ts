#!/usr/bin/env node
/** The command `cme`. An older Node cannot even read what it imports, so the version is looked at before that. */
import { tooOld } from './cli/nodeVersion.ts';

const words = tooOld(process.versions.node);
if (words === null) await import('./cli/start.ts');
else {
  process.stderr.write(words);
  process.exitCode = 2;
}
