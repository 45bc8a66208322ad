/** Opens the place that a task is done in; with the sample, where no file is open. */
import { samples } from '../files/samples.ts';
import { files, open } from '../state/open.ts';
import { go } from '../state/route.ts';
import { lookAt } from '../state/select.ts';
import { session } from '../state/session.ts';
import type { Place } from './tasks.ts';

export async function visit({ screen, sheet }: Place): Promise<void> {
  const [sample] = samples;
  if (screen !== 'start' && session.get().file === null && sample) await open(await files.open(sample.entry));
  go(screen);
  if (sheet === undefined) return;
  const look = (): boolean => {
    const { outline } = session.get();
    const found = outline?.sheets.find(({ kind }) => kind === sheet);
    if (found) lookAt(found.key);
    return outline !== null;
  };
  // A file that was opened just now is still being read.
  if (look()) return;
  const stop = session.subscribe(() => look() && stop());
}
