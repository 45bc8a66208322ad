// What is put to Spark: rule sets, rosters for them with ids that are hard to quote, and settings of a session.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from '../../src/backends/sql/vectors.ts';
import { certificateOf, certified, evaluate, incrementalSqlOf, type Plan, refusedBy, sqlOf } from '../../src/index.ts';
import { type TextPerson, textPeople } from '../../test/backends/sqlRoster.ts';
import { planOf, plans } from '../../test/support/hubeiRules.ts';
import { nastyRules } from '../../test/support/nastyRules.ts';
import { Random } from '../../test/support/random.ts';
import { type Practitioner, rosterFor } from '../../test/support/roster.ts';
import { compiledTexts, JUDGED, scenarioOf } from '../../test/support/rulesetArbitrary.ts';

export interface Roster {
  readonly people: readonly TextPerson[];
  /** Where that is asked: who was reckoned, and why. */
  readonly changed?: readonly string[];
}

export interface Trial {
  readonly name: string;
  readonly plan: Plan;
  readonly year: number;
  /** One after the other; of several the export is that for runs that follow one another. */
  readonly rosters: readonly Roster[];
  readonly settings: Readonly<Record<string, string>>;
}

/** What an export must not hang on, each way. */
const plain = { 'spark.sql.ansi.enabled': 'true', 'spark.sql.session.timeZone': 'Asia/Shanghai' };
const legacy = {
  'spark.sql.ansi.enabled': 'false',
  'spark.sql.session.timeZone': 'America/Los_Angeles',
  'spark.sql.parser.escapedStringLiterals': 'true',
};
const strict = {
  'spark.sql.ansi.enabled': 'true',
  'spark.sql.ansi.enforceReservedKeywords': 'true',
  'spark.sql.ansi.doubleQuotedIdentifiers': 'true',
  'spark.sql.session.timeZone': 'Pacific/Kiritimati',
};

// biome-ignore lint/suspicious/noTemplateCurlyInString: what a shell would fill in is what is tried
const ODD = ["'", '"', '\\', '${x}', ';--', '/*', '😀', '\uffff', 'é', 'e\u0301', '`', '\t.', '人'];

/** Ids with signs that end a text, open a comment, or sort otherwise than by code point. */
const odd = (people: readonly Practitioner[]): readonly Practitioner[] =>
  people.map((person, at) => ({
    ...person,
    records: person.records.map((record, place) =>
      typeof record.id === 'string' ? { ...record, id: `${record.id}${ODD[(at + place) % ODD.length]}` } : record,
    ),
  }));

const withIds = (people: readonly TextPerson[]): readonly TextPerson[] =>
  people.map((person, at) => ({ ...person, facts: { ...person.facts, id: `p${at + 1}${ODD[at % ODD.length]}` } }));

const trial = (
  name: string,
  plan: Plan,
  year: number,
  people: readonly Practitioner[],
  settings: Trial['settings'],
): Trial => ({ name, plan, year, rosters: [{ people: withIds(textPeople(plan, odd(people))) }], settings });

const roster = (plan: Plan, seed: number, practitioners: number): readonly Practitioner[] =>
  rosterFor(plan, seed, { practitioners, year: 2025 }).practitioners;

/** For `spark-sql`: Hubei as it stands. */
export const shellTrial = (seed: number): Trial =>
  trial('hubei', plans.hubei, 2025, roster(plans.hubei, seed, 400), plain);

/** For PySpark, one after the other in one session. */
export function sessionTrials(seed: number, randomSets: number): readonly Trial[] {
  const random = new Random(seed);
  const choice = Object.fromEntries(plans.hubei.readings.map(({ code, options }) => [code, random.pick(options).code]));
  const hubei = planOf('hubei', choice);
  return [
    trial('hubei-readings', hubei, 2025, roster(hubei, seed + 1, 300), legacy),
    trial('national', plans.national, 2025, roster(plans.national, seed + 2, 300), strict),
    following(seed % 1000, plain),
    ...randomTrials(seed + 3, randomSets),
  ];
}

/** Names made to break out of SQL; and two runs more, after one has a record more, one is gone, one is new, and none has changed. */
function following(seed: number, settings: Trial['settings']): Trial {
  const { plan, people } = nastyRules(seed, 12);
  // A name of a column that its shell would fill in is refused.
  if (refusedBy(plan, 'spark').length > 0) return following(seed + 1, settings);
  const before = withIds(textPeople(plan, people));
  const [first, second, ...others] = before;
  if (first === undefined || second === undefined) throw new Error('nobody to try with');
  const added = { ...first, records: [{ id: '0', form: '?', date: '2025-01-01' }, ...first.records] };
  const fresh = { facts: { id: "new '" }, records: [] };
  const after = [added, ...others, fresh];
  const changed = [`${first.facts.id} records`, `${second.facts.id} gone`, `${fresh.facts.id} new`];
  return {
    name: 'following',
    plan,
    year: 2025,
    rosters: [{ people: before }, { people: after, changed }, { people: after, changed: [] }],
    settings,
  };
}

function randomTrials(seed: number, count: number): readonly Trial[] {
  const found: Trial[] = [];
  for (let at = seed; found.length < count; at += 1) {
    const { texts, choice, roster: made } = scenarioOf(at, {});
    const { plan } = compiledTexts(texts, choice);
    if (plan === null || refusedBy(plan, 'spark').length > 0) continue;
    const settings = [plain, legacy, strict][found.length % 3] ?? plain;
    found.push(trial(`random-${at}`, plan, JUDGED, made.practitioners, settings));
  }
  return found;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The file as `cme export` writes it, but for its vectors. */
export function fileFor({ plan, year, rosters }: Trial): string {
  const { text } = rosters.length > 1 ? incrementalSqlOf(plan, year, 'spark', 'rules') : sqlOf(plan, year, 'spark');
  return certified(text, certificateOf(plan, 'spark', { hash: '', unreached: [] }), [], sha256);
}

/** The two inputs as JSON lines, which keep every sign. */
export function writeInputs(folder: string, people: readonly TextPerson[]): void {
  mkdirSync(folder, { recursive: true });
  const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  writeFileSync(join(folder, 'practitioners.json'), lines(people.map(({ facts }) => facts)));
  const records = people.flatMap(({ facts, records: all }) =>
    all.map((record) => ({ ...record, practitioner: facts.id })),
  );
  writeFileSync(join(folder, 'records.json'), lines(records));
}

/** The evaluator's results as lines. */
export function expected(
  { plan, year }: Pick<Trial, 'plan' | 'year'>,
  people: readonly TextPerson[],
): readonly string[] {
  const practitioners = people.map(({ facts, records }) => ({
    facts: new Map(Object.entries(facts)),
    records: records.map((record) => new Map(Object.entries(record))),
  }));
  return evaluate(plan, { year, practitioners }).evaluation.results.flatMap((result) =>
    linesOf(result).map(([what, value]) => `${result.practitioner} | ${what} | ${value}`),
  );
}
