/** The ways in which an item awards: each line, and of a table each row, or each group of rows that read one pool. */
import type { Cell, Column, Falling, LineOf, Remainder, Row, SpanId } from '../../../src/model/ast.ts';
import type { ItemEntry } from '../../../src/model/ruleset.ts';
import { type Asked, decisive, every, isOne, opposite, ordered, some, type Truth, when } from './condition.ts';
import { type Measure, measureOf } from './measure.ts';
import { ceil, digits, floor, nearest, over, type Rational, times } from './rational.ts';
import {
  basisOf,
  chosenOf,
  creditsOf,
  fieldNamed,
  linesOf,
  quantityOf,
  type Rounding,
  readingsNamed,
  roundingOf,
  type World,
} from './world.ts';

export interface Way {
  readonly key: string;
  readonly holds: (asked: Asked) => Truth;
  readonly basis: SpanId;
  readonly rate:
    | { readonly kind: 'flat'; readonly credits: Rational }
    | { readonly kind: 'field'; readonly key: string }
    /** Of a pool: null where no row holds. */
    | { readonly kind: 'pool'; readonly measure: Measure; readonly credits: (quantity: Rational) => Rational | null };
  readonly falling: Falling | null;
  /** For the whole pool. */
  readonly readings: (quantity: Rational | null) => ReadonlySet<string>;
  /** Where it does not hold: the readings that this hangs on. */
  readonly refusing: (asked: Asked) => ReadonlySet<string>;
  readonly clause: (quantity: Rational | null) => string | null;
}

export const waysOf = (world: World, item: ItemEntry): readonly Way[] =>
  item.section.node.lines.flatMap((line, at): readonly Way[] => {
    if (line.kind === 'award') return [awardWay(world, item, line, `${item.key} ${at}`)];
    return line.kind === 'awardTable' ? tableWays(world, item, line, `${item.key} ${at}`) : [];
  });

/** 尾数 on the line, 条目, 类别 or header: the nearest holds; none is 舍去. */
const remainderFor = (world: World, item: ItemEntry, own: Remainder | undefined): Remainder | null => {
  const category = world.rules.categories.find(({ key }) => key === item.category);
  return (
    own ??
    linesOf(item.section, 'remainder')[0]?.of ??
    (category && linesOf(category.section, 'remainder')[0]?.of) ??
    world.rules.remainder?.node ??
    null
  );
};

export const rounded = (units: Rational, credits: Rational, rounding: Rounding): Rational => {
  if (rounding === 'floor') return times(floor(units), credits);
  if (rounding === 'ceil') return times(ceil(units), credits);
  return nearest(times(units, credits), rounding);
};

const fallingFor = (item: ItemEntry, own: Falling | undefined): Falling | null =>
  own ?? linesOf(item.section, 'falling')[0]?.of ?? null;

const union = (...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((set) => [...set]));

const awardWay = (world: World, item: ItemEntry, line: LineOf<'award'>, key: string): Way => {
  const { rate } = line;
  const remainder = rate.kind === 'per' ? remainderFor(world, item, line.remainder) : null;
  const readings = union(readingsNamed(world, line), readingsNamed(world, remainder));
  const ofRate = union(readingsNamed(world, { ...line, when: null }), readingsNamed(world, remainder));
  return {
    key,
    holds: (asked) => when(line.when, asked),
    basis: basisOf(world, line.by),
    falling: fallingFor(item, line.falling),
    readings: () => readings,
    refusing: (asked) => {
      const hangs = decisive(line.when, asked);
      return hangs.size > 0 ? union(ofRate, hangs) : hangs;
    },
    clause: () => null,
    rate: rateOf(),
  };

  function rateOf(): Way['rate'] {
    if (rate.kind === 'flat') return { kind: 'flat', credits: creditsOf(world, rate.credits) };
    if (rate.kind === 'field') {
      const field = fieldNamed(world, rate.field.text, 'record');
      if (field) return { kind: 'field', key: field.key };
      const value = chosenOf(world, rate.field.text)?.value;
      if (value?.kind !== 'amount') throw new Error(`no rate: ${rate.field.text}`);
      return { kind: 'flat', credits: digits(value.number.digits) };
    }
    const read = rate.everyReading
      ? quantityOf(world, { kind: 'reading', name: rate.everyReading, span: rate.span })
      : { value: digits(rate.every?.digits ?? '1'), unit: null };
    const measure = measureOf(world, rate.unit?.id ?? read.unit, rate.field);
    const credits = creditsOf(world, rate.credits);
    const rounding = remainder ? roundingOf(world, remainder) : 'floor';
    return { kind: 'pool', measure, credits: (quantity) => rounded(over(quantity, read.value), credits, rounding) };
  }
};

// ---- tables -------------------------------------------------------------------------------------------------------------

const isNumeric = (world: World, column: Column): boolean => {
  if (column.kind !== 'field') return false;
  const field = fieldNamed(world, column.name.text);
  return field?.on === 'record' && (field.type === 'decimal' || field.type === 'whole') && field.unit !== null;
};

const creditsIn = (world: World, cell: Cell): Rational => {
  const [only] = cell.kind === 'values' ? cell.of : [];
  if (only?.kind === 'quantity') return digits(only.number.digits);
  const value = only?.kind === 'name' ? chosenOf(world, only.name.text)?.value : undefined;
  if (value?.kind !== 'amount') throw new Error('no credits in a cell');
  return digits(value.number.digits);
};

/** A cell without its places, to tell whether two say the same. */
const bare = (cell: Cell | undefined): string =>
  JSON.stringify(cell, (key, value) => (key === 'span' || key === 'leading' || key === 'trailing' ? undefined : value));

