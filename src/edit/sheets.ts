/** Blocks as the pages of the 目录, with the limits of each 类别 around one another. */
import { clausesOf, clauseText } from '../language/clause.ts';
import type { SectionKind } from '../model/ast.ts';
import { severityOf } from '../model/codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { rowsIn } from './rows.ts';
import type { Block, ClauseEntry, NestedCap, RowView, Sheet, SheetKind } from './view.ts';

const sheetKinds: Readonly<Record<SectionKind, SheetKind>> = {
  rules: 'header',
  personField: 'fields',
  recordField: 'fields',
  convert: 'fields',
  reading: 'readings',
  scope: 'requirements',
  require: 'requirements',
  category: 'category',
  item: 'category',
  group: 'groups',
  makeup: 'years',
  carry: 'years',
  notice: 'notices',
  uncomputed: 'uncomputed',
  example: 'examples',
  examples: 'examples',
  drop: 'dropped',
  brokenSection: 'broken',
};

const order: readonly SheetKind[] = [
  'header',
  'fields',
  'readings',
  'requirements',
  'category',
  'groups',
  'years',
  'notices',
  'uncomputed',
  'examples',
  'dropped',
  'broken',
];

/** The sheets in their fixed order, the 类别 among them in that of the file. */
export function sheetsIn(blocks: readonly Block[]): readonly Sheet[] {
  const made = new Map<string, { kind: SheetKind; head?: Block; blocks: Block[] }>();
  let category: Block | undefined;
  for (const block of blocks) {
    const kind = sheetKinds[block.kind];
    if (block.kind === 'category') category = block;
    // An 条目 before any 类别 is an error, and has a page of its own.
    const head = kind === 'category' ? (category ?? block) : undefined;
    const key = head ? head.key : kind;
    const sheet = made.get(key) ?? { kind, ...(head && { head }), blocks: [] };
    sheet.blocks.push(block);
    made.set(key, sheet);
  }
  const all = [...made].sort(([, a], [, b]) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return all.map(([key, { kind, head, blocks: own }]): Sheet => {
    const nest = head ? nested(head, own) : [];
    return {
      key,
      kind,
      title: head?.title ?? '',
      ...(head?.code !== undefined && { code: head.code }),
      ...(head?.clause !== undefined && { clause: head.clause }),
      blocks: own.map((block) => block.key),
      errors: own.reduce((sum, { errors }) => sum + errors, 0),
      warnings: own.reduce((sum, { warnings }) => sum + warnings, 0),
      ...(nest.length > 0 && { nest }),
    };
  });
}

const shownOf = (row: RowView, slot: string): string => row.cells.find((cell) => cell.slot === slot)?.shown ?? '';

const capsOf = (block: Block): readonly NestedCap[] =>
  block.rows.flatMap((row): NestedCap[] => {
    if (row.kind !== 'cap') return [];
    const when = shownOf(row, 'when');
    const words = { per: shownOf(row, 'per'), limit: shownOf(row, 'limit') };
    return [{ key: row.key, of: block.title, ...words, ...(when !== '' && { when }), within: [] }];
  });

/** The longer its span, the further out a limit lies; what cannot be told stands between. */
const spans = ['周期', 'cycle', '年', 'year', '日', 'day', '项目', 'project', '次', 'record'];
const width = ({ per }: NestedCap): number => {
  const at = spans.indexOf(per);
  return at < 0 ? 3 : at;
};

/** Each around the next, the innermost around `within`. */
const chain = (caps: readonly NestedCap[], within: readonly NestedCap[]): readonly NestedCap[] =>
  [...caps]
    .sort((a, b) => width(a) - width(b))
    .reduceRight<readonly NestedCap[]>((inner, cap) => [{ ...cap, within: inner }], within);

const nested = (category: Block, blocks: readonly Block[]): readonly NestedCap[] => {
  const items = blocks.filter((block) => block.kind === 'item').flatMap((block) => chain(capsOf(block), []));
  return category.kind === 'category' ? chain(capsOf(category), items) : items;
};

const capWords = ({ per, limit, when }: NestedCap, language: 'zh' | 'en'): string => {
  const spans = language === 'zh' ? `每${per} ${limit}` : `${limit} per ${per}`;
  return when === undefined ? spans : language === 'zh' ? `${spans}（当 ${when}）` : `${spans} (when ${when})`;
};

/** Tells each award what limits it lies under. */
export function withLimits(blocks: readonly Block[], language: 'zh' | 'en'): readonly Block[] {
  let outer: readonly string[] = [];
  return blocks.map((block) => {
    const own = capsOf(block).map((cap) => capWords(cap, language));
    if (block.kind === 'category') outer = own;
    const under = [...own, ...outer];
    if (block.kind !== 'item' || under.length === 0) return block;
    const rows = block.rows.map((row) => (row.kind === 'award' || row.kind === 'awardTable' ? { ...row, under } : row));
    return { ...block, rows };
  });
}

/** Most clauses of one citation that are told apart. */
const MOST_CLAUSES = 200;

/** Blocks by the clauses that they cite, those of the register first and in its order. */
export function byClause(blocks: readonly Block[], register: readonly string[]): readonly ClauseEntry[] {
  const found = new Map<string, string[]>(register.map((clause) => [clause, []]));
  for (const block of blocks) {
    if (block.kind === 'rules') continue;
    const cited = [
      ...(block.kind === 'uncomputed' ? [block.clause ?? ''] : []),
      ...block.rows.flatMap((row) => (row.kind === 'cite' ? [shownOf(row, 'clauses')] : [])),
    ];
    for (const path of cited.flatMap((text) => clausesOf(text, MOST_CLAUSES))) {
      const clause = clauseText(path);
      const keys = found.get(clause) ?? [];
      if (!keys.includes(block.key)) keys.push(block.key);
      found.set(clause, keys);
    }
  }
  return [...found].map(([clause, keys]) => ({ clause, blocks: keys }));
}

/** Puts each finding to the row that it lies in; gives those that lie in none. */
export function withFindings(
  blocks: readonly Block[],
  found: readonly Diagnostic[],
): { readonly blocks: readonly Block[]; readonly rest: readonly Diagnostic[] } {
  if (found.length === 0) return { blocks, rest: [] };
  const sorted = [...found].sort((a, b) => a.span.start - b.span.start);
  const rest: Diagnostic[] = [];
  const of = new Map<Block, Diagnostic[]>();
  let at = 0;
  for (const one of sorted) {
    while ((blocks[at + 1]?.extent.start ?? Number.POSITIVE_INFINITY) <= one.span.start) at++;
    const block = blocks[at];
    if (!block || one.span.start < block.extent.start || one.span.start > block.extent.end) rest.push(one);
    else of.set(block, [...(of.get(block) ?? []), one]);
  }
  return { blocks: blocks.map((block) => withFound(block, of.get(block))), rest };
}

const withFound = (block: Block, found: readonly Diagnostic[] | undefined): Block => {
  if (!found) return block;
  const count = (severity: string): number => found.filter((one) => severityOf(one) === severity).length;
  const all = rowsIn(block);
  const of = new Map<RowView, Diagnostic[]>();
  for (const one of found) {
    const row = all.findLast(({ span }) => span.start <= one.span.start) ?? block.head;
    of.set(row, [...(of.get(row) ?? []), one]);
  }
  const told = (row: RowView): RowView => {
    const diagnostics = of.get(row);
    const rows = row.grid?.rows.map(told);
    const grid = row.grid && rows ? { grid: { ...row.grid, rows } } : {};
    return { ...row, ...grid, ...(diagnostics && { diagnostics }) };
  };
  return {
    ...block,
    head: told(block.head),
    rows: block.rows.map(told),
    errors: count('error'),
    warnings: count('warning'),
  };
};
