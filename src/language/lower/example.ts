/** 用例 and 用例表 become practitioners with records, and what is expected of them. */

import type { Cell, Expectation, Fact, FactValue, Line, LineOf, Name, SectionOf, StatusId } from '../../model/ast.ts';
import { decimal, rational, times, toFraction } from '../../model/fraction.ts';
import type { RawFacts, RawValue } from '../../model/roster.ts';
import type { FieldEntry, From } from '../../model/ruleset.ts';
import type { Span } from '../../model/span.ts';
import { findOption } from '../declare/reading.ts';
import { called, linesOf } from '../find.ts';
import { chooseFrom, didYouMean, phrases } from '../phrase.ts';
import { nearest } from '../suggest.ts';
import { factorBetween, unitWord } from '../unit.ts';
import { findField, findReading, type Lowering, optionKey, type Scope, scopeOf } from './scope.ts';
import { unknownName, unknownValue } from './unknown.ts';

export interface Expected {
  /** Decimal digits. */
  readonly credits?: string;
  readonly shortfall?: string;
  readonly status?: StatusId;
}

export interface ExampleCase {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly year: number;
  readonly person: RawFacts;
  readonly records: readonly RawFacts[];
  /** Options set by 采用: key of the reading → key of the option. */
  readonly chosen: ReadonlyMap<string, string>;
  readonly expected: Expected;
}

type Side = FieldEntry['on'];
type Facts = Map<string, RawValue>;

/** Facts of a 人员 line are the person's; of a 活动 line the record's, and only theirs. */
const fieldOn = (scope: Scope, side: Side, name: string): FieldEntry | undefined =>
  scope.low.rules.fields.find((field) => field.on === side && called(field, name));

const quantity = (scope: Scope, field: FieldEntry, value: Extract<FactValue, { kind: 'quantity' }>): RawValue => {
  const { number, unit } = value;
  if (!unit || unit.id === field.unit) return number.digits;
  const factor = field.unit ? factorBetween(unit.id, field.unit, scope.low.rules.conversions) : null;
  const scaled = factor && toFraction(times(times(decimal(number.digits), factor), rational(1_000_000n)));
  if (scaled?.d === 1) return decimalOf(scaled.n);
  scope.report('CME404', value.span, {
    expected: field.unit ? unitWord(field.unit) : phrases.bareNumber,
    found: unitWord(unit.id),
  });
  return null;
};

/** Millionths as a plain decimal. */
const decimalOf = (millionths: number): string => {
  const digits = String(millionths).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '') || '0';
};

const padded = (date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
};

const raw = (scope: Scope, field: FieldEntry, value: FactValue): RawValue => {
  switch (value.kind) {
    case 'yesno':
      return value.value;
    case 'date':
      return padded(value.date.text);
    case 'quantity':
      return quantity(scope, field, value);
    case 'name': {
      if (field.type !== 'choice') return value.name.text;
      const key = optionKey(field, value.name);
      if (key === undefined) unknownValue(scope, field, value.name);
      return key ?? null;
    }
  }
};

/** A name alone: a yes/no field, or a value that one field on this side has. */
const alone = (scope: Scope, side: Side, name: Name, into: Facts): void => {
  const field = fieldOn(scope, side, name.text);
  if (field?.type === 'yesno') {
    into.set(field.key, true);
    return;
  }
  const owners = scope.low.rules.fields.filter((f) => f.on === side && optionKey(f, name) !== undefined);
  const [owner, second] = owners;
  if (second && owner) {
    const fields = owners.map((f) => f.label).join('、');
    scope.report('CME203', name.span, { name: name.text, fields, example: `${owner.label} ${name.text}` });
  } else if (owner) into.set(owner.key, optionKey(owner, name));
  else {
    const known = scope.low.rules.fields.filter((f) => f.on === side);
    const near = nearest(
      name.text,
      known.flatMap((f) => [f.label, ...f.options.map((o) => o.label)]),
    );
    const advice = near ? didYouMean(near) : phrases.fieldAndValue;
    scope.report('CME504', name.span, { name: name.text, hint: advice });
  }
};

const fact = (scope: Scope, side: Side, of: Fact, into: Facts): void => {
  const [value] = of.values;
  if (!value) return;
  if (of.field) {
    const field = fieldOn(scope, side, of.field.text);
    if (field) into.set(field.key, raw(scope, field, value));
    else
      unknownName(
        scope,
        of.field,
        phrases.field,
        scope.low.rules.fields.filter((f) => f.on === side).map((f) => f.label),
      );
  } else if (value.kind === 'name') alone(scope, side, value.name, into);
  else scope.report('CME504', value.span, { name: phrases.theValue, hint: phrases.fieldAndValue });
};

const factsOf = (scope: Scope, side: Side, facts: readonly Fact[]): Facts => {
  const found: Facts = new Map();
  for (const one of facts) fact(scope, side, one, found);
  return found;
};

