/** Conditions, in three values: true, false, and undefined for what a missing fact leaves open. */
import type { Cond, Operand, OrderOp } from '../../../src/model/ast.ts';
import type { FieldEntry } from '../../../src/model/ruleset.ts';
import { dayNamed } from './calendar.ts';
import { digits, order, type Rational, rational } from './rational.ts';
import type { Facts, Value } from './validate.ts';
import { chosenOf, fieldNamed, inUnit, type Quantity, readingNamed, readingsNamed, type World } from './world.ts';

export type Truth = boolean | undefined;

/** Whom a condition asks about. */
export interface Asked {
  readonly world: World;
  readonly person: Facts;
  readonly record?: Facts;
  /** 累计: the sum of what the unit measures, where these hold as well. */
  /** Comparisons that are answered so, whatever the facts: to see whether all hangs on them. */
  readonly answered?: ReadonlyMap<Cond, boolean>;
  readonly total?: (unit: Quantity['unit'], where: readonly Cond[]) => Rational;
}

export const every = (all: readonly Truth[]): Truth =>
  all.includes(false) ? false : all.includes(undefined) ? undefined : true;
export const some = (all: readonly Truth[]): Truth =>
  all.includes(true) ? true : all.includes(undefined) ? undefined : false;
export const opposite = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

const factsOf = (asked: Asked, field: FieldEntry): Facts | undefined =>
  field.on === 'record' ? asked.record : asked.person;

const inOrder = (op: OrderOp, difference: number): boolean => {
  switch (op) {
    case 'atLeast':
    case 'reaches':
      return difference >= 0;
    case 'lessThan':
    case 'shortOf':
      return difference < 0;
    case 'atMost':
    case 'upTo':
      return difference <= 0;
    case 'moreThan':
      return difference > 0;
  }
};

/** What an operand stands for beside a number, a date or a year: one value, or both ends of a range. */
const bounds = (world: World, operand: Operand): { from: Rational; to: Rational; unit: Quantity['unit'] } => {
  const unit = 'unit' in operand ? (operand.unit?.id ?? null) : null;
  switch (operand.kind) {
    case 'quantity': {
      const value = digits(operand.number.digits);
      return { from: value, to: value, unit };
    }
    case 'range':
      return { from: digits(operand.from.digits), to: digits(operand.to.digits), unit };
    case 'date': {
      const value = rational(dayNamed(operand.date.text) ?? 0);
      return { from: value, to: value, unit: null };
    }
    case 'name': {
      const value = chosenOf(world, operand.name.text)?.value;
      if (value?.kind === 'amount') {
        const number = digits(value.number.digits);
        return { from: number, to: number, unit: value.unit?.id ?? null };
      }
      if (value?.kind === 'range')
        return { from: digits(value.from.digits), to: digits(value.to.digits), unit: value.unit?.id ?? null };
      throw new Error(`no value: ${operand.name.text}`);
    }
    case 'yesno':
      throw new Error('a yes/no is no number');
  }
};

/** Whether a value is what an operand says; bounds are within. */
export const isOne = (world: World, field: FieldEntry, value: Value, operand: Operand): boolean => {
  if (field.type === 'yesno') return operand.kind === 'yesno' && operand.value === value;
  if (field.type === 'text' || field.type === 'choice') {
    const text = operand.kind === 'name' ? operand.name.text : operand.kind === 'quantity' ? operand.number.digits : '';
    if (field.type === 'text') return value === text;
    return field.options.find(({ key, label }) => key === text || label === text)?.key === value;
  }
  const { from, to, unit } = bounds(world, operand);
  const number = inUnit(world, value as Rational, field.unit, unit);
  return order(number, from) >= 0 && order(number, to) <= 0;
};

export const ordered = (world: World, field: FieldEntry, value: Value, op: OrderOp, operand: Operand): boolean => {
  const { from, unit } = bounds(world, operand);
  return inOrder(op, order(inUnit(world, value as Rational, field.unit, unit), from));
};

/** The fields that have this value, for a value that stands alone. */
const fieldsWith = (world: World, text: string): readonly FieldEntry[] =>
  world.rules.fields.filter(
    (field) => field.type === 'choice' && field.options.some(({ key, label }) => key === text || label === text),
  );

