/**
 * The page's side of the worker of one practitioner. It is started when a screen first needs it, is given the rules as
 * they stand, and answers in the order in which it was asked; only the newest reckoning is waited for.
 */
import type { Ranges } from '../../src/index.ts';
import { files, tell, wordsOf } from '../state/open.ts';
import { session } from '../state/session.ts';
import { startWorker } from '../trusted.ts';
import personUrl from '../worker/person.ts?worker&url';
import type { Chosen, FromPerson, Judge, Judged, Picked, ToPerson } from '../worker/personProtocol.ts';

type Of<K extends FromPerson['kind']> = Extract<FromPerson, { kind: K }>;

type Asked = Omit<Judge, 'kind' | 'serial' | 'whole'>;

class Desk {
  private worker: Worker | null = null;
  private serial = 0;
  private readonly waiting = new Map<number, (answer: FromPerson | null) => void>();
  private readonly judging = new Map<
    number,
    { readonly resolve: (answer: Judged | null) => void; readonly more: (answer: Of<'more'> | null) => void }
  >();
  private rulesHeard: (answer: Of<'rules'>, text: string) => void = () => {};
  private sent: { readonly text: string; readonly file: string } | null = null;
  private opened = 0;
  /** What went out, by version, until it has been read. */
  private readonly texts = new Map<number, string>();

  /** With the text that they were read from. */
  onRules(hear: (answer: Of<'rules'>, text: string) => void): void {
    this.rulesHeard = hear;
  }

  /** Gives the rules as they stand, unless it has them. */
  async rules(): Promise<void> {
    const { file, text, version } = session.get();
    if (file === null || text === null || text.composing) return;
    const entry = { file: file.entry.name, text: text.text };
    if (this.sent?.text === entry.text && this.sent.file === entry.file) return;
    if (this.sent?.file !== entry.file) {
      this.opened++;
      this.forget();
    }
    this.sent = entry;
    this.texts.set(version, entry.text);
    try {
      const library = (await files.library()).filter((one) => one.file !== entry.file);
      // What was written meanwhile is on its way, or there already.
      if (this.sent === entry) this.post({ kind: 'rules', session: this.opened, version, entry, library });
    } catch (error) {
      if (this.sent !== entry) return;
      this.sent = null;
      tell('bad', wordsOf(error));
    }
  }

  /**
   * Of the practitioner who is shown; what comes in its place is answered alone. `more` comes after; null where there is
   * none to come.
   */
  judge(asked: Asked, more: (answer: Of<'more'> | null) => void): Promise<Judged | null> {
    const serial = ++this.serial;
    this.post({ ...asked, kind: 'judge', serial, whole: true });
    return new Promise((resolve) => this.judging.set(serial, { resolve, more }));
  }

  /** Of somebody else, beside the one who is shown. */
  async judgeOnce(asked: Asked): Promise<Judged | null> {
    return (await this.ask<'judged'>((serial) => ({ ...asked, kind: 'judge', serial, whole: false })))?.judged ?? null;
  }

  async ranges(readings: Chosen): Promise<Ranges | null> {
    return (await this.ask<'ranges'>((serial) => ({ kind: 'ranges', serial, readings })))?.ranges ?? null;
  }

  roster(file: string | null, bytes: Uint8Array | null): Promise<Of<'roster'> | null> {
    return this.ask<'roster'>((serial) => ({ kind: 'roster', serial, file, bytes }));
  }

  async pick(from: 'roster' | 'cases', at: number): Promise<Picked | null> {
    return (await this.ask<'picked'>((serial) => ({ kind: 'pick', serial, from, at })))?.picked ?? null;
  }

  /** Null where another rule file was opened meanwhile, or it could not be answered. */
  private ask<K extends FromPerson['kind']>(message: (serial: number) => ToPerson): Promise<Of<K> | null> {
    const serial = ++this.serial;
    this.post(message(serial));
    return new Promise((resolve) => this.waiting.set(serial, (answer) => resolve(answer as Of<K> | null)));
  }

  private post(message: ToPerson): void {
    this.worker ??= this.start();
    this.worker.postMessage(message);
  }

  private start(): Worker {
    const worker = startWorker(personUrl, 'cme-person', (message) => {
      this.worker = null;
      this.sent = null;
      this.forget();
      this.fail(message);
    });
    worker.addEventListener('message', ({ data }: MessageEvent<FromPerson>) => this.hear(data));
    return worker;
  }

  /** Whatever was asked is not answered any more. */
  private forget(): void {
    this.texts.clear();
    for (const tell of this.waiting.values()) tell(null);
    this.waiting.clear();
    for (const { resolve, more } of this.judging.values()) {
      resolve(null);
      more(null);
    }
    this.judging.clear();
  }

  private hear(data: FromPerson): void {
    if (data.kind === 'rules') {
      const text = this.texts.get(data.version);
      if (data.session === this.opened && text !== undefined) this.rulesHeard(data, text);
      for (const version of this.texts.keys()) if (version < data.version) this.texts.delete(version);
    } else if (data.kind === 'failed') {
      this.fail(data.message);
      if (data.serial !== null) this.answer(data.serial, null);
    } else this.answer(data.serial, data);
  }

  private answer(serial: number, data: Exclude<FromPerson, { kind: 'rules' | 'failed' }> | null): void {
    const asked = this.judging.get(serial);
    if (asked === undefined) {
      this.waiting.get(serial)?.(data);
      this.waiting.delete(serial);
      return;
    }
    const judged = data?.kind === 'judged' ? data.judged : null;
    if (data?.kind !== 'more') asked.resolve(judged);
    // Without a result there is no advice.
    if (data?.kind === 'more') asked.more(data);
    else if (judged === null) asked.more(null);
    // What is older than an answer will not be answered any more.
    for (const one of this.judging.keys()) if (one < serial) this.judging.delete(one);
  }

  private fail(message: string): void {
    tell('bad', { zh: `程序自身出错，这一次没有算成：${message}`, en: `a fault of the program: ${message}` });
  }
}

export const desk = new Desk();
