/** The rows of a section, which are only sent for the sheet that is looked at. */
import type { Block } from '../../src/edit/index.ts';
import { session } from './session.ts';

const PATIENCE_MS = 5000;

/** Looks at the section's sheet and waits for it; null where there is none, or it does not come. */
export async function rowsOf(block: string): Promise<Block | null> {
  const sheet = session.get().outline?.sheets.find(({ blocks }) => blocks.includes(block));
  if (!sheet) return null;
  const found = (): Block | null => {
    const { page, text } = session.get();
    return page?.version === text?.version ? (page?.blocks.find(({ key }) => key === block) ?? null) : null;
  };
  session.set({ selection: { sheet: sheet.key, row: block, slot: null } });
  return await new Promise((resolve) => {
    const done = (answer: Block | null) => {
      stop();
      clearTimeout(timer);
      resolve(answer);
    };
    const stop = session.subscribe(() => {
      const one = found();
      if (one) done(one);
    });
    const timer = setTimeout(() => done(null), PATIENCE_MS);
    const now = found();
    if (now) done(now);
  });
}
