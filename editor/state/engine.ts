/**
 * Keeps the workers at work on the newest text and puts what they say into the session. A gesture's text goes out at once,
 * what is typed after a pause; while an input method writes, nothing goes out at all.
 */
import type { Edited, Gesture, Refused } from '../../src/edit/index.ts';
import { startWorker } from '../trusted.ts';
import checkerUrl from '../worker/checker.ts?worker&url';
import type { Asked, Changed, FromChecker, FromTables, Opening, Outline, Page, ToTables } from '../worker/protocol.ts';
import type { Question, Told, Topic } from '../worker/questions.ts';
import tablesUrl from '../worker/tables.ts?worker&url';
import { Feed } from './feed.ts';
import { session } from './session.ts';
import type { Change, RuleText } from './text.ts';

type Reply = Edited | Refused | null;

/** An answer, and the version that it is of. */
export interface Learnt<T> {
  readonly version: number;
  readonly told: T;
}

class Engine {
  private readonly checker = startWorker(checkerUrl, 'cme-checker');
  private readonly tables = startWorker(tablesUrl, 'cme-tables');
  private readonly asked = new Map<number, (reply: Reply) => void>();
  private readonly questions = new Map<number, (told: Learnt<Told> | null) => void>();
  private text: RuleText | null = null;
  private readonly feeds = {
    tables: new Feed(() => this.send(this.tables), 300),
    checker: new Feed(() => this.send(this.checker), 700),
  };
  private current = 0;
  private serial = 0;
  private sheet: string | null = null;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.checker.postMessage({ kind: 'tables' }, [port1]);
    this.tables.postMessage({ kind: 'checker' }, [port2]);
    this.checker.addEventListener('message', ({ data }: MessageEvent<FromChecker>) => this.hearChecker(data));
    this.tables.addEventListener('message', ({ data }: MessageEvent<FromTables>) => this.hearTables(data));
    session.subscribe(() => this.look(session.get().selection.sheet));
  }

  open(entry: Opening['entry'], library: Opening['library']): void {
    for (const feed of Object.values(this.feeds)) feed.open();
    this.current++;
    for (const reply of this.asked.values()) reply(null);
    this.asked.clear();
    for (const tell of this.questions.values()) tell(null);
    this.questions.clear();
    const message: Opening = { kind: 'open', session: this.current, entry, library };
    this.checker.postMessage(message);
    this.tables.postMessage(message);
  }

  /** To be called at each change of the text. */
  hear(text: RuleText, { by }: Change): void {
    this.text = text;
    const { tables, checker } = this.feeds;
    if (text.composing) for (const feed of [tables, checker]) feed.stop();
    else {
      // What one sees comes first: a step back is in the tables at once, and proved when they are drawn.
      tables[by === 'typed' ? 'soon' : 'now'](text.version);
      checker[by === 'typed' || by === 'undo' ? 'soon' : 'now'](text.version);
    }
  }

  /** The sheet that is chosen is the one whose rows are asked for. */
  private look(sheet: string | null): void {
    if (sheet === this.sheet) return;
    this.sheet = sheet;
    if (sheet !== null) this.tables.postMessage({ kind: 'look', session: this.current, sheet } satisfies ToTables);
  }

  /** The edits that a gesture asks for, on the text as it stands now. */
  ask(text: RuleText, seen: number, gesture: Gesture): Promise<Reply> {
    const serial = ++this.serial;
    const message: ToTables = {
      kind: 'gesture',
      session: this.current,
      serial,
      version: text.version,
      text: text.text,
      seen,
      gesture,
    };
    this.tables.postMessage(message);
    return new Promise((resolve) => this.asked.set(serial, resolve));
  }

  /** What the checker knows of the rules as last compiled; null where another file was opened meanwhile, or it could not be told. */
  learn<T extends Topic>(question: Question<T>): Promise<Learnt<Told<T>> | null> {
    const serial = ++this.serial;
    const message: Asked = { kind: 'ask', session: this.current, serial, question: question as Question };
    this.checker.postMessage(message);
    return new Promise((resolve) => this.questions.set(serial, resolve as (told: Learnt<Told> | null) => void));
  }

  private send(to: Worker): void {
    if (this.text === null) return;
    const { version, text } = this.text;
    to.postMessage({ kind: 'text', session: this.current, version, text } satisfies Changed);
  }

  private hearChecker(data: FromChecker): void {
    if (data.session !== this.current) return;
    const { version } = data;
    if (data.kind === 'failed') fault(data.message);
    else if (data.kind === 'told') {
      const { told } = data;
      this.questions.get(data.serial)?.(told && { version, told });
      this.questions.delete(data.serial);
    } else if (data.kind === 'checked') {
      const { problems, sound, about } = data;
      // Examples of rules that mean nothing cannot be run, and the old ones would tell of other rules.
      session.set({ problems, sound, about, checked: version, ...(!sound && { examples: null, tried: version }) });
      if (!sound) this.feeds.checker.done(version);
    } else {
      session.set({ examples: data.examples, tried: version });
      this.feeds.checker.done(version);
    }
  }

  private hearTables(data: FromTables): void {
    if (data.session !== this.current) return;
    if (data.kind === 'failed') fault(data.message);
    else if (data.kind === 'edits') {
      this.asked.get(data.serial)?.(data.answer);
      this.asked.delete(data.serial);
    } else if (data.kind === 'page') {
      if (isWanted(data.page, session.get().outline)) session.set({ page: data.page });
    } else {
      const { outline, page } = data;
      session.set({ outline, ...(page && isWanted(page, outline) && { page }) });
      this.feeds.tables.done(data.version);
    }
  }
}

/** What was looked at before another sheet was chosen comes too late to be shown; one that is gone is not waited for. */
function isWanted({ sheet: { key } }: Page, outline: Outline | null): boolean {
  const { sheet } = session.get().selection;
  return sheet === null || sheet === key || !outline?.sheets.some((one) => one.key === sheet);
}

/** A fault of the program's own: said, and what was shown before stays. */
function fault(message: string): void {
  session.set({
    notice: {
      tone: 'bad',
      zh: `程序自身出错，表格停在上一次的内容：${message}`,
      en: `a fault of the program: ${message}`,
    },
  });
}

export const engine = new Engine();
