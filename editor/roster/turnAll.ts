/** What was turned in the rule file and in its baselines: the texts that are tried, and how the file itself would say it. */
import {
  applied,
  type Block,
  type EditDocument,
  editsFor,
  reread,
  type Said,
  type ViewModel,
  writtenIn,
} from '../../src/edit/index.ts';
import type { TextEdit } from '../../src/index.ts';
import type { Layer } from './layers.ts';
import type { Turned } from './spot.ts';
import { turn } from './turn.ts';

export interface TurnedAll {
  /** Of the rule file, by what is its own. */
  readonly text: string;
  /** Baselines that say something else now, by their files. */
  readonly below: ReadonlyMap<string, string>;
  /** In the rule file alone, what was turned below written out in it; null where there is no way to. */
  readonly edits: readonly TextEdit[] | null;
  readonly says: readonly Said[];
}

export function turnAll(
  document: EditDocument,
  view: ViewModel,
  layers: readonly Layer[],
  turned: readonly Turned[],
): TurnedAll | { readonly refused: Said } {
  const own = turn(
    document,
    view,
    turned.filter(({ file }) => file === undefined),
  );
  if ('refused' in own) return own;
  const below = new Map<string, string>();
  const edits = [...own.edits];
  const says = [...own.says];
  let written = true;
  for (const layer of layers) {
    const theirs = turned.filter(({ file }) => file === layer.file);
    if (theirs.length === 0) continue;
    const done = turn(layer.document, layer.view, theirs);
    if ('refused' in done) return done;
    below.set(layer.file, done.text);
    const after = reread(layer.document, done.text, layer.document.version);
    for (const { lines, into } of sectionsOf(layer, after, view, theirs)) {
      const gesture = { kind: 'addWritten', lines, ...(into !== undefined && { into }) } as const;
      const put = editsFor(document, view, { version: view.version, ...gesture });
      if ('refused' in put) {
        written = false;
        continue;
      }
      edits.push(...put.edits);
      if (put.says) says.push(put.says);
    }
  }
  const inOrder = edits.toSorted((a, b) => a.span.start - b.span.start);
  return { text: own.text, below, edits: written ? inOrder : null, says };
}

export const writtenOut = ({ text }: EditDocument, edits: readonly TextEdit[]): string => applied(text, edits);

interface Written {
  readonly lines: readonly string[];
  /** The 类别 of the file that a 条目 goes into. */
  readonly into?: string;
}

/** The sections that were turned, as the baseline would say them now; 条目 with their 类别, where the file has it not. */
function sectionsOf(
  { view }: Layer,
  after: EditDocument,
  own: ViewModel,
  turned: readonly Turned[],
): readonly Written[] {
  const touched = view.blocks.filter((block) => turned.some(({ row }) => isIn(block, row)));
  const write = (block: Block): readonly string[] => {
    const rows = block.rows.filter(({ key }) => turned.some(({ row }) => row === key));
    // A 口径 may be restated with 采用 alone.
    const adopts = block.kind === 'reading' && rows.every(({ kind }) => kind === 'adopt');
    return writtenIn(after, block.head.at.section, adopts ? 'adopt' : undefined);
  };
  const items = Map.groupBy(
    touched.filter(({ kind }) => kind === 'item'),
    (item) => view.blocks.slice(0, view.blocks.indexOf(item)).findLast(({ kind }) => kind === 'category'),
  );
  const written: Written[] = [];
  for (const block of touched) if (block.kind !== 'item' && !items.has(block)) written.push({ lines: write(block) });
  for (const [category, within] of items) {
    const known = own.blocks.find(({ kind, title, disabled }) => {
      return kind === 'category' && title === category?.title && !disabled;
    });
    if (known) written.push(...within.map((item) => ({ lines: write(item), into: known.key })));
    else if (category)
      written.push({ lines: [category, ...within].flatMap((one, at) => [...(at > 0 ? [''] : []), ...write(one)]) });
  }
  return written;
}

const isIn = ({ head, rows }: Block, key: string): boolean =>
  [head, ...rows].some((row) => row.key === key || row.grid?.rows.some((inner) => inner.key === key));
