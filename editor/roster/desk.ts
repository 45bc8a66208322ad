/**
 * The page's side of the roster's worker. What takes long tells how far it is; reading cannot be talked to, and is stopped
 * by ending the worker, everything else by asking it to.
 */
import type { ImpactFound, RuleSource } from '../../src/index.ts';
import { files } from '../state/open.ts';
import { session } from '../state/session.ts';
import { startWorker } from '../trusted.ts';
import rosterUrl from '../worker/roster.ts?worker&url';
import type { FromRoster, RuleSet, ToRoster } from '../worker/rosterProtocol.ts';

type Of<K extends FromRoster['kind']> = Extract<FromRoster, { kind: K }>;
type Asking = { [M in ToRoster as M['kind']]: M extends { serial: number } ? Omit<M, 'serial'> : never };
/** What is answered to each question; null where it was stopped, or something else was asked for meanwhile. */
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

class RosterDesk {
  private worker: Worker | null = null;
  private serial = 0;
  private readonly waiting = new Map<number, (answer: FromRoster | null) => void>();
  private sent: { readonly text: string; readonly file: string } | null = null;
  private opened = 0;
  private sending: Promise<void> = Promise.resolve();
  private rulesHeard: (answer: Of<'rules'>) => void = () => {};
  private progressHeard: (answer: Of<'progress'>) => void = () => {};

  listen(rules: (answer: Of<'rules'>) => void, progress: (answer: Of<'progress'>) => void): void {
    this.rulesHeard = rules;
    this.progressHeard = progress;
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

  private async give(entry: RuleSource, version: number, opened: number): Promise<void> {
    const library = (await files.library()).filter((one) => one.file !== entry.file);
    this.post({ kind: 'rules', session: opened, version, entry, library });
  }

  ask<K extends keyof Answers>(asked: Asking[K] & { readonly kind: K }): Promise<Of<Answers[K]> | null> {
    const serial = ++this.serial;
    this.post({ ...asked, serial } as unknown as ToRoster);
    return new Promise((resolve) => this.waiting.set(serial, (answer) => resolve(answer as Of<Answers[K]> | null)));
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
    this.worker = null;
    this.sent = null;
    for (const tell of this.waiting.values()) tell(null);
    this.waiting.clear();
    await this.rules();
  }

  private post(message: ToRoster): void {
    this.worker ??= this.start();
    this.worker.postMessage(message);
  }

  private start(): Worker {
    const worker = startWorker(rosterUrl, 'cme-roster');
    worker.addEventListener('message', ({ data }: MessageEvent<FromRoster>) => {
      if (worker === this.worker) this.hear(data);
    });
    // It has run out of memory, or was never there: whatever it was asked is not answered any more.
    worker.addEventListener('error', ({ message }) => {
      if (worker !== this.worker) return;
      this.fail(message || 'worker');
      void this.end();
    });
    return worker;
  }

  private hear(data: FromRoster): void {
    if (data.kind === 'rules') this.rulesHeard(data);
    else if (data.kind === 'progress') this.progressHeard(data);
    else if (data.kind === 'failed') {
      this.fail(data.message);
      if (data.serial !== null) this.answer(data.serial, null);
    } else this.answer(data.serial, data);
  }

  private answer(serial: number, answer: FromRoster | null): void {
    this.waiting.get(serial)?.(answer);
    this.waiting.delete(serial);
  }

  private fail(message: string): void {
    const zh = `程序自身出错，这一次没有算成：${message}`;
    session.set({ notice: { tone: 'bad', zh, en: `a fault of the program: ${message}` } });
  }
}

export const rosterDesk = new RosterDesk();
