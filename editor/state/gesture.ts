/**
 * A gesture on the visual side becomes one step of the text's history. It is computed on the text as it stands; where the
 * text has moved on meanwhile it is computed again, and after that refused in words.
 */
import { type Edited, editMessage, type Gesture, type Refused, type Said } from '../../src/edit/index.ts';
import { engine } from './engine.ts';
import { untilQuiet } from './quiet.ts';
import { showInText } from './select.ts';
import { type Notice, session, tallyNow } from './session.ts';
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

/** A gesture, and what was seen when it was made: the file that was open, the version of its tables, and what was said. */
interface Made {
  readonly gesture: Gesture;
  readonly sure: (asks: Said) => Promise<boolean>;
  readonly otherwise: Gesture | undefined;
  readonly text: RuleText | null;
  readonly seen: number | undefined;
  readonly standing: Notice | null;
}

/** `sure` is asked where something else would be left behind; `otherwise` is done where the first cannot be. */
export function perform(
  gesture: Gesture,
  sure: (asks: Said) => Promise<boolean> = async () => false,
  otherwise?: Gesture,
): Promise<Outcome> {
  const { text, page, outline, notice, asking } = session.get();
  const made = { gesture, sure, otherwise, text, seen: page?.version ?? outline?.version, standing: notice };
  session.set({ asking: asking + 1 });
  const done = last
    .then(() => act(made))
    .finally(() => session.get().text === text && session.set({ asking: session.get().asking - 1 }));
  last = done.catch(() => {});
  return done;
}

async function act(made: Made): Promise<Outcome> {
  const { gesture, sure, otherwise, text, seen } = made;
  // What was asked for in one file is nothing to another.
  if (text === null || seen === undefined || session.get().text !== text) return { done: false, why: null };
  for (let tries = 0; tries < TRIES; tries++) {
    // Who types on is let finish.
    if (tries > 1) await untilQuiet(text);
    const { version } = text;
    const answer = await engine.ask(text, seen, gesture);
    if (answer === null || session.get().text !== text) return { done: false, why: null };
    if ('refused' in answer)
      return otherwise ? act({ ...made, gesture: otherwise, otherwise: undefined }) : refuse(answer);
    if (answer.asks && !(await sure(answer.asks))) return { done: false, why: null };
    await untilFree(text, answer);
    if (session.get().text !== text) return { done: false, why: null };
    if (text.version !== version) continue;
    take(text, answer, made);
    return { done: true, edited: answer };
  }
  return refuse({ refused: { id: 'goneAway', args: {} } });
}

/** What was said since the gesture was made is left to be read. */
function take(text: RuleText, { edits, says, select }: Edited, { standing }: Made): void {
  if (edits.length === 0) return;
  const before = tallyNow();
  text.edit(edits);
  // What was moved, or came of a copy, stands elsewhere now.
  if (select) showInText(select);
  if (!says) return;
  session.set({
    last: { at: new Date(), zh: editMessage(says, 'zh'), en: editMessage(says, 'en'), before },
    ...(session.get().notice === standing && { notice: null }),
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
