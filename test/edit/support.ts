/** Rule files as documents, gestures on them, and what a cell could be set to. */
import { readFileSync } from 'node:fs';
import { compile } from '../../src/compile.ts';
import {
  applied,
  type Cell,
  documentOf,
  type EditDocument,
  type Edited,
  editMessage,
  editsFor,
  type Gesture,
  type Refused,
  type RowView,
  reread,
  sheetsOf,
  type ViewModel,
} from '../../src/edit/index.ts';

const file = (name: string): string => readFileSync(new URL(`../../rules/${name}`, import.meta.url), 'utf8');
export const texts = {
  hubei: file('hubei.cme'),
  national: file('national.cme'),
  twoClass: file('samples/two-class.cme'),
  fiveYear: file('samples/five-year.cme'),
} as const;

const library = [{ file: 'national.cme', text: texts.national }];

export interface Open {
  readonly document: EditDocument;
  readonly view: ViewModel;
}

/** A text opened in the editor, with the national rules to build on. */
export function open(text: string): Open {
  const document = documentOf(compile({ file: 'here.cme', text }, { library }), 1);
  return { document, view: sheetsOf(document) };
}

/** The same after somebody typed. */
export function typed({ document, view }: Open, text: string): Open {
  const next = reread(document, text, document.version + 1);
  return { document: next, view: sheetsOf(next, view) };
}

export const gesture = (of: Open, what: Gesture): Edited | Refused =>
  editsFor(of.document, of.view, { version: of.view.version, ...what });

/** The edits of a gesture that must not be refused. */
export function edited(of: Open, what: Gesture): Edited {
  const found = gesture(of, what);
  if ('refused' in found) throw new Error(`${JSON.stringify(what)}: ${editMessage(found.refused, 'zh')}`);
  return found;
}

/** What becomes of a gesture. */
export function became(of: Open, what: Gesture): Open {
  return typed(of, applied(of.document.text, edited(of, what).edits));
}

export const textAfter = (of: Open, what: Gesture): string => became(of, what).document.text;

export const refusal = (of: Open, what: Gesture): string => {
  const found = gesture(of, what);
  return 'refused' in found ? found.refused.id : 'done';
};

/** Every row of a view, those of tables too. */
export const rowsOf = (view: ViewModel): readonly RowView[] =>
  view.blocks.flatMap((block) => [block.head, ...block.rows.flatMap((row) => [row, ...(row.grid?.rows ?? [])])]);

export const keysOf = (view: ViewModel): readonly string[] => [
  ...view.blocks.map(({ key }) => key),
  ...rowsOf(view).map(({ key }) => key),
];

/** The row that stands in a line which holds some words. */
export function row(of: Open, words: string, kind?: string): RowView {
  const found = rowsOf(of.view).find(
    (one) =>
      (kind === undefined || one.kind === kind) && of.document.text.slice(one.span.start, one.span.end).includes(words),
  );
  if (!found) throw new Error(`no row says ${words}`);
  return found;
}

/** Another value that the cell may well have; undefined where this test knows of none. */
export function another(cell: Cell, view: ViewModel): string | undefined {
  const list = cell.list === undefined ? [] : (view.lists[cell.list] ?? []);
  const other = list.find(({ value, code }) => value !== cell.value && code !== cell.value)?.value;
  switch (cell.kind) {
    case 'number':
      return /^\d+$/.test(cell.value) ? String(Number(cell.value) + 1) : /%$/.test(cell.value) ? '7%' : '7';
    case 'date':
      return cell.value === '2025-06-30' ? '2025-07-01' : '2025-06-30';
    case 'choice':
    case 'yesno':
      return other;
    case 'choices':
      return cell.value.includes('、') ? cell.value.split('、')[0] : other && `${cell.value}、${other}`;
    case 'clause':
      return `${cell.value}、第一条`;
    case 'name':
      return cell.value.length < 20 ? `${cell.value}${/^[a-z_0-9]+$/i.test(cell.value) ? '_x' : '甲'}` : undefined;
    case 'text':
      return /^[\d.]+$/.test(cell.value) ? `${cell.value}1` : undefined;
    default:
      return undefined;
  }
}
