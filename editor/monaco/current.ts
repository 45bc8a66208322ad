/** The rule text whose model is asked about; there is none where Monaco asks about another text, as of a baseline. */
import type * as Monaco from 'monaco-editor/editor';
import { session } from '../state/session.ts';
import type { RuleText } from '../state/text.ts';
import { ModelText } from './holder.ts';

export interface Current {
  readonly text: RuleText;
  readonly held: ModelText;
}

export function currentOf(model: Monaco.editor.ITextModel): Current | null {
  const { text } = session.get();
  const held = text && ModelText.known(text);
  return text && held?.model === model ? { text, held } : null;
}

/** When no input method is writing: until then the text holds what is no text yet. */
export function untilWritten(text: RuleText): Promise<void> {
  if (!text.composing) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = text.subscribe(() => {
      if (text.composing) return;
      stop();
      resolve();
    });
  });
}

/** Longer than the pause after which findings are asked for: what adorns the text comes behind what is wrong with it. */
const QUIET_MS = 150;

/** When one has stopped typing. */
export async function untilQuiet(text: RuleText): Promise<void> {
  for (let seen = -1; seen !== text.version; ) {
    seen = text.version;
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  }
}
