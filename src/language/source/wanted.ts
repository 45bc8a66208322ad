/** The numbers that a line of the rules states, each with its unit and the words to show it by. */
import type { Line, Num, Ratio, Section, Unit, UnitId } from '../../model/ast.ts';
import { decimal, over, rational } from '../../model/fraction.ts';
import type { Span } from '../../model/span.ts';
import type { Wanted } from './numbers.ts';

export interface Stated extends Wanted {
  readonly span: Span;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const isNum = (value: unknown): value is Num => isNode(value) && typeof value.digits === 'string';
const isRatio = (value: unknown): value is Ratio => isNode(value) && typeof value.denominator === 'string';

/** What stands beside a line, and what is text. */
const ASIDE = new Set(['leading', 'trailing', 'lines', 'extent', 'span', 'word', 'head', 'unit', 'columns']);

const unitIn = (node: Node): UnitId | null => (isNode(node.unit) ? ((node.unit as unknown as Unit).id ?? null) : null);

const ratio = ({ numerator, denominator, span }: Ratio): readonly Stated[] => {
  const under = decimal(denominator);
  return under.n === 0n ? [] : [{ value: over(decimal(numerator), under), unit: null, span }];
};

/** Zero says that there is none, which a text says in words. */
const stated = ({ digits, span }: Num, unit: UnitId | null): readonly Stated[] => {
  const value = decimal(digits);
  return value.n === 0n ? [] : [{ value, unit, span }];
};

const within = (value: unknown, unit: UnitId | null): readonly Stated[] => {
  if (isNum(value)) return stated(value, unit);
  if (isRatio(value)) return ratio(value);
  if (Array.isArray(value)) return value.flatMap((one) => within(one, unit));
  if (!isNode(value)) return [];
  const own = unitIn(value);
  return Object.entries(value).flatMap(([key, part]) =>
    ASIDE.has(key) ? [] : within(part, partUnit(value, key, own)),
  );
};

/** A number takes the unit written beside it; those of credits are credits, and a cycle counts years. */
const partUnit = (node: Node, key: string, own: UnitId | null): UnitId | null => {
  if (key === 'credits' && node.kind !== 'deem') return 'credits';
  if (key === 'years') return 'years';
  return own;
};

/** A share that falls from rank to rank may be written as what is left: 按前一名的80%, for 递减 20%. */
const fallingShares = (line: Line): ReadonlySet<Span> => {
  const of = line.kind === 'falling' ? line.of : 'falling' in line ? line.falling : undefined;
  return new Set(of?.by.kind === 'share' ? [of.by.ratio.span] : []);
};

export const leftOf = (one: Stated): Wanted => ({
  value: rational(one.value.d - one.value.n, one.value.d),
  unit: null,
});

export interface StatedBy {
  /** Null for the head of a section. */
  readonly line: Line | null;
  readonly row: { readonly span: Span } | null;
  readonly numbers: readonly Stated[];
  /** Among them those that may be written as what is left of the whole. */
  readonly shares: ReadonlySet<Span>;
}

const ofTable = (line: Extract<Line, { kind: 'awardTable' }>): readonly StatedBy[] => {
  const { table, ...rest } = line;
  const shares = fallingShares(line);
  const rows = table.rows.map((row) => {
    const numbers = row.cells.flatMap((cell, at) => {
      const credits = table.columns[at]?.kind === 'credits';
      return within(cell, null).map((one) =>
        credits && one.unit === null ? { ...one, unit: 'credits' as const } : one,
      );
    });
    return { line, row, numbers, shares: new Set<Span>() };
  });
  return [{ line, row: null, numbers: within(rest, null), shares }, ...rows];
};

const KINDS = new Set<Section['kind']>(['rules', 'scope', 'require', 'category', 'item', 'group', 'makeup', 'carry']);
const HEADER: readonly Line['kind'][] = ['cycle'];
const NO_RULE: readonly Line['kind'][] = ['cite', 'accepted', 'open', 'broken', 'approver'];

/**
 * Of a section that makes rules. Readings are ours and notices change nothing: what they say need not stand anywhere.
 */
export const statedIn = (section: Section): readonly StatedBy[] => {
  if (!KINDS.has(section.kind)) return [];
  const head = section.kind === 'rules' ? [] : within(section, null);
  const lines = section.lines.filter(({ kind }) =>
    section.kind === 'rules' ? HEADER.includes(kind) : !NO_RULE.includes(kind),
  );
  return [
    { line: null, row: null, numbers: head, shares: new Set() },
    ...lines.flatMap((line) =>
      line.kind === 'awardTable'
        ? ofTable(line)
        : [{ line, row: null, numbers: within(line, null), shares: fallingShares(line) }],
    ),
  ];
};

/** Names that the conditions of a line compare: 当 短期限额 是 封顶 speaks of the reading 短期限额. */
export const comparedIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(comparedIn);
  if (!isNode(value)) return [];
  const { kind, subject } = value as { kind?: unknown; subject?: { name?: { text: string } } };
  if (kind === 'compare') return subject?.name ? [subject.name.text] : [];
  return Object.entries(value).flatMap(([key, part]) => (ASIDE.has(key) ? [] : comparedIn(part)));
};
