/** Every engine beside the evaluator, over the same rule sets and the same practitioners: what each gives otherwise. */
import { isDeepStrictEqual } from 'node:util';
import { columnar, gathered, numbersAt, numbersOf, wording } from '../../src/backends/columnar/index.ts';
import { jsonLogic, resultsBy, resultsOf } from '../../src/backends/jsonlogic/index.ts';
import { type DialectId, refusedBy, sqlOf } from '../../src/backends/sql/index.ts';
import { evaluator, type Plan } from '../../src/index.ts';
import type { RuleSet } from '../../src/model/ruleset.ts';
import { differences as fromReference } from '../support/compared.ts';
import { reference } from '../support/reference/index.ts';
import { type Practitioner, rawPerson } from '../support/roster.ts';
import { engines as logics } from './jsonlogicRun.ts';
import { type Engine as Database, parted } from './sqlRoster.ts';

export interface Case {
  readonly name: string;
  readonly plan: Plan;
  /** For the reference, which knows nothing of plans. */
  readonly rules: RuleSet | null;
  readonly choice: Readonly<Record<string, string>>;
  readonly year: number;
  readonly people: readonly Practitioner[];
}

export interface Engine {
  readonly name: string;
  /** It says by name what in the plan it does not do. */
  readonly refuses: (plan: Plan) => boolean;
  /** What it gives by `plan` otherwise than the evaluator by the plan of the case; the two are one unless a fault is planted. */
  readonly differences: (of: Case, plan: Plan) => Promise<readonly string[]> | readonly string[];
}

const never = (): boolean => false;
const shown = (...all: readonly unknown[]): string => all.map((one) => JSON.stringify(one)).join(' / ');

/** The evaluator itself, beside the reference: here the reference is what is right. */
export const closures: Engine = {
  name: 'closures',
  refuses: never,
  differences: ({ rules, people, year, choice }, plan) => {
    if (rules === null) return [];
    const judge = evaluator(plan);
    return people.map(rawPerson).flatMap((raw, at) => {
      const expected = reference(rules, raw, year, choice);
      if (expected.several) return [];
      // Which readings a refusal hangs on is told by both, and not by the same rule in every corner of a table.
      const found = fromReference(judge(raw, year).result, expected).filter((one) => !one.startsWith('readings.'));
      return found.map((one) => `${at}: ${one}`);
    });
  },
};

export const columns: Engine = {
  name: 'columnar',
  refuses: never,
  differences: ({ plan: right, people, year }, plan) => {
    const raw = people.map(rawPerson);
    const judge = evaluator(right);
    const all = gathered(plan, raw);
    const { outcomes } = columnar(plan)(all.columns, year);
    const say = wording(plan);
    return raw.flatMap((person, at) => {
      const expected = judge(person, year);
      const pairs = [
        [numbersAt(plan, all.columns, outcomes, at), numbersOf(expected.result)],
        [say(all, at, year), expected],
      ];
      return pairs.filter(([got, wanted]) => !isDeepStrictEqual(got, wanted)).map((pair) => `${at}: ${shown(...pair)}`);
    });
  },
};

/** Categories, total, requirement and status. */
export const logic = (name: keyof typeof logics): Engine => ({
  name,
  refuses: (plan) => 'refused' in jsonLogic(plan),
  differences: ({ plan: right, people, year }, plan) => {
    const made = jsonLogic(plan);
    if ('refused' in made) return [];
    const judge = evaluator(right);
    return people.map(rawPerson).flatMap((raw, at) => {
      const input = made.logic.prepare(raw, year);
      if (input === null) return [];
      const got = resultsBy(logics[name], { rules: made.logic.rules }, input);
      const expected = resultsOf(right, judge(raw, year).result);
      return isDeepStrictEqual(got, expected) ? [] : [`${at}: ${shown(got, expected)}`];
    });
  },
});

export const sql = (name: DialectId, database: () => Database): Engine => ({
  name,
  refuses: (plan) => refusedBy(plan, name).length > 0,
  differences: ({ plan: right, people, year }, plan) =>
    parted(database(), { plan: right, year, people }, name, (own) => (plan === right ? own : sqlOf(plan, year, name))),
});
