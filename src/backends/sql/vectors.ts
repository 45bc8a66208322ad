/** Practitioners to try an export with: their facts as texts, and what the evaluator gives them. */
import type { Field, Plan } from '../../model/plan.ts';
import type { PersonResult } from '../../model/result.ts';
import type { RawFacts, RawPerson } from '../../model/roster.ts';
import { evaluator } from '../evaluator/index.ts';

/** Facts by the keys of the fields; an absent one is not there. */
export type Texts = Readonly<Record<string, string>>;

/** What is compared of one thing, as a text. */
export type Line = readonly [what: string, value: string];

export interface SqlVector {
  readonly name: string;
  readonly year: number;
  readonly person: Texts;
  readonly records: readonly Texts[];
  readonly expect: readonly Line[];
}

export interface VectorCase {
  readonly name: string;
  readonly year: number;
  readonly raw: RawPerson;
}

/** Each vector is a practitioner of its own in one roster: `v1`, `v2`, …, and records without an id get one. */
export function sqlVectors(plan: Plan, cases: readonly VectorCase[]): readonly SqlVector[] {
  const judge = evaluator(plan);
  const made = cases.flatMap(({ name, year, raw }, at) => {
    const person = textsOf(plan.personFields, raw.facts);
    const records = raw.records.map((record) => textsOf(plan.recordFields, record));
    if (person === null || records.includes(null)) return [];
    return [{ name, year, person: { ...person, id: `v${at + 1}` }, records: numbered(records as readonly Texts[]) }];
  });
  const spelt = made.toSorted((a, b) => b.records.length - a.records.length).slice(0, 1);
  return [...made, ...spelt.map((one) => otherwise(plan, one))].map((one) => ({
    ...one,
    expect: linesOf(judge({ facts: factsOf(one.person), records: one.records.map(factsOf) }, one.year).result),
  }));
}

const factsOf = (texts: Texts): RawFacts => new Map(Object.entries(texts));

/** Null: it holds what no text of a table is. */
function textsOf(fields: readonly Field[], facts: RawFacts): Texts | null {
  const found: Record<string, string> = {};
  for (const [name, value] of facts) {
    const key = fields.find((field) => field.key === name)?.key ?? fields.find(({ label }) => label === name)?.key;
    if (key === undefined || key === 'practitioner' || value === null || value === undefined) continue;
    if (typeof value === 'object' || String(value).includes('\0')) return null;
    found[key] ??= String(value);
  }
  return found;
}

function numbered(records: readonly Texts[]): readonly Texts[] {
  const taken = new Set(records.map(({ id }) => id));
  return records.map((record, at) => {
    if (record.id !== undefined && record.id.trim() !== '') return record;
    let id = `r${String(at + 1).padStart(3, '0')}`;
    while (taken.has(id)) id += '0';
    return { ...record, id };
  });
}

const WIDE = '０１２３４５６７８９';

/** The same facts as other rosters spell them: labels, full-width digits, space around, and ids that are hard to quote. */
function otherwise(plan: Plan, { year, person, records }: Omit<SqlVector, 'expect'>): Omit<SqlVector, 'expect'> {
  const spelt = (fields: readonly Field[], texts: Texts): Texts =>
    Object.fromEntries(
      Object.entries(texts).map(([key, text]) => {
        const field = fields.find((one) => one.key === key);
        if (field === undefined || field.type === 'text') return [key, text];
        const label = field.options.find((option) => option.key === text)?.label ?? text;
        return [key, `\u3000${label.replaceAll(/[0-9]/g, (digit) => WIDE[Number(digit)] ?? digit)}\t`];
      }),
    );
  return {
    name: '写法 spelling',
    year,
    person: { ...spelt(plan.personFields, person), id: `v'"\\;--\${x}/*😀` },
    records: records.map((record) => ({ ...spelt(plan.recordFields, record), id: `${record.id}'"\\;--\${x}*/😀` })),
  };
}

const amount = (credits: number): string => credits.toFixed(2);

/** The evaluator's result in the lines that `linesQuery` makes of the tables. */
export const linesOf = (result: PersonResult): readonly Line[] => [
  ['status', result.status],
  ['credits', amount(result.credits)],
  ['required', amount(result.required)],
  ['shortfall', amount(result.shortfall)],
  ...result.categories
    .filter(({ raw }) => raw > 0)
    .map(({ code, raw, credits }): Line => [`category ${code}`, `${amount(raw)} ${amount(credits)}`]),
  ...result.requirements.map(
    ({ name, required, earned, met }): Line => [
      `requirement ${name}`,
      `${amount(required)} ${amount(earned)} ${met ? 'met' : 'unmet'}`,
    ],
  ),
  ...result.records.map(
    ({ id, category, award, raw, credits, reason }): Line => [
      `record ${id ?? '-'}`,
      [category ?? '-', award ?? '-', amount(raw), amount(credits), reason ?? '-'].join(' '),
    ],
  ),
];
