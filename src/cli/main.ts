/** One run of the command line: from arguments to an exit code. Nothing that goes wrong shows a stack trace. */
import { langIn, run } from './program.ts';
import { Shell, type Streams } from './shell.ts';
import { type ExitCode, Stop } from './stop.ts';

export async function main(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const shell = new Shell(langIn(args), streams);
  try {
    return await run(args, shell);
  } catch (error) {
    return error instanceof Stop ? stopped(error, shell) : failed(error, shell);
  }
}

function stopped({ id, args, exit }: Stop, shell: Shell): ExitCode {
  if (id !== null) shell.err.line(`cme: ${shell.say(id, args)}`);
  return exit;
}

/** A fault of the program itself: the trace is for whoever asks for it. */
function failed(error: unknown, shell: Shell): ExitCode {
  shell.tell('bug', { why: error instanceof Error ? error.message : String(error) });
  if (process.env.CME_DEBUG === '1' && error instanceof Error) shell.err.line(error.stack);
  return 2;
}
