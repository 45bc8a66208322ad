/**
 * Why a finding stands, as something that can be drawn: the practitioner who shows it and what each side gives, the
 * stretches of a number that two lines take, or two amounts that do not go together.
 */
import { keywords } from '../grammar/keywords.ts';
import type { Compiled } from './compile.ts';
import { caseJudge } from './examples.ts';
import { lower } from './lower.ts';
import { type Bilingual, isError } from './model/codes.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { AwardLine, Comparison, Expr, Fraction, Plan, Source } from './model/plan.ts';
import type { PersonResult } from './model/result.ts';
import type { RawPerson } from './model/roster.ts';
import { type SaidFact, saidFacts } from './said.ts';

/** What one side makes of the witness. */
export interface Side {
  readonly line: number | null;
  /** The rule in words; of a comparison of two practitioners null. */
  readonly words: string | null;
  readonly credits: number;
  readonly status: PersonResult['status'];
  readonly shortfall: number;
}

export interface ShownPerson {
  readonly year: number;
  readonly person: readonly SaidFact[];
  readonly records: readonly (readonly SaidFact[])[];
}

/** The values of a number that a line takes; null: no end. Whole units of the field, only to be drawn. */
export interface Stretch {
  readonly line: number;
  readonly words: string;
  readonly from: { readonly at: number; readonly closed: boolean } | null;
  readonly to: { readonly at: number; readonly closed: boolean } | null;
}

export interface Stretches {
  readonly field: string;
  readonly unit: Bilingual | null;
  readonly of: readonly Stretch[];
  /** That of the witness. */
  readonly at: number | null;
}

/** Two amounts side by side. */
export interface Amounts {
  readonly of: readonly { readonly words: Bilingual; readonly amount: number }[];
}

export interface Why {
  /** First the witness, then the practitioner it is compared with. */
  readonly shown: readonly ShownPerson[];
  /** What each rule gives the witness; where two practitioners are compared, what each of them is given. */
  readonly sides: readonly Side[];
  readonly stretches: Stretches | null;
  readonly amounts: Amounts | null;
}

const both = (zh: string, en: string): Bilingual => ({ zh, en });

/** The amounts that a finding compares, by their placeholders. */
const compared: Partial<Readonly<Record<string, readonly (readonly [arg: string, words: Bilingual])[]>>> = {
  CME721: [
    ['credits', both('授予', 'granted')],
    ['limit', both('至多计', 'counts at most')],
  ],
  CME722: [
    ['most', both('合起来至多', 'comes to at most')],
    ['limit', both('上限', 'cap')],
  ],
  CME723: [
    ['limit', both('这里的上限', 'this cap')],
    ['lower', both('更低的上限', 'the lower cap')],
  ],
  CME741: [
    ['before', both('少做', 'with less')],
    ['after', both('多做', 'with more')],
  ],
  CME742: [
    ['once', both('记一条', 'as one record')],
    ['split', both('分成两条', 'as two')],
  ],
  CME751: [
    ['required', both('要求', 'asked for')],
    ['greatest', both('至多能得', 'to be had at most')],
  ],
};

export const whyOf = (compiled: Compiled, found: Diagnostic): Why => {
  const plan = planOf(compiled);
  const { witness } = found;
  const people = witness ? [witness.person, ...(witness.against ? [witness.against] : [])] : [];
  return {
    shown: witness ? people.map((one) => shownOf(compiled, one, witness.year)) : [],
    sides: plan && witness ? sidesOf(compiled, plan, found, people, witness.year) : [],
    stretches: plan ? stretchesOf(compiled, plan, found) : null,
    amounts: amountsOf(found),
  };
};

/** The plan even where two claim one record, which is an error, so that what each of them gives can be told. */
const planOf = ({ plan, ruleSet, maps }: Compiled): Plan | null => {
  if (plan || !ruleSet) return plan;
  const { plan: made, diagnostics } = lower({ ...ruleSet, examples: [] }, new Map(), maps);
  return diagnostics.some(isError) ? null : made;
};

