/** What a command speaks through: data on stdout, everything else on stderr. */
import { styleText } from 'node:util';
import type { Lang } from '../index.ts';
import { type Args, type MessageId, say } from './messages.ts';

export type Colour = 'red' | 'yellow' | 'blue' | 'green' | 'bold' | 'dim';

/** What a channel needs of a stream: stdout and stderr are such, and so is whatever a test collects in. */
export interface Target {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): boolean;
  once(event: 'drain', listener: () => void): unknown;
}

/** Colour only on a terminal, and never against NO_COLOR. */
export class Channel {
  readonly target: Target;

  constructor(target: Target) {
    this.target = target;
  }

  /** A promise where the reader is slower than we are; to be awaited before more is written. */
  write(text: string): Promise<void> | undefined {
    if (text === '' || this.target.write(text)) return undefined;
    return new Promise((resolve) => this.target.once('drain', () => resolve()));
  }

  line(text = ''): void {
    this.write(`${text}\n`);
  }

  paint(colour: Colour, text: string): string {
    const plain = !this.isTerminal || (process.env.NO_COLOR ?? '') !== '';
    return plain ? text : styleText(colour, text, { validateStream: false });
  }

  get isTerminal(): boolean {
    return this.target.isTTY === true;
  }

  get columns(): number {
    return this.target.columns ?? 100;
  }
}

export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Target;
  readonly stderr: Target;
}

export class Shell {
  readonly lang: Lang;
  readonly input: AsyncIterable<Uint8Array>;
  readonly out: Channel;
  readonly err: Channel;

  constructor(lang: Lang, { stdin, stdout, stderr }: Streams) {
    this.lang = lang;
    this.input = stdin;
    this.out = new Channel(stdout);
    this.err = new Channel(stderr);
  }

  say(id: MessageId, args: Args = {}): string {
    return say(this.lang, id, args);
  }

  /** Names one after the other. */
  list(names: readonly string[]): string {
    return names.join(this.lang === 'zh' ? '、' : ', ');
  }

  /** A line on stderr. */
  tell(id: MessageId, args: Args = {}): void {
    this.err.line(this.say(id, args));
  }
}
