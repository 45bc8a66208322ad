/** A 条目 becomes an item of the plan: which records are its, what they must pass, what they earn. */

import type { Falling as FallingNode, Line, LineOf, Remainder } from '../../model/ast.ts';
import { decimal, rational, times, toFraction } from '../../model/fraction.ts';
import type { AwardLine, Best, Deem, Expr, Factor, Gate, Item, Source } from '../../model/plan.ts';
import type { CategoryEntry, FieldEntry, ItemEntry } from '../../model/ruleset.ts';
import { linesOf, present } from '../find.ts';
import { fieldOfType, phrases } from '../phrase.ts';
import { factorBetween } from '../unit.ts';
import { basis, positive, share, wholeCredits } from './amount.ts';
import { condition, optional } from './cond.ts';
import { always, and, ofPerson } from './expr.ts';
import { falling, rate, roundingOf } from './rate.ts';
import { findField, type Lowering, optionKey, type Scope, scopeOf } from './scope.ts';
import { clauseWithin, source, wordsOfLine } from './source.ts';
import { awardTable } from './table.ts';
import { unknownName, unknownValue } from './unknown.ts';

/** Everything that the lines of one item share. */
interface Frame {
  readonly low: Lowering;
  readonly item: ItemEntry;
  readonly clause: string | null;
  readonly remainders: readonly (Remainder | undefined | null)[];
  readonly fallingNode: FallingNode | undefined;
}

/** A scope for one line, and the source that it gives once lowered. */
const lineFrame = (frame: Frame, line: Line, totals = false): { scope: Scope; from: () => Source } => {
  const { low, item } = frame;
  const scope = scopeOf(low, item.section.file, { records: true, totals });
  const from = () =>
    source(low, {
      file: item.section.file,
      at: line.span.start,
      clause: frame.clause,
      words: wordsOfLine(line),
      readings: scope.named,
    });
  return { scope, from };
};

/** 形式 and 适用: which records are the item's. */
export const matchOf = (low: Lowering, { section }: ItemEntry): Expr => {
  const { lines } = section.node;
  const scope = scopeOf(low, section.file, { records: true });
  const form = findField(scope, 'form');
  const keys = linesOf(lines, 'form').flatMap((line) =>
    line.values.flatMap((value) => {
      const key = form && optionKey(form, value);
      if (form && key === undefined) unknownValue(scope, form, value);
      return key === undefined ? [] : [key];
    }),
  );
  const forms: Expr = keys.length > 0 ? { op: 'among', field: { on: 'record', key: 'form' }, keys } : always;
  return and(forms, ...present(linesOf(lines, 'for').map((line) => condition(scope, line.when))));
};

const gateOf = (frame: Frame, line: LineOf<'gate'>): Gate | null => {
  const { scope, from } = lineFrame(frame, line);
  const that = condition(scope, line.that);
  const when = optional(scope, line.when);
  return that && when && { that, when: line.when ? when : null, source: from() };
};

const awardOf = (frame: Frame, line: LineOf<'award'>): AwardLine | null => {
  const { scope, from } = lineFrame(frame, line, true);
  const paid = rate(scope, line.rate, () => roundingOf(scope, [line.remainder, ...frame.remainders]));
  const by = basis(scope, line.by);
  const when = optional(scope, line.when);
  const node = line.falling ?? frame.fallingNode;
  const falls = node ? falling(scope, node) : null;
  if (!paid || !by || !when || (node && !falls)) return null;
  return { when, rate: paid, basis: by, falling: falls, source: from() };
};

const tableOf = (frame: Frame, line: LineOf<'awardTable'>): readonly AwardLine[] => {
  const { scope } = lineFrame(frame, line, true);
  const node = line.falling ?? frame.fallingNode;
  const falls = node ? falling(scope, node) : null;
  const rows = awardTable(scope, line, {
    falling: falls,
    source: (at, clause, words) =>
      source(frame.low, { file: frame.item.section.file, at, clause: clause ?? frame.clause, words, readings: [] }),
  });
  return rows ?? [];
};

const factorOf = (frame: Frame, line: LineOf<'factor'>): Factor | null => {
  const { scope, from } = lineFrame(frame, line);
  const by = line.by.kind === 'ratio' ? share(scope, line.by.ratio) : toFraction(decimal(line.by.number.digits));
  const when = optional(scope, line.when);
  return by && when && { by, when: line.when ? when : null, source: from() };
};

const bestOf = (frame: Frame, line: LineOf<'best'>): Best | null => {
  const { scope, from } = lineFrame(frame, line);
  const per = basis(scope, line.per);
  const when = optional(scope, line.when);
  if (!positive(scope, decimal(line.count.digits), line.count.span)) return null;
  return per && when && { count: Number(line.count.digits), per, when: line.when ? when : null, source: from() };
};

