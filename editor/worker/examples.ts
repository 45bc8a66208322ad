/** The examples as the grid shows them: what is given, and of those that fail what took the credits away. */
import {
  type Compiled,
  casesOf,
  type ExampleResult,
  explain,
  type PersonResult,
  planUnder,
  runExamples,
  saidFacts,
} from '../../src/index.ts';
import type { ExamplesSurvey } from './questions.ts';

type Case = ReturnType<typeof casesOf>[number];

/** An example that names no year is of this one. */
export const usualYear = ({ ruleSet }: Compiled): string | null => ruleSet?.effective?.slice(0, 4) ?? null;

export function examplesOf(compiled: Compiled): ExamplesSurvey {
  const { ruleSet } = compiled;
  if (!ruleSet) return { given: [], coverage: [] };
  const { examples, coverage = [] } = runExamples(compiled, { coverage: true });
  const given = casesOf(compiled).map((one, at) => ({
    line: one.line,
    year: one.year,
    chosen: [...one.chosen].map(([key, option]) => {
      const reading = ruleSet.readings.find((each) => each.key === key);
      return `${reading?.label ?? key} ${reading?.options.find((each) => each.key === option)?.label ?? option}`;
    }),
    person: saidFacts(one.person, 'person', ruleSet),
    records: one.records.map((record) =>
      saidFacts(new Map([...record].filter(([, value]) => value !== `${one.year}-01-01`)), 'record', ruleSet),
    ),
    because: examples[at]?.pass === false ? because(compiled, one, examples[at]) : [],
  }));
  return { given, coverage };
}

const reckoned = (compiled: Compiled, { person, records, year, chosen }: Case): PersonResult | null => {
  const plan = planUnder(compiled, Object.fromEntries(chosen));
  return plan && explain(plan, { facts: person, records }, year);
};

export function reckoningOf(compiled: Compiled, line: number): PersonResult | null {
  const one = casesOf(compiled).find((each) => each.line === line);
  return one ? reckoned(compiled, one) : null;
}

/** What was taken away, by whom; and what earned nothing, and why. */
function because(compiled: Compiled, one: Case, { details }: ExampleResult): readonly string[] {
  const steps = reckoned(compiled, one)?.steps ?? [];
  const cuts = new Map<string, number>();
  for (const { kind, clause, rule, lost } of steps) {
    if (kind !== 'cap' || lost <= 0) continue;
    const by = `${clause ?? ''}「${rule}」`;
    // Whole hundredths add up exactly.
    cuts.set(by, (cuts.get(by) ?? 0) + Math.round(lost * 100));
  }
  return [...[...cuts].map(([by, lost]) => `被${by}截去 ${lost / 100}`), ...new Set(details)];
}
