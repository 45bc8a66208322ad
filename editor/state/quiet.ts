/** Waiting for who writes in the text. */
import type { RuleText } from './text.ts';

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
