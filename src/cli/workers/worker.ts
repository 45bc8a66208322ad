/** A thread of its own: evaluates its part of a roster, in columns that it shares with who asked, or person by person. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Columns, columnar, evaluator, type Lang, type Outcomes, type Plan, type RawValue } from '../../index.ts';

/** Columns of its practitioners, and where to write what they get. */
export interface Part {
  readonly columns: Columns;
  readonly year: number;
  readonly into: Outcomes;
}

/** Practitioners as text: facts, and records, each a list of name and value. */
export interface People {
  readonly people: string;
  readonly year: number;
  readonly lang: Lang;
}

type Pairs = readonly (readonly [string, RawValue])[];
export type PlainPerson = readonly [facts: Pairs, records: readonly Pairs[]];

const { plan } = workerData as { readonly plan: Plan };
const columns = columnar(plan);
const judge = evaluator(plan);

function judged({ people, year, lang }: People): string {
  const all = JSON.parse(people) as readonly PlainPerson[];
  const outcomes = all.map(([facts, records]) => {
    const person = { facts: new Map(facts), records: records.map((one) => new Map(one)) };
    return judge(person, year, { lang });
  });
  return JSON.stringify(outcomes);
}

parentPort?.on('message', (asked: Part | People) => {
  const answer = 'people' in asked ? judged(asked) : columns(asked.columns, asked.year, asked.into).handed;
  parentPort?.postMessage(answer);
});
