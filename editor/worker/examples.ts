/** The examples as the grid shows them: what is given, and of those that fail what took the credits away. */
import {
  type Compiled,
  casesOf,
  type Evaluate,
  evaluator,
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
    because:
      examples[at]?.pass === false ? { zh: because(compiled, one, 'zh'), en: because(compiled, one, 'en') } : null,
  }));
  return { given, coverage };
}

type Lang = 'zh' | 'en';

/** Of the options that an example adopts; most adopt none, and share one. */
const judges = new WeakMap<Compiled, Map<string, Evaluate | null>>();

function judgeFor(compiled: Compiled, chosen: Case['chosen']): Evaluate | null {
  const known = judges.get(compiled) ?? new Map<string, Evaluate | null>();
  judges.set(compiled, known);
  const key = JSON.stringify([...chosen]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const plan = planUnder(compiled, Object.fromEntries(chosen));
  const made = plan && evaluator(plan);
  known.set(key, made);
  return made;
}

const reckoned = (compiled: Compiled, { person, records, year, chosen }: Case, lang: Lang): PersonResult | null =>
  judgeFor(compiled, chosen)?.({ facts: person, records }, year, { explain: true, lang }).result ?? null;

export function reckoningOf(compiled: Compiled, line: number, lang: Lang): PersonResult | null {
  const one = casesOf(compiled).find((each) => each.line === line);
  return one ? reckoned(compiled, one, lang) : null;
}

/** What was taken away, by whom; and what earned nothing, and why. */
function because(compiled: Compiled, one: Case, lang: Lang): readonly string[] {
  const result = reckoned(compiled, one, lang);
  const cuts = new Map<string, number>();
  for (const { kind, clause, rule, lost } of result?.steps ?? []) {
    if (kind !== 'cap' || lost <= 0) continue;
    const by = lang === 'zh' ? `${clause ?? ''}「${rule}」` : [clause, `“${rule}”`].filter(Boolean).join(' ');
    // Whole hundredths add up exactly.
    cuts.set(by, (cuts.get(by) ?? 0) + Math.round(lost * 100));
  }
  const took = [...cuts].map(([by, lost]) =>
    lang === 'zh' ? `被${by}截去 ${lost / 100}` : `${by} took ${lost / 100}`,
  );
  const got = (result?.records ?? []).flatMap(({ id, detail }) =>
    detail === undefined ? [] : [`${id ?? ''}${lang === 'zh' ? '：' : ': '}${detail}`],
  );
  return [...took, ...new Set(got)];
}
