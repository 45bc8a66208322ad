/** What is added is stood on as soon as it is drawn, so that one can go on and fill it in. */
import { type Gesture, rowsIn, type SectionKind } from '../../src/edit/index.ts';
import type { Span } from '../../src/index.ts';
import { openCell } from './cell.ts';
import { perform } from './gesture.ts';
import { select } from './select.ts';
import { type Selection, type Session, session } from './session.ts';
import { Store } from './store.ts';

/** A section that is to be added, and has yet to be named. */
export interface Asking {
  readonly section: SectionKind;
  readonly into?: string;
  readonly before?: string;
  /** Where the panel opens, and what has the focus again when it closes. */
  readonly at: DOMRect;
  readonly from: HTMLElement | null;
}

export const asking = new Store<{ readonly now: Asking | null }>({ now: null });

/** Asks for its name first; a section that needs none is added at once. */
export function addSection(one: Omit<Asking, 'at'> & { readonly at?: DOMRect }): void {
  const at = one.at ?? one.from?.getBoundingClientRect() ?? new DOMRect();
  if (nameless.includes(one.section)) void nameAs('', { ...one, at });
  else asking.set({ now: { ...one, at } });
}

const nameless: readonly SectionKind[] = ['scope', 'makeup'];

export const nameAs = (label: string, { section, into, before }: Asking): Promise<boolean> =>
  add({
    kind: 'addSection',
    section,
    label,
    ...(into !== undefined && { into }),
    ...(before !== undefined && { where: { before } }),
  });

/** False where it was refused, which has been said. `otherwise` is done where the first cannot be. */
export async function add(gesture: Gesture, otherwise?: Gesture): Promise<boolean> {
  const { selection } = session.get();
  const outcome = await perform(gesture, undefined, otherwise);
  if (!outcome.done) return false;
  const { select: span, edits } = outcome.edited;
  if (edits.length > 0) await land(span ?? null, selection);
  return true;
}

const PATIENCE_MS = 5000;

/**
 * The table shows what stands at the place, and has the focus there. Who has gone on meanwhile, in the text, to another
 * row, or to a cell that is being filled in, is left there.
 */
async function land(span: Span | null, from: Selection): Promise<void> {
  const { text } = session.get();
  const version = text?.version;
  let chosen = from;
  const here = () => {
    const now = session.get();
    return now.text === text && text?.version === version && now.selection === chosen && !openCell();
  };
  const choose = (act: () => void) => {
    act();
    chosen = session.get().selection;
  };
  if (!(await until(({ outline }) => !here() || outline?.version === version)) || !here()) return;
  const { outline } = session.get();
  const block = span && outline?.blocks.findLast(({ extent }) => extent.start <= span.start);
  const sheet = block && outline?.sheets.find(({ blocks }) => blocks.includes(block.key));
  if (span && sheet) {
    choose(() => session.set({ selection: { sheet: sheet.key, row: block.key, slot: null } }));
    await until(({ page }) => !here() || (page?.version === version && page?.sheet.key === sheet.key));
    const rows = session.get().page?.blocks.flatMap(rowsIn);
    const row = rows?.findLast((one) => one.span.start <= span.start);
    if (row && here()) {
      choose(() => select(row.key, null, row.span, row.line));
      const slot = await firstStop(row.key);
      if (slot && here()) choose(() => select(row.key, slot, row.span, row.line));
    }
  }
  if (here()) document.querySelector('[data-pane="table"]')?.dispatchEvent(new Event('enter-pane'));
}

/** What one would fill in first. */
const first: readonly string[] = ['credits', 'limit', 'amount', 'label', 'title', 'text', 'reason'];

/** The row is drawn within the next frames, and in them its stops. */
async function firstStop(row: string): Promise<string | null> {
  for (let frames = 0; frames < 20; frames++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const stops = [...document.querySelectorAll<HTMLElement>(`[data-stop^="${CSS.escape(row)}|"]`)];
    const slots = stops.map(({ dataset }) => dataset.stop?.slice(row.length + 1) ?? '');
    if (slots.length > 0) return first.find((slot) => slots.includes(slot)) ?? slots[0] ?? null;
  }
  return null;
}

function until(holds: (all: Session) => boolean): Promise<boolean> {
  if (holds(session.get())) return Promise.resolve(true);
  return new Promise((resolve) => {
    const done = (answer: boolean) => {
      stop();
      clearTimeout(timer);
      resolve(answer);
    };
    const stop = session.subscribe(() => holds(session.get()) && done(true));
    const timer = setTimeout(() => done(false), PATIENCE_MS);
  });
}