const deemOf = (frame: Frame, line: LineOf<'deem'>): Deem | null => {
  const { scope, from } = lineFrame(frame, line, true);
  const credits = line.credits ? wholeCredits(scope, line.credits) : null;
  const when = condition(scope, line.when);
  if (!when || (line.credits && credits === null)) return null;
  return { when, credits, source: from() };
};

const placedBy = (frame: Frame): string | null => {
  const [line] = linesOf(frame.item.section.node.lines, 'placed');
  if (!line) return null;
  const { scope } = lineFrame(frame, line);
  const field = findField(scope, line.field.text);
  if (field?.on === 'record' && field.type === 'date') return field.key;
  const dates = frame.low.rules.fields.filter((f) => f.on === 'record' && f.type === 'date').map((f) => f.label);
  if (!field) unknownName(scope, line.field, phrases.dateField, dates);
  else
    scope.report('CME414', line.field.span, {
      name: field.label,
      type: fieldOfType(field.type),
      expected: phrases.dateField,
    });
  return null;
};

const readsField = (expr: Expr, key: string): boolean => {
  switch (expr.op) {
    case 'yes':
    case 'among':
    case 'compare':
      return expr.field.on === 'record' && expr.field.key === key;
    case 'and':
    case 'or':
      return expr.of.some((arm) => readsField(arm, key));
    case 'not':
      return readsField(expr.of, key);
    case 'total':
      return expr.measure.of === 'field' && expr.measure.key === key;
    case 'const':
      return false;
  }
};

/** A field of time that a line of the item measures or asks about: what 学时 are counted from. */
const timeOf = (low: Lowering, lines: readonly AwardLine[], deems: readonly Deem[]): Item['time'] => {
  const measures = (line: AwardLine, field: FieldEntry): boolean =>
    ((line.rate.kind === 'per' || line.rate.kind === 'steps') &&
      line.rate.measure.of === 'field' &&
      line.rate.measure.key === field.key) ||
    readsField(line.when, field.key);
  for (const field of low.rules.fields) {
    if (field.on !== 'record' || field.unit === null || (field.type !== 'decimal' && field.type !== 'whole')) continue;
    const factor = factorBetween('classHours', field.unit, low.rules.conversions);
    if (!factor) continue;
    // A deeming takes in all its records, measured or not, so that their time counts as well.
    const read = deems.length > 0 || lines.some((line) => measures(line, field));
    const perClassHour = toFraction(times(factor, rational(1_000_000n)));
    if (read && perClassHour) return { key: field.key, perClassHour };
  }
  return null;
};

const measuresStays = (expr: Expr): boolean => {
  switch (expr.op) {
    case 'total':
      return expr.measure.of === 'days' || expr.measure.of === 'months';
    case 'and':
    case 'or':
      return expr.of.some(measuresStays);
    case 'not':
      return measuresStays(expr.of);
    default:
      return false;
  }
};

const ratesStays = ({ rate: paid }: AwardLine): boolean =>
  paid.kind === 'per' && (paid.measure.of === 'days' || paid.measure.of === 'months');

/** `apart` is filled in once caps and groups are known. */
export const item = (low: Lowering, entry: ItemEntry, category: CategoryEntry): Item => {
  const { lines } = entry.section.node;
  const remainderIn = (of: readonly Line[]): Remainder | undefined => linesOf(of, 'remainder')[0]?.of;
  const frame: Frame = {
    low,
    item: entry,
    clause: clauseWithin(entry.section, category.section),
    remainders: [remainderIn(lines), remainderIn(category.section.node.lines), low.rules.remainder?.node],
    fallingNode: linesOf(lines, 'falling')[0]?.of,
  };
  const approver = linesOf(lines, 'approver')[0] ?? linesOf(category.section.node.lines, 'approver')[0];
  // Lines and tables in the order of the file, so that a record that two of them claim is told in that order.
  const awards = lines.flatMap((line) => {
    if (line.kind === 'award') return present([awardOf(frame, line)]);
    return line.kind === 'awardTable' ? tableOf(frame, line) : [];
  });
  const deems = present(linesOf(lines, 'deem').map((line) => deemOf(frame, line)));
  const factors = present(linesOf(lines, 'factor').map((line) => factorOf(frame, line)));
  return {
    key: entry.key,
    label: entry.label,
    category: entry.category,
    clause: frame.clause,
    approver: approver?.who.text ?? null,
    match: matchOf(low, entry),
    placed: placedBy(frame),
    stays:
      awards.some((line) => measuresStays(line.when) || ratesStays(line)) ||
      deems.some((deem) => measuresStays(deem.when)),
    gates: present(linesOf(lines, 'gate').map((line) => gateOf(frame, line))),
    lines: awards,
    factors,
    best: present(linesOf(lines, 'best').map((line) => bestOf(frame, line))),
    deems,
    apart: factors.flatMap((factor) => (factor.when && !ofPerson(factor.when) ? [factor.when] : [])),
    time: timeOf(low, awards, deems),
  };
};