const shownOf = ({ ruleSet }: Compiled, { facts, records }: RawPerson, year: number): ShownPerson => ({
  year,
  person: ruleSet ? saidFacts(facts, 'person', ruleSet) : [],
  records: ruleSet ? records.map((record) => saidFacts(record, 'record', ruleSet)) : [],
});

const amountsOf = ({ code, args }: Diagnostic): Amounts | null => {
  const of = (compared[code] ?? []).flatMap(([arg, words]) => {
    const value = args[arg];
    const digits = /\d+(?:\.\d+)?/.exec(typeof value === 'string' ? value : (value?.zh ?? ''))?.[0];
    return digits === undefined ? [] : [{ words, amount: Number(digits) }];
  });
  return of.length === 2 ? { of } : null;
};

const CLASHES = ['CME701', 'CME702', 'CME703'];

/** Lines that a finding speaks of, in the order of the text; those of the file itself. */
const linesOf = ({ maps }: Compiled, { file, span, related }: Diagnostic): readonly Place[] =>
  [{ file, span }, ...(related ?? [])]
    .map((one) => ({ file: one.file, line: maps.get(one.file)?.position(one.span.start).line ?? 1 }))
    .sort((a, b) => a.line - b.line);

interface Place {
  readonly file: string;
  readonly line: number;
}

const sidesOf = (
  compiled: Compiled,
  plan: Plan,
  found: Diagnostic,
  people: readonly RawPerson[],
  year: number,
): readonly Side[] => {
  const judged = (of: Plan, { facts, records }: RawPerson) => caseJudge(of)({ person: facts, records, year });
  const side = (result: PersonResult, line: number | null, words: string | null): Side => {
    const { credits, status, shortfall } = result;
    return { line, words, credits, status, shortfall };
  };
  const [first] = people;
  if (!first) return [];
  if (!CLASHES.includes(found.code)) return people.map((one) => side(judged(plan, one), null, null));
  const claimants = linesOf(compiled, found);
  return claimants.map((one) => {
    const others = claimants.filter((other) => other !== one);
    return side(judged(without(compiled, plan, others), first), one.line, wordsAt(compiled, plan, one));
  });
};

const NEVER: Expr = { op: 'const', value: false };
const isAt = ({ file, line }: Source, places: readonly Place[]): boolean =>
  places.some((one) => one.file === file && one.line === line);

/** The item that begins on a line. */
const itemAt = ({ ruleSet, maps }: Compiled, { file, line }: Place) =>
  ruleSet?.categories
    .flatMap(({ items }) => items)
    .find(({ section }) => section.file === file && maps.get(file)?.position(section.node.span.start).line === line);

/** The plan as if these lines claimed nothing. */
const without = (compiled: Compiled, plan: Plan, places: readonly Place[]): Plan => {
  const off = new Set(places.map((one) => itemAt(compiled, one)?.key));
  const silent = (line: AwardLine): AwardLine => {
    if (isAt(line.source, places) && line.rate.kind !== 'steps') return { ...line, when: NEVER };
    if (line.rate.kind !== 'steps') return line;
    return { ...line, rate: { ...line.rate, rows: line.rate.rows.filter(({ source }) => !isAt(source, places)) } };
  };
  return {
    ...plan,
    items: plan.items.map((item) =>
      off.has(item.key) ? { ...item, match: NEVER } : { ...item, lines: item.lines.map(silent) },
    ),
    requirements: plan.requirements.filter(({ source }) => !isAt(source, places)),
  };
};

const sourcesIn = ({ items, requirements }: Plan): readonly Source[] => [
  ...items.flatMap(({ lines }) =>
    lines.flatMap(({ rate, source }) => (rate.kind === 'steps' ? rate.rows.map((row) => row.source) : [source])),
  ),
  ...requirements.map(({ source }) => source),
];

const wordsAt = (compiled: Compiled, plan: Plan, place: Place): string | null =>
  itemAt(compiled, place)?.label ?? sourcesIn(plan).find((source) => isAt(source, [place]))?.words ?? null;

