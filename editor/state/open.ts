/** Opens a file and saves it: from here on there is one text, and everything shown follows it. */
import { differences } from '../../src/edit/index.ts';
import type { Draft } from '../files/drafts.ts';
import { type Files, type OpenFile, Refused } from '../files/files.ts';
import { ServerFiles } from '../files/server.ts';
import { said } from '../words/index.ts';
import { leaveCell, openCell } from './cell.ts';
import { engine } from './engine.ts';
import { allDone } from './gesture.ts';
import { keep, keeper } from './keep.ts';
import { untilWritten } from './quiet.ts';
import { recent } from './recent.ts';
import { go } from './route.ts';
import { type LastStep, type Notice, nothing, session, tallyNow } from './session.ts';
import { type Change, RuleText } from './text.ts';

export const files: Files = new ServerFiles();

/** Counts what was asked to be opened. */
let turns = 0;
/** So long at most a gesture in the file before is waited for. */
const PATIENCE_MS = 3000;

/** Until all of it is there, what was open stays open; of several, the one that was asked for last is opened. */
export async function open(file: OpenFile, turn = ++turns): Promise<void> {
  const library = await files.library();
  leaveCell();
  await Promise.race([allDone(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  if (turn !== turns) return;
  const text = new RuleText(file.text);
  text.subscribe((change) => {
    if (session.get().text !== text) return;
    const dirty = text.text !== session.get().saved;
    session.set({ version: text.version, composing: text.composing, dirty, ...(!text.composing && stepOf(change)) });
    engine.hear(text, change);
  });
  session.set({ ...nothing, file, text, saved: file.text, monaco: session.get().monaco });
  void keeper.open(file, text);
  recent.opened(file.entry);
  engine.open(
    { file: file.entry.name, text: file.text },
    library.filter((one) => one.file !== file.entry.name),
  );
  go('edit');
  if (file.told) tell('info', file.told);
}

const steps = { typed: 'stepTyped', undo: 'stepUndo', gesture: 'stepOther' } as const;

/** What was done last, where nobody says it better; of one stretch of typing it is said once. */
function stepOf({ by }: Change): { readonly last?: LastStep } {
  const { last } = session.get();
  if (by === 'open' || (by === 'typed' && last?.by === by)) return {};
  const words = (lang: 'zh' | 'en') => said(steps[by], lang);
  return { last: { at: new Date(), zh: words('zh'), en: words('en'), before: tallyNow(), by } };
}

/** Whatever hinders it is said, and what was open stays open. */
export async function openFrom(get: () => Promise<OpenFile | null>, name = ''): Promise<void> {
  const turn = ++turns;
  try {
    const found = await get();
    if (found && turn === turns) await open(found, turn);
  } catch (error) {
    const words = (lang: 'zh' | 'en') => said('cannotOpen', lang, { name });
    tell('bad', error instanceof Refused ? error.said : { zh: words('zh'), en: words('en') });
  }
}

/** What is being written just now. */
let writing: { readonly text: RuleText; readonly written: string; readonly done: Promise<void> } | null = null;

/**
 * One after the other, since each is written over what the one before has left; what is being written already is not
 * written twice. `over`: the version that it is saved over, where that is another than what was opened.
 */
export async function save(over: OpenFile | null = null): Promise<void> {
  const { text } = session.get();
  if (text === null || text.composing) return;
  const before = writing;
  const written = text.text;
  if (over === null && before?.text === text && before.written === written) return before.done;
  const done = (before?.done ?? Promise.resolve()).then(() => write(text, over));
  const own = { text, written, done };
  writing = own;
  await done;
  if (writing === own) writing = null;
}

async function write(text: RuleText, over: OpenFile | null): Promise<void> {
  const { file, saved: base } = session.get();
  if (file === null || session.get().text !== text || text.composing) return;
  const written = text.text;
  // What was said of the last time is not of this one.
  session.set({ notice: null });
  try {
    const saved = await files.save(over ?? file, written);
    if (session.get().text !== text || saved.done === 'cancelled') return;
    if (saved.done === 'changed') {
      await clash(text, base, saved.now);
      return;
    }
    if (saved.done === 'gone') {
      keep.set({ gone: written });
      return;
    }
    if (saved.done === 'saved') session.set({ file: { ...file, entry: saved.entry, hash: saved.hash } });
    session.set({ saved: written, dirty: text.text !== written });
    keeper.saved(written);
    tell('good', { zh: `已保存 ${file.entry.name}`, en: `saved ${file.entry.name}` });
  } catch (error) {
    tell('bad', wordsOf(error));
  }
}

/** What was written while the file was being saved is of this side too. */
async function clash(text: RuleText, base: string, theirs: OpenFile): Promise<void> {
  leaveCell();
  await allDone();
  await untilWritten(text);
  if (session.get().text === text) keep.set({ conflict: { base, mine: text.text, theirs } });
}

/** What was decided about a file that two have changed becomes the text, as one step, and is written over theirs. */
export async function settle(merged: string): Promise<void> {
  const { text } = session.get();
  const { conflict } = keep.get();
  if (text === null || conflict === null) return;
  if (text.text !== conflict.mine) {
    // It was decided about an older text.
    keep.set({ conflict: { ...conflict, mine: text.text } });
    return;
  }
  replaceBy(text, merged);
  session.set({ saved: conflict.theirs.text });
  keep.set({ conflict: null });
  await save(conflict.theirs);
}

/** The file that was deleted meanwhile is written again, as a new one. */
export async function writeAnew(): Promise<void> {
  const { file } = session.get();
  if (file === null || keep.get().gone === null) return;
  keep.set({ gone: null });
  await save({ ...file, hash: null });
}

/** An earlier draft becomes the text, as one step that can be undone. */
export function restore(draft: Draft): void {
  const { text } = session.get();
  if (text === null) return;
  replaceBy(text, draft.text);
  keeper.taken(draft.key);
}

/** As one edit of no more than what differs, so that the cursor and everything elsewhere stays. */
export function replaceBy(text: RuleText, after: string): void {
  const before = text.text;
  if (before === after) return;
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < least - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const span = { start: head, end: before.length - tail };
  text.edit([{ span, text: after.slice(head, after.length - tail) }]);
}

/** In how many rules a text differs from what stands in the file. */
export const changesIn = (before: string, after: string): number => differences(before, after).length;

export const wordsOf = (error: unknown): { readonly zh: string; readonly en: string } =>
  error instanceof Refused
    ? error.said
    : { zh: `没有做成：${String(error)}`, en: `it could not be done: ${String(error)}` };

export function tell(tone: Notice['tone'], said: { readonly zh: string; readonly en: string }): void {
  session.set({ notice: { tone, ...said } });
}

addEventListener('beforeunload', (event) => {
  const { dirty, asking } = session.get();
  if (dirty || asking > 0 || openCell()) event.preventDefault();
});
