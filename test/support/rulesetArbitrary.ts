/** Random rule sets with rosters for them, for property tests. A failing one shrinks: sections, lines, rows, records, facts. */
import { Arbitrary, type Random as Draw, Stream, Value } from 'fast-check';
import { type Compiled, compile, type RuleSource, severityOf } from '../../src/index.ts';
import type { RuleSet } from '../../src/model/ruleset.ts';
import { Random } from './random.ts';
import type { Practitioner, SyntheticRoster } from './roster.ts';
import { ruleTexts } from './ruleset.ts';
import { rosterOf } from './rulesetRoster.ts';
import { eachIn, type RuleTexts, shorter, shownTexts, smallerTexts, written } from './rulesetText.ts';
import type { Flags } from './rulesetWords.ts';

export const JUDGED = 2030;

export interface Scenario {
  readonly seed: number;
  readonly texts: RuleTexts;
  readonly choice: Readonly<Record<string, string>>;
  readonly roster: SyntheticRoster;
}

export const sourcesOf = ({ entry, base }: RuleTexts): { entry: RuleSource; library: readonly RuleSource[] } => ({
  entry: { file: entry.file, text: written(entry) },
  library: base ? [{ file: base.file, text: written(base) }] : [],
});

export const compiledTexts = (texts: RuleTexts, readings: Readonly<Record<string, string>> = {}): Compiled => {
  const { entry, library } = sourcesOf(texts);
  return compile(entry, { library, readings, findings: 'errors' });
};

export const errorsOf = ({ diagnostics }: Compiled): readonly string[] =>
  diagnostics
    .filter((found) => severityOf(found) === 'error')
    .map(({ code, file, span }) => `${code} ${file} ${span.start}`);

/** Some option of every reading. */
const choiceOf = (rules: RuleSet, random: Random): Readonly<Record<string, string>> =>
  random.chance(40)
    ? {}
    : Object.fromEntries(rules.readings.map(({ key, options }) => [key, random.pick(options).key]));

export const scenarioOf = (seed: number, flags: Flags): Scenario => {
  const texts = ruleTexts(seed, flags);
  const { ruleSet } = compiledTexts(texts);
  const random = new Random(seed ^ 0x5eed);
  const wishes = { year: JUDGED, practitioners: 3, back: flags.cycles ? 3 : 0 };
  return {
    seed,
    texts,
    choice: ruleSet ? choiceOf(ruleSet, random) : {},
    roster: ruleSet ? rosterOf(ruleSet, random, wishes) : { year: JUDGED, practitioners: [] },
  };
};

/** How a failed one is printed: as a file and its data. */
const printed = ({ seed, texts, choice, roster }: Scenario): string =>
  [
    `rule set ${seed}`,
    shownTexts(texts),
    `# ---- readings ${JSON.stringify(choice)}, year ${roster.year}`,
    ...roster.practitioners.flatMap(({ facts, records }) => [
      JSON.stringify(facts),
      ...records.map((one) => `  ${JSON.stringify(one)}`),
    ]),
  ].join('\n');

class Told implements Scenario {
  readonly seed: number;
  readonly texts: RuleTexts;
  readonly choice: Scenario['choice'];
  readonly roster: SyntheticRoster;

  constructor({ seed, texts, choice, roster }: Scenario) {
    this.seed = seed;
    this.texts = texts;
    this.choice = choice;
    this.roster = roster;
  }

  [Symbol.for('fast-check/toStringMethod')](): string {
    return `\n${printed(this)}\n`;
  }
}

const SEEDS = 2 ** 31;

/** `keeps`: what a smaller rule set must still be; unless said, one that compiles. */
export const scenarios = (
  flags: Flags = {},
  keeps = (texts: RuleTexts): boolean => errorsOf(compiledTexts(texts)).length === 0,
) => new Scenarios(flags, keeps);

class Scenarios extends Arbitrary<Scenario> {
  readonly #flags: Flags;
  readonly #keeps: (texts: RuleTexts) => boolean;

  constructor(flags: Flags, keeps: (texts: RuleTexts) => boolean) {
    super();
    this.#flags = flags;
    this.#keeps = keeps;
  }

  generate(draw: Draw): Value<Scenario> {
    return new Value(new Told(scenarioOf(draw.nextInt(0, SEEDS - 1), this.#flags)), undefined);
  }

  canShrinkWithoutContext(value: unknown): value is Scenario {
    return value instanceof Told;
  }

  shrink(scenario: Scenario): Stream<Value<Scenario>> {
    return new Stream(this.#smaller(scenario)).map((smaller) => new Value<Scenario>(new Told(smaller), undefined));
  }

  *#smaller(scenario: Scenario): Generator<Scenario> {
    for (const roster of smallerRosters(scenario.roster)) yield { ...scenario, roster };
    for (const texts of smallerTexts(scenario.texts)) {
      if (!this.#keeps(texts)) continue;
      const known = new Set(compiledTexts(texts).ruleSet?.readings.map(({ key }) => key));
      yield {
        ...scenario,
        texts,
        choice: Object.fromEntries(Object.entries(scenario.choice).filter(([key]) => known.has(key))),
      };
    }
    for (const key of Object.keys(scenario.choice)) {
      const { [key]: _, ...choice } = scenario.choice;
      yield { ...scenario, choice };
    }
  }
}

function* smallerRosters({ year, practitioners }: SyntheticRoster): Generator<SyntheticRoster> {
  for (const fewer of shorter(practitioners)) yield { year, practitioners: fewer };
  for (const less of eachIn(practitioners, smallerPractitioner)) yield { year, practitioners: less };
}

function* smallerPractitioner({ facts, records }: Practitioner): Generator<Practitioner> {
  for (const fewer of shorter(records)) yield { facts, records: fewer };
  for (const less of eachIn(records, smallerFacts)) yield { facts, records: less };
  for (const less of smallerFacts(facts)) yield { facts: less, records };
}

function* smallerFacts(facts: Practitioner['facts']): Generator<Practitioner['facts']> {
  for (const key of Object.keys(facts)) {
    const { [key]: _, ...rest } = facts;
    if (key !== 'id') yield rest;
  }
}