// ---- stretches of a number

type End = NonNullable<Stretch['from']>;
interface Range {
  readonly from: End | null;
  readonly to: End | null;
}

const ALL: Range = { from: null, to: null };
const turned: Readonly<Record<Comparison, Comparison>> = {
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '<': '>=',
  '=': '!=',
  '!=': '=',
};

const higher = (a: End | null, b: End | null): End | null => {
  if (!a || !b) return a ?? b;
  return a.at > b.at || (a.at === b.at && !a.closed) ? a : b;
};
const nearer = (a: End | null, b: End | null): End | null => {
  if (!a || !b) return a ?? b;
  return a.at < b.at || (a.at === b.at && !a.closed) ? a : b;
};

const meet = (a: Range, b: Range): Range => ({ from: higher(a.from, b.from), to: nearer(a.to, b.to) });

const ofBound = (by: Comparison, { n, d }: Fraction): Range => {
  const at = n / d / 1e6;
  if (by === '=') return { from: { at, closed: true }, to: { at, closed: true } };
  if (by === '!=') return ALL;
  const end = { at, closed: by === '>=' || by === '<=' };
  return by === '>=' || by === '>' ? { from: end, to: null } : { from: null, to: end };
};

/** What a plain conjunction wants of each number of the record. */
const rangesIn = (expr: Expr, into: Map<string, Range>): void => {
  const put = (key: string, range: Range) => into.set(key, meet(into.get(key) ?? ALL, range));
  if (expr.op === 'and') for (const one of expr.of) rangesIn(one, into);
  else if (expr.op === 'compare' && expr.field.on === 'record') put(expr.field.key, ofBound(expr.by, expr.to));
  else if (expr.op === 'not' && expr.of.op === 'compare' && expr.of.field.on === 'record')
    put(expr.of.field.key, ofBound(turned[expr.of.by], expr.of.to));
};

interface Ranged {
  readonly source: Source;
  readonly ranges: ReadonlyMap<string, Range>;
}

const rangedOf = ({ when, rate, source }: AwardLine): readonly Ranged[] => {
  const own = new Map<string, Range>();
  rangesIn(when, own);
  if (rate.kind !== 'steps') return [{ source, ranges: own }];
  const { measure, rows } = rate;
  if (measure.of !== 'field') return [];
  return rows.map((row) => {
    const range = row.bounds.map(({ by, to }) => ofBound(by, to)).reduce(meet, own.get(measure.key) ?? ALL);
    return { source: row.source, ranges: new Map([...own, [measure.key, range]]) };
  });
};

/** Of a clash the two lines; of a gap all rows of the table that it is in. */
const stretchesOf = (compiled: Compiled, plan: Plan, found: Diagnostic): Stretches | null => {
  if (!['CME702', 'CME704', 'CME734'].includes(found.code)) return null;
  const places = linesOf(compiled, found);
  const all = plan.items.flatMap(({ lines }) => lines.map(rangedOf));
  const chosen =
    found.code === 'CME734'
      ? (all.find((rows) => rows.some(({ source }) => isAt(source, places))) ?? [])
      : all.flat().filter(({ source }) => isAt(source, places));
  if (chosen.length < 2) return null;
  const counts = new Map<string, number>();
  for (const { ranges } of chosen) for (const key of ranges.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const [key] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const field = plan.recordFields.find((one) => one.key === key);
  if (key === undefined || !field || (field.type !== 'decimal' && field.type !== 'whole')) return null;
  const unit = field.unit ? keywords[field.unit] : null;
  const at = Number(found.witness?.person.records[0]?.get(key) ?? Number.NaN);
  return {
    field: field.label,
    unit: unit && both(unit.zh, unit.en),
    of: chosen.map(({ source, ranges }) => ({ line: source.line, words: source.words, ...(ranges.get(key) ?? ALL) })),
    at: Number.isFinite(at) ? at : null,
  };
};
