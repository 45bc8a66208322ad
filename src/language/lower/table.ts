/** A 授予表 becomes a line for each row; with 按, a line for each set of rows that differ only in what is measured. */

import { keywords } from '../../../grammar/keywords.ts';
import type { Cell, Column, LineOf, Row } from '../../model/ast.ts';
import type { AwardLine, Basis, Comparison, Expr, Falling, Fraction, Measure, Source } from '../../model/plan.ts';
import type { FieldEntry } from '../../model/ruleset.ts';
import type { Span } from '../../model/span.ts';
import { normaliseClause } from '../clause.ts';
import { phrases } from '../phrase.ts';
import { basis, credits } from './amount.ts';
import { oneOf, ordered } from './compare.ts';
import { condition } from './cond.ts';
import { always, and, not, or, sameExpr } from './expr.ts';
import { findField, type Scope } from './scope.ts';
import { cellsOf } from './source.ts';
import { unknownName } from './unknown.ts';

type TableLine = LineOf<'awardTable'>;

interface Columns {
  /** By column of the table; null for 学分 and 依据, and where the name is unknown. */
  readonly fields: readonly (FieldEntry | null)[];
  readonly credits: number;
  readonly cite: number;
  readonly sound: boolean;
}

const columnsOf = (scope: Scope, columns: readonly Column[]): Columns => {
  let sound = true;
  const fields = columns.map((column) => {
    if (column.kind !== 'field') return null;
    const field = findField(scope, column.name.text);
    if (field) return field;
    sound = false;
    unknownName(
      scope,
      column.name,
      phrases.field,
      scope.low.rules.fields.map((f) => f.label),
    );
    return null;
  });
  const credits = columns.findIndex((column) => column.kind === 'credits');
  return { fields, credits, cite: columns.findIndex((column) => column.kind === 'cite'), sound: sound && credits >= 0 };
};

/** What a cell says of its field; 其他 is settled by the other rows. */
const cellExpr = (scope: Scope, field: FieldEntry, cell: Cell): Expr | 'else' | null => {
  switch (cell.kind) {
    case 'any':
      return always;
    case 'else':
      return 'else';
    case 'values':
      return oneOf(scope, field, cell.of);
    case 'bounds': {
      const arms = cell.of.map((bound) => ordered(scope, field, bound.op, bound.operand, bound.span));
      return arms.includes(null) ? null : and(...(arms as Expr[]));
    }
    default:
      return null; // empty or broken: reported already
  }
};

type Cells = readonly (Expr | 'else' | null)[];

const sameCell = (a: Cells[number], b: Cells[number] | undefined): boolean =>
  a === b || (isExpr(a) && isExpr(b) && sameExpr(a, b));

const isExpr = (cell: Cells[number] | undefined): cell is Expr => typeof cell === 'object' && cell !== null;

/** 其他 in column `at` of row `row`: no other row holds in this column and agrees in the rest. */
const elseExpr = (rows: readonly Cells[], row: number, at: number): Expr => {
  const own = rows[row] ?? [];
  const named = rows.flatMap((cells, i) => {
    const cell = cells[at];
    if (i === row || !cell || cell === 'else') return [];
    const rest = cells.filter((other, j): other is Expr => j !== at && isExpr(other) && !sameCell(other, own[j]));
    return [and(cell, ...rest)];
  });
  return not(or(...named));
};

interface RowPlan {
  readonly row: Row;
  readonly when: Expr;
  readonly credits: Fraction;
  readonly source: Source;
}

/** What the item hands to its tables. */
export interface TableContext {
  readonly falling: Falling | null;
  readonly source: (at: number, clause: string | null, words: string) => Source;
}

const amountOf = (scope: Scope, cell: Cell | undefined): Fraction | null => {
  const operand = cell?.kind === 'values' && cell.of.length === 1 ? cell.of[0] : undefined;
  if (operand?.kind === 'quantity') return credits(scope, { ...operand, kind: 'number' });
  if (operand?.kind === 'name') return credits(scope, { kind: 'reading', name: operand.name, span: operand.span });
  if (cell && cell.kind !== 'broken' && cell.kind !== 'empty') {
    scope.report('CME412', cell.span, { expected: phrases.oneCredit, found: phrases.otherContent });
  }
  return null;
};

