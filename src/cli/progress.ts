/** A bar on stderr for work that takes longer than a second; on a terminal only. */
import { SingleBar } from 'cli-progress';
import type { MessageId } from './messages.ts';
import type { Shell } from './shell.ts';

const PATIENCE_MS = 1000;

export class Progress {
  private readonly shell: Shell;
  private readonly total: number;
  private readonly doing: MessageId;
  private readonly what: MessageId;
  private readonly started = performance.now();
  private bar: SingleBar | null = null;

  constructor(total: number, shell: Shell, doing: MessageId = 'evaluating', what: MessageId = 'people') {
    this.total = total;
    this.shell = shell;
    this.doing = doing;
    this.what = what;
  }

  at(done: number): void {
    if (this.bar === null) {
      if (!this.shell.err.isTerminal || performance.now() - this.started < PATIENCE_MS) return;
      const words = `${this.shell.say(this.doing)} [{bar}] {percentage}% {value}/{total} ${this.shell.say(this.what)} ETA {eta}s`;
      this.bar = new SingleBar({
        format: words,
        stream: process.stderr,
        clearOnComplete: true,
        barCompleteChar: '#',
        barIncompleteChar: '-',
      });
      this.bar.start(this.total, done);
    }
    this.bar.update(done);
  }

  end(): void {
    this.bar?.stop();
  }
}
