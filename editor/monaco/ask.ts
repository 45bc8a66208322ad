/**
 * Asks the language service, which works beside the page. The text goes over once a version, with the first question about
 * it; what is answered of an older one is dropped, and while an input method writes nothing is asked.
 */
import type { RuleSource } from '../../src/index.ts';
import { files } from '../state/open.ts';
import { untilQuiet, untilWritten } from '../state/quiet.ts';
import { session } from '../state/session.ts';
import type { RuleText } from '../state/text.ts';
import { startWorker } from '../trusted.ts';
import serviceUrl from '../worker/service.ts?worker&url';
import type { Answers, FromService, Questions, ToService, What } from '../worker/serviceProtocol.ts';

interface Opened {
  readonly text: RuleText;
  readonly session: number;
  readonly library: Promise<readonly RuleSource[]>;
  sent: number;
}

/** Asked by Monaco after each key, of the whole text. */
const adorning: ReadonlySet<What> = new Set<What>(['hints', 'colours', 'lenses', 'folds', 'outline']);

class Service {
  /** How many questions went out, for the tests of this project. */
  asked = 0;
  private worker: Worker | null = null;
  private opened: Opened | null = null;
  private readonly waiting = new Map<number, (answer: Answers[What] | null) => void>();
  private sessions = 0;

  /** Null where the text has moved on meanwhile, or nobody wants the answer any more. */
  async ask<W extends What>(
    text: RuleText,
    what: W,
    about: Questions[W],
    token?: { readonly isCancellationRequested: boolean },
  ): Promise<Answers[W] | null> {
    const opened = this.open(text);
    await opened.library;
    if (adorning.has(what) && opened.sent >= 0) await untilQuiet(text);
    await untilWritten(text);
    if (token?.isCancellationRequested || this.opened !== opened) return null;
    const { session: of } = opened;
    const { version } = text;
    if (opened.sent !== version) {
      opened.sent = version;
      // A byte order mark is no part of the first line, as Monaco counts.
      this.post({ kind: 'text', session: of, version, text: text.text.replace(/^\uFEFF/, '') });
    }
    const serial = ++this.asked;
    const answer = new Promise<Answers[What] | null>((resolve) => this.waiting.set(serial, resolve));
    this.post({ kind: 'ask', session: of, version, serial, what, about });
    // The protocol pairs each question with its answer.
    const got = (await answer) as Answers[W] | null;
    // A list that is on its way while one types on is narrowed by Monaco, which without it would show none.
    const stands = text.version === version || what === 'complete';
    return stands && !token?.isCancellationRequested ? got : null;
  }

  /** What the open file stands on. */
  library(text: RuleText): Promise<readonly RuleSource[]> {
    return this.open(text).library;
  }

  private open(text: RuleText): Opened {
    if (this.opened?.text === text) return this.opened;
    const file = session.get().file?.entry.name ?? '';
    const number = ++this.sessions;
    const library = files.library().then((all) => {
      const others = all.filter((one) => one.file !== file);
      this.post({ kind: 'open', session: number, file, library: others });
      return others;
    });
    this.opened = { text, session: number, library, sent: -1 };
    return this.opened;
  }

  private post(message: ToService): void {
    if (this.worker === null) {
      this.worker = startWorker(serviceUrl, 'cme-service');
      this.worker.addEventListener('message', ({ data }: MessageEvent<FromService>) => {
        this.waiting.get(data.serial)?.(data.answer);
        this.waiting.delete(data.serial);
      });
    }
    this.worker.postMessage(message);
  }
}

export const service = new Service();

// For the tests of this project, which count what is asked while an input method writes.
Object.assign(globalThis, { cmeService: service });
