/** From a line of the reckoning to the line of the rules, in table and text; its clause stands beside it there. */
import { go } from '../state/route.ts';
import { revealLine } from '../state/select.ts';
import { session } from '../state/session.ts';
import { said } from '../words/index.ts';
import type { Item, Source } from './ladder.ts';

export function openRule({ file, line }: Pick<Source, 'file' | 'line'>): void {
  const open = session.get().file;
  if (open && file !== open.entry.name) {
    const args = { file, line };
    session.set({ notice: { tone: 'info', zh: said('otherFile', 'zh', args), en: said('otherFile', 'en', args) } });
    return;
  }
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
  if (block) openRule({ file, line: block.line });
  else if (first) openRule(first);
}

export function openCategory(category: { readonly label: string; readonly source: Source }): void {
  const { outline } = session.get();
  const block = outline?.blocks.find(({ kind, title }) => kind === 'category' && title === category.label);
  const file = session.get().file?.entry.name ?? '';
  openRule(block ? { file, line: block.line } : category.source);
}
