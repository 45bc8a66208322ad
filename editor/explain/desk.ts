/**
 * The page's side of the worker of one practitioner. It is started when a screen first needs it, is given the rules as
 * they stand, and answers in the order in which it was asked; only the newest reckoning is waited for.
 */
import type { Ranges } from '../../src/index.ts';
import { files } from '../state/open.ts';
import { session } from '../state/session.ts';
import { startWorker } from '../trusted.ts';
import personUrl from '../worker/person.ts?worker&url';
import type { Chosen, FromPerson, Judge, Picked, ToPerson } from '../worker/personProtocol.ts';

type Of<K extends FromPerson['kind']> = Extract<FromPerson, { kind: K }>;

class Desk {
  private worker: Worker | null = null;
  private serial = 0;
  private readonly waiting = new Map<number, (answer: FromPerson) => void>();
  private readonly judging = new Map<
    number,
    { readonly resolve: (answer: Of<'judged'>) => void; readonly more: (answer: Of<'more'>) => void }
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
      this.texts.clear();
    }
    this.sent = entry;
    this.texts.set(version, entry.text);
    const library = (await files.library()).filter((one) => one.file !== entry.file);
    this.post({ kind: 'rules', session: this.opened, version, entry, library });
  }

  /** `more` comes after, where it was asked for and nothing newer was. */
  judge(asked: Omit<Judge, 'kind' | 'serial'>, more: (answer: Of<'more'>) => void): Promise<Of<'judged'>> {
    const serial = ++this.serial;
    this.post({ ...asked, kind: 'judge', serial });
    return new Promise((resolve) => this.judging.set(serial, { resolve, more }));
  }

  async ranges(readings: Chosen): Promise<Ranges | null> {
    return (await this.ask<'ranges'>((serial) => ({ kind: 'ranges', serial, readings }))).ranges;
  }

  roster(file: string | null, bytes: Uint8Array | null): Promise<Of<'roster'>> {
    return this.ask<'roster'>((serial) => ({ kind: 'roster', serial, file, bytes }));
  }

  async pick(from: 'roster' | 'cases', at: number): Promise<Picked | null> {
    return (await this.ask<'picked'>((serial) => ({ kind: 'pick', serial, from, at }))).picked;
  }

  private ask<K extends FromPerson['kind']>(message: (serial: number) => ToPerson): Promise<Of<K>> {
    const serial = ++this.serial;
    this.post(message(serial));
    return new Promise((resolve) => this.waiting.set(serial, (answer) => resolve(answer as Of<K>)));
  }

  private post(message: ToPerson): void {
    this.worker ??= this.start();
    this.worker.postMessage(message);
  }

  private start(): Worker {
    const worker = startWorker(personUrl, 'cme-person');
    worker.addEventListener('message', ({ data }: MessageEvent<FromPerson>) => this.hear(data));
    return worker;
  }

  private hear(data: FromPerson): void {
    if (data.kind === 'rules') {
      const text = this.texts.get(data.version);
      if (data.session === this.opened && text !== undefined) this.rulesHeard(data, text);
      for (const version of this.texts.keys()) if (version < data.version) this.texts.delete(version);
    } else if (data.kind === 'failed') {
      const zh = `程序自身出错，这一次没有算成：${data.message}`;
      session.set({ notice: { tone: 'bad', zh, en: `a fault of the program: ${data.message}` } });
    } else if (data.kind === 'judged' || data.kind === 'more') {
      const asked = this.judging.get(data.serial);
      if (data.kind === 'more') asked?.more(data);
      else asked?.resolve(data);
      // What is older than an answer will not be answered any more.
      for (const serial of this.judging.keys()) if (serial < data.serial) this.judging.delete(serial);
    } else {
      this.waiting.get(data.serial)?.(data);
      this.waiting.delete(data.serial);
    }
  }
}

export const desk = new Desk();
