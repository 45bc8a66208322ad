#!/usr/bin/env node
/** The command `cme`. */
import { listenForInterrupt } from './cli/interrupt.ts';
import { main } from './cli/main.ts';

// A reader that has gone away (`cme eval … | head`) has seen enough.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
}
listenForInterrupt();

process.exitCode = await main(process.argv.slice(2), process);
