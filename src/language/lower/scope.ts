/** What the lowering of one line needs to know: the rule set, the options chosen, whom it may ask about, where to report. */
import type { Name } from '../../model/ast.ts';
import type { FieldEntry, ReadingEntry, ReadingOption, RuleSet } from '../../model/ruleset.ts';
import type { LineMap } from '../../model/span.ts';
import { called } from '../find.ts';
import type { Findings, Report } from '../report.ts';

/** The whole pass. */
export interface Lowering {
  readonly rules: RuleSet;
  /** Key of the option in force, by key of the reading. */
  readonly chosen: ReadonlyMap<string, string>;
  /** Keys of the readings that some line asked for, collected as it is lowered. */
  readonly asked: Set<string>;
  readonly findings: Findings;
  /** Line maps of the files merged. */
  readonly maps: ReadonlyMap<string, LineMap>;
}

/** One line (or head) of one file. */
export interface Scope {
  readonly low: Lowering;
  readonly file: string;
  readonly report: Report;
  /** Records may be asked about; else only the person. */
  readonly records: boolean;
  /** 累计 may stand here. */
  readonly totals: boolean;
  /** Readings of several options that the line names, collected as it is lowered. */
  readonly named: Set<string>;
}

export const scopeOf = (low: Lowering, file: string, may: { records: boolean; totals?: boolean }): Scope => ({
  low,
  file,
  report: low.findings.in(file),
  records: may.records,
  totals: may.totals ?? false,
  named: new Set(),
});

/** A record's field where records may be asked about, else, or lacking that, the person's. */
export const findField = (scope: Scope, name: string): FieldEntry | undefined => {
  const { fields } = scope.low.rules;
  const of = (on: FieldEntry['on']) => fields.find((field) => field.on === on && called(field, name));
  return scope.records ? (of('record') ?? of('person')) : of('person');
};

export const findReading = (scope: Scope, name: string): ReadingEntry | undefined =>
  scope.low.rules.readings.find((reading) => called(reading, name));

/** The option in force; the line has named the reading by it. */
export const optionInForce = (scope: Scope, reading: ReadingEntry): ReadingOption => {
  if (reading.options.length > 1) scope.named.add(reading.key);
  scope.low.asked.add(reading.key);
  const key = scope.low.chosen.get(reading.key) ?? reading.adopted;
  const option = reading.options.find((o) => o.key === key) ?? reading.options[0];
  if (!option) throw new Error('a reading without options was resolved');
  return option;
};

/** Codes of the readings of several options that a condition names: what its atom carries in the plan. */
export const namedBy = (reading: ReadingEntry): { readonly readings?: readonly string[] } =>
  reading.options.length > 1 ? { readings: [reading.key] } : {};

/** Fields that have this choice value. */
export const fieldsWithValue = (scope: Scope, name: string): readonly FieldEntry[] =>
  scope.low.rules.fields.filter(
    (field) => (scope.records || field.on === 'person') && field.options.some((option) => called(option, name)),
  );

export const optionKey = (field: FieldEntry, name: Name): string | undefined =>
  field.options.find((option) => called(option, name.text))?.key;
