/** The command `cme`, on a Node that can run it. */
import { listenForInterrupt } from './interrupt.ts';
import { main } from './main.ts';

export async function start(): Promise<void> {
  // A reader that has gone away (`cme eval … | head`) has seen enough.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
      throw error;
    });
  }
  listenForInterrupt();
  process.exitCode = await main(process.argv.slice(2), process);
}
