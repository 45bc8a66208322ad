/**
 * The page's side of the roster's worker. What takes long tells how far it is; reading cannot be talked to, and is stopped
 * by ending the worker, everything else by asking it to.
 */
import type { ImpactFound, RuleSource } from '../../src/index.ts';
import { files, tell, wordsOf } from '../state/open.ts';
import { session } from '../state/session.ts';
import { startWorker } from '../trusted.ts';
import rosterUrl from '../worker/roster.ts?worker&url';
import type { FromRoster, RuleSet, ToRoster } from '../worker/rosterProtocol.ts';

type Of<K extends FromRoster['kind']> = Extract<FromRoster, { kind: K }>;
type Asking = { [M in ToRoster as M['kind']]: M extends { serial: number } ? Omit<M, 'serial'> : never };
/** What is answered to each question; null where the worker could not, or is no more. */
interface Answers {
  open: 'opened';
  look: 'opened';
  run: 'ran';
  group: 'grouped';
  people: 'people';
  reckon: 'reckoned';
  try: 'tried';
  export: 'exported';
  impact: 'impacted';
}

export type OnProgress = (far: Pick<Of<'progress'>, 'done' | 'total'>) => void;

interface Waiting {
  readonly answered: (answer: FromRoster | null) => void;
  readonly far: OnProgress;
}

class RosterDesk {
  private worker: Worker | null = null;
  private serial = 0;
  private readonly waiting = new Map<number, Waiting>();
  private sent: { readonly text: string; readonly file: string } | null = null;
  private opened = 0;
  /** The rules that went out last: what is said of those before them is of no use. */
  private given: { readonly session: number; readonly version: number; readonly text: string } | null = null;
  private sending: Promise<void> = Promise.resolve();
  private rulesHeard: (answer: Of<'rules'>, text: string) => void = () => {};
  private lost: () => void = () => {};

  /** `rules`: with their text. `lost`: the worker broke down, and the roster went with it. */
  listen(rules: (answer: Of<'rules'>, text: string) => void, lost: () => void): void {
    this.rulesHeard = rules;
    this.lost = lost;
  }

  /** Gives the rules as they stand, unless it has them; what is asked afterwards is asked of these. */
  rules(): Promise<void> {
    const { file, text, version } = session.get();
    if (file === null || text === null || text.composing) return this.sending;
    const entry = { file: file.entry.name, text: text.text };
    if (this.sent?.text === entry.text && this.sent.file === entry.file) return this.sending;
    if (this.sent?.file !== entry.file) this.opened++;
    this.sent = entry;
    this.sending = this.give(entry, version, this.opened);
    return this.sending;
  }

  private async give(entry: RuleSource, version: number, session: number): Promise<void> {
    try {
      const library = (await files.library()).filter((one) => one.file !== entry.file);
      // What was written meanwhile is on its way, or there already.
      if (this.sent !== entry) return;
      this.given = { session, version, text: entry.text };
      this.post({ kind: 'rules', session, version, entry, library });
    } catch (error) {
      if (this.sent !== entry) return;
      this.sent = null;
      tell('bad', wordsOf(error));
    }
  }

  ask<K extends keyof Answers>(
    asked: Asking[K] & { readonly kind: K },
    far: OnProgress = () => {},
  ): Promise<Of<Answers[K]> | null> {
    const serial = ++this.serial;
    this.post({ ...asked, serial } as unknown as ToRoster);
    return new Promise((resolve) => {
      const answered = (answer: FromRoster | null): void => resolve(answer as Of<Answers[K]> | null);
      this.waiting.set(serial, { answered, far });
    });
  }

  impact(before: RuleSet, after: RuleSet): Promise<ImpactFound | null> {
    return this.ask<'impact'>({ kind: 'impact', before, after }).then((answer) => answer?.found ?? null);
  }

  /** Also what each change does by itself. */
  impacts(before: RuleSet, after: RuleSet): Promise<Of<'impacted'> | null> {
    return this.ask<'impact'>({ kind: 'impact', before, after, each: true });
  }

  stop(): void {
    this.worker?.postMessage({ kind: 'stop' } satisfies ToRoster);
  }

  /** Whatever it is at. The roster that it held is gone, and it is given the rules anew. */
  async end(): Promise<void> {
    this.worker?.terminate();
    this.drop();
    await this.rules();
  }

  private drop(): void {
    this.worker = null;
    this.sent = null;
    this.given = null;
    for (const { answered } of this.waiting.values()) answered(null);
    this.waiting.clear();
  }

  private post(message: ToRoster): void {
    this.worker ??= this.start();
    this.worker.postMessage(message);
  }

  private start(): Worker {
    const worker = startWorker(rosterUrl, 'cme-roster', (message) => {
      if (worker !== this.worker) return;
      // It is started again when something is asked of it.
      this.drop();
      this.fail(message);
      this.lost();
    });
    worker.addEventListener('message', ({ data }: MessageEvent<FromRoster>) => {
      if (worker === this.worker) this.hear(data);
    });
    return worker;
  }

  private hear(data: FromRoster): void {
    if (data.kind === 'rules') {
      const { given } = this;
      if (data.session === given?.session && data.version === given.version) this.rulesHeard(data, given.text);
    } else if (data.kind === 'progress') this.waiting.get(data.serial)?.far(data);
    else if (data.kind === 'failed') {
      this.fail(data.message);
      if (data.serial !== null) this.answer(data.serial, null);
    } else this.answer(data.serial, data);
  }

  private answer(serial: number, answer: FromRoster | null): void {
    this.waiting.get(serial)?.answered(answer);
    this.waiting.delete(serial);
  }

  private fail(message: string): void {
    tell('bad', { zh: `程序自身出错，这一次没有算成：${message}`, en: `a fault of the program: ${message}` });
  }
}

export const rosterDesk = new RosterDesk();