/** `授予表 形式 发明专利，署名排名 1，学分 10` */
const rowWords = (line: TableLine, printed: ReturnType<typeof cellsOf>, row: number): string => {
  const head = printed[0];
  const cells = printed[row + 1] ?? [];
  const parts = line.table.columns.flatMap((column, i) =>
    column.kind === 'cite' ? [] : [`${head?.[i] ?? ''} ${cells[i] ?? ''}`],
  );
  return `${keywords.awardTable.zh} ${parts.join('，')}`;
};

/** Null where a cell was reported; the other rows are lowered all the same, so that each reports. */
export const awardTable = (scope: Scope, line: TableLine, context: TableContext): readonly AwardLine[] | null => {
  const columns = columnsOf(scope, line.table.columns);
  const by: Basis | null = basis(scope, line.by);
  const when = line.when ? condition(scope, line.when) : always;
  const whole = new Set(scope.named); // what the head of the table names, each row names
  const measuredColumn = line.by ? columns.fields.findIndex((field) => field !== null && field.unit !== null) : -1;
  const cells: Cells[] = line.table.rows.map((row) =>
    row.cells.map((cell, i) => {
      const field = columns.fields[i];
      return field && i !== measuredColumn ? cellExpr(scope, field, cell) : always;
    }),
  );
  const printed = cellsOf(line);
  const rows = line.table.rows.map((row, i): RowPlan | null => {
    const named: Scope = { ...scope, named: new Set(whole) };
    const own = cells[i] ?? [];
    const paid = amountOf(named, row.cells[columns.credits]);
    const arms = own.map((cell, at) => (cell === 'else' ? elseExpr(cells, i, at) : cell));
    if (!paid || !when || arms.includes(null)) return null;
    const cite = row.cells[columns.cite];
    const clause = cite?.kind === 'clause' && cite.raw.text !== '' ? normaliseClause(cite.raw.text) : null;
    const held = and(when, ...(arms as Expr[]));
    const source = context.source(row.span.start, clause, rowWords(line, printed, i));
    const readings = [...new Set([...named.named, ...readingsIn(held)])];
    return { row, when: held, credits: paid, source: { ...source, readings } };
  });
  if (!columns.sound || by === null || rows.includes(null)) return null;
  const sound = rows as RowPlan[];
  const field = columns.fields[measuredColumn];
  if (field) return pooled(scope, sound, field, measuredColumn, by, context.falling);
  return sound.map(({ when: held, credits: paid, source }) => ({
    when: held,
    rate: { kind: 'flat', credits: paid },
    basis: by,
    falling: context.falling,
    source,
  }));
};

const readingsIn = (expr: Expr): readonly string[] => {
  const own = expr.readings ?? [];
  if (expr.op === 'and' || expr.op === 'or') return [...own, ...expr.of.flatMap(readingsIn)];
  return expr.op === 'not' ? [...own, ...readingsIn(expr.of)] : own;
};

interface Bound {
  readonly by: Comparison;
  readonly to: Fraction;
}

/** The bounds that a cell of the measured column says, on the measure's scale. */
const boundsOf = (scope: Scope, field: FieldEntry, cell: Cell | undefined, span: Span): readonly Bound[] | null => {
  const expr = cell ? cellExpr(scope, field, cell) : null;
  const flat = expr === null || expr === 'else' ? null : expr.op === 'and' ? expr.of : expr === always ? [] : [expr];
  if (flat?.every((arm) => arm.op === 'compare')) return flat.map((arm) => ({ by: arm.by, to: arm.to }));
  scope.report('CME412', span, { expected: phrases.bounds, found: phrases.otherContent });
  return null;
};

/** Rows that agree but for the measured column are the steps of one line: the pool's measure chooses. */
const pooled = (
  scope: Scope,
  rows: readonly RowPlan[],
  field: FieldEntry,
  column: number,
  by: Basis,
  falling: Falling | null,
): readonly AwardLine[] | null => {
  const measure: Measure = { of: 'field', key: field.key };
  const groups = Map.groupBy(rows, (row) => JSON.stringify(row.when));
  const lines: AwardLine[] = [];
  for (const group of groups.values()) {
    const steps = group.map((row) => ({ row, bounds: boundsOf(scope, field, row.row.cells[column], row.row.span) }));
    const [first] = group;
    if (!first || steps.some((step) => step.bounds === null)) return null;
    lines.push({
      when: first.when,
      rate: {
        kind: 'steps',
        measure,
        rows: steps.map(({ row, bounds }) => ({ bounds: bounds ?? [], credits: row.credits, source: row.source })),
      },
      basis: by,
      falling,
      source: first.source,
    });
  }
  return lines;
};