export const expectedOf = (of: readonly Expectation[]): Expected => {
  let expected: Expected = {};
  for (const part of of) {
    if (part.kind === 'status') expected = { ...expected, status: part.status };
    else if (part.kind === 'credits') expected = { ...expected, credits: part.amount.digits };
    else expected = { ...expected, shortfall: part.amount.digits };
  }
  return expected;
};

interface Frame {
  readonly scope: Scope;
  readonly year: number;
  readonly chosen: ReadonlyMap<string, string>;
  readonly person: Facts;
  readonly records: readonly Facts[];
}

const chosenIn = (scope: Scope, lines: readonly LineOf<'exampleAdopt'>[]): ReadonlyMap<string, string> => {
  const chosen = new Map<string, string>();
  for (const { reading: name, option } of lines) {
    const reading = findReading(scope, name.text);
    const found = reading && findOption(reading.options, option.text);
    if (!reading)
      unknownName(
        scope,
        name,
        phrases.reading,
        scope.low.rules.readings.map((r) => r.label),
      );
    else if (found) chosen.set(reading.key, found.key);
    else {
      const advice = chooseFrom(reading.options.map((o) => o.label));
      scope.report('CME411', option.span, { name: reading.label, option: option.text, hint: advice });
    }
  }
  return chosen;
};

const yearOf = (low: Lowering, lines: readonly Line[]): number => {
  const [line] = linesOf(lines, 'exampleYear');
  return Number(line?.year.digits ?? low.rules.effective?.slice(0, 4) ?? '2025');
};

const frameOf = (low: Lowering, section: From<SectionOf<'example' | 'examples'>>): Frame => {
  const { lines } = section.node;
  const scope = scopeOf(low, section.file, { records: true });
  const people = linesOf(lines, 'person').flatMap((line) => line.facts);
  return {
    scope,
    year: yearOf(low, lines),
    chosen: chosenIn(scope, linesOf(lines, 'exampleAdopt')),
    person: factsOf(scope, 'person', people),
    records: linesOf(lines, 'record').map((line) => factsOf(scope, 'record', line.facts)),
  };
};

/** Ids by order, so that of records of one day the earlier written comes first; a record without a date lies in the year. */
const dated = (records: readonly Facts[], year: number): readonly RawFacts[] =>
  records.map((facts, i) => {
    const whole = new Map(facts);
    if (!whole.has('id')) whole.set('id', `活动${String(i + 1).padStart(3, '0')}`);
    if (!['date', 'start', 'end'].some((key) => whole.has(key))) whole.set('date', `${year}-01-01`);
    return whole;
  });

const caseOf = (frame: Frame, name: string, at: Span, expected: Expected): ExampleCase => {
  const person = new Map(frame.person);
  if (!person.has('id')) person.set('id', '人员');
  const { low, file } = frame.scope;
  return {
    name,
    file,
    line: low.maps.get(file)?.position(at.start).line ?? 1,
    year: frame.year,
    person,
    records: dated(frame.records, frame.year),
    chosen: frame.chosen,
    expected,
  };
};

/** A cell of a field's column, put into the row's record or person. */
const setCell = (scope: Scope, name: Name, cell: Cell, person: Facts, record: Facts): boolean => {
  const field = fieldOn(scope, 'record', name.text) ?? findField(scope, name.text);
  if (!field) {
    unknownName(
      scope,
      name,
      phrases.field,
      scope.low.rules.fields.map((f) => f.label),
    );
    return false;
  }
  const [value] = cell.kind === 'facts' ? cell.of : [];
  if (value) (field.on === 'person' ? person : record).set(field.key, raw(scope, field, value));
  return field.on === 'record' && value !== undefined;
};

const tableCases = (frame: Frame, title: string, { table }: LineOf<'exampleTable'>): readonly ExampleCase[] =>
  table.rows.map((row, i) => {
    const person = new Map(frame.person);
    const base = frame.records.at(-1);
    const record: Facts = new Map(base);
    let asked = base !== undefined;
    let expected: Expected = {};
    for (const [at, column] of table.columns.entries()) {
      const cell = row.cells[at];
      if (!cell) continue;
      if (column.kind === 'field') asked = setCell(frame.scope, column.name, cell, person, record) || asked;
      else if (cell.kind === 'expect') expected = expectedOf(cell.of);
    }
    const records = [...frame.records.slice(0, -1), ...(asked ? [record] : [])];
    return caseOf({ ...frame, person, records }, `${title}（第 ${i + 1} 行）`, row.span, expected);
  });

export const exampleCases = (
  low: Lowering,
  section: From<SectionOf<'example' | 'examples'>>,
): readonly ExampleCase[] => {
  const frame = frameOf(low, section);
  const { node } = section;
  const title = node.title.value;
  const [table] = linesOf(node.lines, 'exampleTable');
  if (table) return tableCases(frame, title, table);
  const expected = linesOf(node.lines, 'expect').flatMap((line) => line.of);
  return [caseOf(frame, title, node.span, expectedOf(expected))];
};