const tableWays = (world: World, item: ItemEntry, line: LineOf<'awardTable'>, key: string): readonly Way[] => {
  const { columns, rows } = line.table;
  const fields = columns.flatMap((column, at) => (column.kind === 'field' ? [at] : []));
  const credits = columns.findIndex((column) => column.kind === 'credits');
  const cite = columns.findIndex((column) => column.kind === 'cite');
  // With 按 the measured column reads the pool.
  const pooled = line.by ? columns.findIndex((column) => isNumeric(world, column)) : -1;

  const cellHolds = (row: Row, at: number, asked: Asked, within = false): Truth => {
    const cell = row.cells[at] as Cell;
    const column = columns[at] as Extract<Column, { kind: 'field' }>;
    const field = fieldNamed(world, column.name.text);
    if (!field) throw new Error(`no column: ${column.name.text}`);
    const value = (field.on === 'record' ? asked.record : asked.person)?.get(field.key);
    if (cell.kind === 'any') return true;
    if (cell.kind === 'values')
      return value === undefined ? undefined : cell.of.some((one) => isOne(world, field, value, one));
    if (cell.kind === 'bounds')
      return value === undefined
        ? undefined
        : cell.of.every(({ op, operand }) => ordered(world, field, value, op, operand));
    if (cell.kind !== 'else') throw new Error('a broken cell');
    // 其他: what no row that agrees in the other cells names.
    const others = rows.filter((other) => other !== row && other.cells[at]?.kind !== 'else');
    const agree = (other: Row): Truth =>
      every(
        fields
          .filter((one) => one !== at && one !== pooled)
          .map(
            (one) =>
              bare(other.cells[one]) === bare(row.cells[one]) ||
              (!(within && other.cells[one]?.kind === 'else') && cellHolds(other, one, asked, true)),
          ),
      );
    return opposite(some(others.map((other) => every([agree(other), cellHolds(other, at, asked)]))));
  };

  const rowHolds = (row: Row, asked: Asked): Truth =>
    every([when(line.when, asked), ...fields.filter((at) => at !== pooled).map((at) => cellHolds(row, at, asked))]);

  const common = {
    basis: basisOf(world, line.by),
    falling: fallingFor(item, line.falling),
  };
  /** The cells that are all there is between the row and the record. */
  const refusing = (row: Row, asked: Asked): ReadonlySet<string> => {
    const against = fields.filter((at) => at !== pooled && cellHolds(row, at, asked) !== true);
    const [only] = against;
    const held = when(line.when, asked) === true;
    if (only === undefined) return held ? new Set() : decisive(line.when, asked);
    return held && against.length === 1 ? naming(row, only) : new Set();
  };
  /** 其他 speaks of the cells that it is not. */
  const naming = (row: Row, at: number): ReadonlySet<string> => {
    const cell = row.cells[at];
    if (cell?.kind !== 'else') return readingsNamed(world, cell);
    const beside = rows.filter((other) =>
      fields.every((one) => one === at || one === pooled || bare(other.cells[one]) === bare(row.cells[one])),
    );
    return union(...beside.filter((other) => other !== row).map((other) => readingsNamed(world, other.cells[at])));
  };
  const namedIn = (row: Row): ReadonlySet<string> =>
    union(
      ...row.cells.map((cell, at) =>
        cell.kind === 'else' ? union(...rows.map((one) => readingsNamed(world, one.cells[at]))) : naming(row, at),
      ),
    );
  const ofLine = readingsNamed(world, { ...line, table: null });
  const citeOf = (row: Row | undefined): string | null => {
    const cell = cite < 0 ? undefined : row?.cells[cite];
    return cell?.kind === 'clause' ? cell.raw.text : null;
  };

  if (pooled < 0)
    return rows.map((row, at) => ({
      ...common,
      key: `${key} ${at}`,
      holds: (asked) => rowHolds(row, asked),
      rate: { kind: 'flat', credits: creditsIn(world, row.cells[credits] as Cell) },
      readings: () => union(ofLine, namedIn(row)),
      refusing: (asked) => refusing(row, asked),
      clause: () => citeOf(row),
    }));

  const column = columns[pooled] as Extract<Column, { kind: 'field' }>;
  const field = fieldNamed(world, column.name.text);
  if (!field) throw new Error('no measured column');
  const others = (row: Row): string =>
    fields
      .filter((at) => at !== pooled)
      .map((at) => bare(row.cells[at]))
      .join();
  const groups = Map.groupBy(rows, others);
  return [...groups.values()].map((group, at): Way => {
    const first = group[0] as Row;
    const says = (row: Row, quantity: Rational): boolean => {
      const cell = row.cells[pooled] as Cell;
      if (cell.kind === 'any') return true;
      if (cell.kind === 'values') return cell.of.some((one) => isOne(world, field, quantity, one));
      if (cell.kind === 'bounds')
        return cell.of.every(({ op, operand }) => ordered(world, field, quantity, op, operand));
      return !group.some((other) => other !== row && other.cells[pooled]?.kind !== 'else' && says(other, quantity));
    };
    const rowFor = (quantity: Rational | null): Row | undefined =>
      quantity === null ? undefined : group.find((row) => says(row, quantity));
    return {
      ...common,
      key: `${key} ${at}`,
      holds: (asked) => rowHolds(first, asked),
      rate: {
        kind: 'pool',
        measure: { kind: 'field', field, unit: field.unit },
        credits: (quantity) => {
          const row = rowFor(quantity);
          return row ? creditsIn(world, row.cells[credits] as Cell) : null;
        },
      },
      readings: (quantity) => {
        const row = rowFor(quantity);
        return row ? union(ofLine, namedIn(row)) : new Set();
      },
      refusing: (asked) => refusing(first, asked),
      clause: (quantity) => citeOf(rowFor(quantity)),
    };
  });
};