/** The arms of 且, those of a bracketed 且 among them. */
const arms = (cond: Cond): readonly Cond[] =>
  cond.kind === 'and'
    ? cond.of.flatMap(arms)
    : cond.kind === 'paren' && cond.of.kind === 'and'
      ? arms(cond.of)
      : [cond];

export const speaksOfTotal = (cond: Cond): boolean => {
  switch (cond.kind) {
    case 'and':
    case 'or':
      return cond.of.some(speaksOfTotal);
    case 'not':
    case 'paren':
      return speaksOfTotal(cond.of);
    case 'fact':
      return false;
    case 'compare':
      return cond.subject.kind === 'total';
  }
};

/** `beside`: the conditions joined by 且 to this one, which a 累计 in it sums under. */
export const truthOf = (cond: Cond, asked: Asked, beside: readonly Cond[] = []): Truth => {
  const { world } = asked;
  switch (cond.kind) {
    case 'and': {
      const all = arms(cond);
      return every(all.map((arm) => truthOf(arm, asked, [...beside, ...all.filter((other) => other !== arm)])));
    }
    case 'or':
      return some(cond.of.map((arm) => truthOf(arm, asked)));
    case 'not':
      return opposite(truthOf(cond.of, asked, beside));
    case 'paren':
      return truthOf(cond.of, asked, beside);
    case 'fact': {
      const name = cond.name.text;
      const field = fieldNamed(world, name);
      if (field?.type === 'yesno') return factsOf(asked, field)?.get(field.key) as Truth;
      const [only] = fieldsWith(world, name);
      const value = only && factsOf(asked, only)?.get(only.key);
      const wanted = only?.options.find(({ key, label }) => key === name || label === name)?.key;
      return value === undefined ? undefined : value === wanted;
    }
    case 'compare':
      return asked.answered?.get(cond) ?? compared(cond, asked, beside);
  }
};

const comparisons = (cond: Cond): readonly Cond[] => {
  if (cond.kind === 'and' || cond.kind === 'or') return cond.of.flatMap(comparisons);
  if (cond.kind === 'not' || cond.kind === 'paren') return comparisons(cond.of);
  return cond.kind === 'compare' ? [cond] : [];
};

/** The readings that a condition hangs on here: some other answer to what asks for them would turn it. */
export const decisive = (cond: Cond | undefined, asked: Asked): ReadonlySet<string> => {
  if (!cond) return new Set();
  const free = comparisons(cond).filter((one) => readingsNamed(asked.world, one).size > 0);
  const holds = truthOf(cond, asked) === true;
  for (let some = 0; some < 2 ** free.length; some += 1) {
    const answered = new Map(free.map((one, at) => [one, Math.floor(some / 2 ** at) % 2 === 1]));
    if ((truthOf(cond, { ...asked, answered }) === true) !== holds) return readingsNamed(asked.world, cond);
  }
  return new Set();
};

const compared = (cond: Extract<Cond, { kind: 'compare' }>, asked: Asked, beside: readonly Cond[]): Truth => {
  const { world } = asked;
  const { op, operands } = cond;
  const [operand] = operands as [Operand];
  if (cond.subject.kind === 'total') {
    const { from, unit } = bounds(world, operand);
    const sum = asked.total?.(
      unit,
      beside.filter((other) => !speaksOfTotal(other)),
    );
    return sum && inOrder(op as OrderOp, order(sum, from));
  }
  const name = cond.subject.name.text;
  const field = fieldNamed(world, name);
  if (!field) {
    const chosen = readingNamed(world, name) && chosenOf(world, name);
    if (!chosen) throw new Error(`no field: ${name}`);
    const hit = operands.some(
      (one) => one.kind === 'name' && (one.name.text === chosen.key || one.name.text === chosen.label),
    );
    return op === 'is' || op === 'in' ? hit : !hit;
  }
  const value = factsOf(asked, field)?.get(field.key);
  if (value === undefined) return undefined;
  if (op === 'is' || op === 'in') return operands.some((one) => isOne(world, field, value, one));
  if (op === 'isnt' || op === 'notin') return !operands.some((one) => isOne(world, field, value, one));
  return ordered(world, field, value, op, operand);
};

/** A line's 当: nothing said is always. */
export const when = (cond: Cond | undefined, asked: Asked): Truth => (cond ? truthOf(cond, asked) : true);
