/** Ends a command that cannot go on: thrown by whatever finds it out, said once at the top. */
import type { Args, MessageId } from './messages.ts';

/** What a command ends with: 0 nothing wrong, 1 something wrong was found, 2 it could not run. */
export type ExitCode = 0 | 1 | 2;

export class Stop extends Error {
  readonly id: MessageId | null;
  readonly args: Args;
  readonly exit: ExitCode;

  /** Without a message where all has been said already. */
  constructor(id: MessageId | null, args: Args = {}, exit: ExitCode = 2) {
    super(id ?? 'stopped');
    this.id = id;
    this.args = args;
    this.exit = exit;
  }
}
