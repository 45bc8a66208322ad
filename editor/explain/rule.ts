/** From a line of the reckoning to the line of the rules: in table and text, where it is of the file that is open. */
import { files } from '../state/open.ts';
import { go, route } from '../state/route.ts';
import { revealLine } from '../state/select.ts';
import { session } from '../state/session.ts';
import { said } from '../words/index.ts';
import { standsNow } from './excerpt.ts';
import type { Item, Source } from './ladder.ts';
import { person } from './person.ts';
import { shownRule } from './RuleLines.tsx';

let asked = 0;

/** A line of a baseline, or one that reads otherwise by now, is shown where one is. */
export async function openRule({ file, line }: Pick<Source, 'file' | 'line'>): Promise<void> {
  const { file: open, text } = session.get();
  if (open && text && file === open.entry.name) {
    const before = person.get().rules ?? text.text;
    const now = standsNow(before, text.text, line);
    if (now !== null) goTo(now);
    else shownRule.set({ of: { file, line, text: before, before: true } });
    return;
  }
  const [mine, { screen }] = [++asked, route.get()];
  const library = await files.library().catch(() => []);
  // Another was asked for meanwhile, or one has gone elsewhere.
  if (mine !== asked || route.get().screen !== screen) return;
  const baseline = library.find((one) => one.file === file);
  if (baseline) shownRule.set({ of: { file, line, text: baseline.text, before: false } });
  else {
    const args = { file, line };
    session.set({ notice: { tone: 'info', zh: said('otherFile', 'zh', args), en: said('otherFile', 'en', args) } });
  }
}

function goTo(line: number): void {
  go('edit');
  revealLine(line);
  // The text pane comes a moment after its screen, and then shows the place too.
  const until = performance.now() + PATIENCE_MS;
  const again = (): void => {
    const pane = document.querySelector('[data-pane="text"] .monaco-editor');
    if (pane) revealLine(line);
    else if (performance.now() < until) setTimeout(again, 50);
  };
  setTimeout(again, 50);
}
const PATIENCE_MS = 3000;

/** The section of an item; its head stands in the outline. */
export function openItem(item: Item): void {
  const { outline } = session.get();
  const block = outline?.blocks.find(({ kind, title }) => kind === 'item' && title === item.label);
  const first = item.lines[0]?.source ?? item.deems[0]?.source ?? item.gates[0]?.source;
  const file = session.get().file?.entry.name ?? '';
  if (block && (first === undefined || first.file === file)) goTo(block.line);
  else if (first) void openRule(first);
}

export function openCategory(category: { readonly label: string; readonly source: Source }): void {
  const { outline } = session.get();
  const block = outline?.blocks.find(({ kind, title }) => kind === 'category' && title === category.label);
  const file = session.get().file?.entry.name ?? '';
  if (block && category.source.file === file) goTo(block.line);
  else void openRule(category.source);
}
