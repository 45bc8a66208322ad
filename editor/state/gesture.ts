/**
 * A gesture on the visual side becomes one step of the text's history. It is computed on the text as it stands; where the
 * text has moved on meanwhile it is computed again, and after that refused in words.
 */
import { type Edited, editMessage, type Gesture, type Refused, type Said } from '../../src/edit/index.ts';
import { engine } from './engine.ts';
import { showInText } from './select.ts';
import { type LastStep, session, tallyOf } from './session.ts';
import type { RuleText } from './text.ts';

const TRIES = 4;

export type Outcome =
  | { readonly done: true; readonly edited: Edited }
  | { readonly done: false; readonly why: Said | null };

/** Gestures one after the other, each on the text that the one before has left. */
let last: Promise<unknown> = Promise.resolve();

/** When no gesture is under way; what acts on the text as it stands waits for it. */
export const allDone = async (): Promise<void> => {
  await last;
};

/** `sure` is asked where something else would be left behind; `otherwise` is done where the first cannot be. */
export function perform(
  gesture: Gesture,
  sure: (asks: Said) => Promise<boolean> = async () => false,
  otherwise?: Gesture,
): Promise<Outcome> {
  session.set({ asking: session.get().asking + 1 });
  const done = last
    .then(() => act(gesture, sure, otherwise))
    .finally(() => session.set({ asking: session.get().asking - 1 }));
  last = done.catch(() => {});
  return done;
}

async function act(
  gesture: Gesture,
  sure: (asks: Said) => Promise<boolean>,
  otherwise: Gesture | undefined,
): Promise<Outcome> {
  const { text, outline } = session.get();
  if (text === null || outline === null) return { done: false, why: null };
  for (let tries = 0; tries < TRIES; tries++) {
    const { version } = text;
    const answer = await engine.ask(text, outline.version, gesture);
    if (answer === null || session.get().text !== text) return { done: false, why: null };
    if ('refused' in answer) return otherwise ? act(otherwise, sure, undefined) : refuse(answer);
    if (answer.asks && !(await sure(answer.asks))) return { done: false, why: null };
    await untilFree(text, answer);
    if (text.version !== version) continue;
    take(text, answer);
    return { done: true, edited: answer };
  }
  return refuse({ refused: { id: 'goneAway', args: {} } });
}

function take(text: RuleText, { edits, says, select }: Edited): void {
  if (edits.length === 0) return;
  const before = tallyOf(session.get());
  text.edit(edits);
  // What was moved, or came of a copy, stands elsewhere now.
  if (select) showInText(select);
  if (says) tell(says, before);
}

function tell(says: Said, before: LastStep['before']): void {
  session.set({
    last: { at: new Date(), zh: editMessage(says, 'zh'), en: editMessage(says, 'en'), before },
    notice: null,
  });
}

function refuse({ refused }: Refused): Outcome {
  session.set({ notice: { tone: 'bad', zh: editMessage(refused, 'zh'), en: editMessage(refused, 'en') } });
  return { done: false, why: refused };
}

/** An edit of the very line that an input method writes in would lose what it writes: it waits. Others go ahead. */
async function untilFree(text: RuleText, { edits }: Edited): Promise<void> {
  const line = session.get().caret.line;
  if (!text.composing || !edits.some(({ span }) => covers(text.text, span, line))) return;
  await new Promise<void>((resolve) => {
    const stop = text.subscribe(() => {
      if (text.composing) return;
      stop();
      resolve();
    });
  });
}

function covers(text: string, { start, end }: { start: number; end: number }, line: number): boolean {
  const lineAt = (offset: number) => text.slice(0, offset).split(/\r\n|\r|\n/).length;
  return lineAt(start) <= line && line <= lineAt(end);
}

// For the tests of this project: a gesture while the text composes, which no click could make without ending the word.
Object.assign(globalThis, { cmePerform: perform });
