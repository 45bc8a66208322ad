/** Runs the 用例 of a rule file through the evaluator, and counts what they exercise. */
import { evaluator, type Use } from './backends/evaluator/index.ts';
import type { Compiled } from './compile.ts';
import type { ExampleCase, Expected } from './language/lower/example.ts';
import { lower } from './lower.ts';
import { decimal, rational, times } from './model/fraction.ts';
import type { Plan, Source } from './model/plan.ts';
import type { PersonResult } from './model/result.ts';

export interface Reckoned {
  readonly credits?: number;
  readonly status?: string;
  readonly shortfall?: number;
}

export interface ExampleResult {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly pass: boolean;
  readonly expected: Reckoned;
  readonly actual: Reckoned;
  /** Reasons of records that earned nothing, in words: what to look at where an example fails. */
  readonly details: readonly string[];
  /** Where asked for: the lines of the file that did something in it, in order. */
  readonly uses?: readonly number[];
}

export interface Covered {
  readonly kind:
    | 'award'
    | 'gate'
    | 'cap'
    | 'deem'
    | 'exception'
    | 'requirement'
    | 'makeup'
    | 'notice'
    | 'carry'
    | 'reading'
    | 'clause';
  readonly words: string;
  readonly clause: string | null;
  readonly file: string;
  readonly line: number;
  readonly covered: boolean;
}

export interface Examples {
  readonly examples: readonly ExampleResult[];
  readonly summary: { readonly passed: number; readonly failed: number };
  readonly coverage?: readonly Covered[];
}

/** An element of the rule file, by where it stands and what it says. */
export const keyOf = ({ file, line, words }: Source): string => `${file}:${line} ${words}`;

/** What a use of the rule file's elements left behind: key → what happened there. */
type Uses = Map<string, Set<Use>>;

const sameAmount = (digits: string | undefined, amount: number): boolean => {
  if (digits === undefined) return true;
  const hundredths = times(decimal(digits), rational(100n));
  return hundredths.d === 1n && hundredths.n === BigInt(Math.round(amount * 100));
};

const reckoned = (expected: Expected): Reckoned => ({
  ...(expected.credits === undefined ? {} : { credits: Number(expected.credits) }),
  ...(expected.status === undefined ? {} : { status: expected.status }),
  ...(expected.shortfall === undefined ? {} : { shortfall: Number(expected.shortfall) }),
});

/** Whether a result is what an example expects. */
export const holds = (expected: Expected, result: PersonResult): boolean =>
  sameAmount(expected.credits, result.credits) &&
  sameAmount(expected.shortfall, result.shortfall) &&
  (expected.status === undefined || expected.status === result.status);

const judged = (one: ExampleCase, result: PersonResult): ExampleResult => ({
  name: one.name,
  file: one.file,
  line: one.line,
  pass: holds(one.expected, result),
  expected: reckoned(one.expected),
  actual: { credits: result.credits, status: result.status, shortfall: result.shortfall },
  details: result.records.flatMap(({ id, detail }) => (detail === undefined ? [] : [`${id ?? ''}：${detail}`])),
});

/** Elements of the plan that stand in the file, and the use that exercises each. */
const elements = (plan: Plan): { kind: Covered['kind']; source: Source; needs: readonly Use[] }[] => [
  ...plan.items.flatMap((item) => [
    ...item.lines.flatMap((line) =>
      line.rate.kind === 'steps'
        ? line.rate.rows.map((row) => ({ kind: 'award' as const, source: row.source, needs: ['granted' as const] }))
        : [{ kind: 'award' as const, source: line.source, needs: ['granted' as const] }],
    ),
    ...item.gates.map(({ source }) => ({ kind: 'gate' as const, source, needs: ['held', 'refused'] as const })),
    ...item.deems.map(({ source }) => ({ kind: 'deem' as const, source, needs: ['deemed'] as const })),
    ...item.best.map(({ source }) => ({ kind: 'cap' as const, source, needs: ['cut'] as const })),
  ]),
  ...plan.caps.map(({ source }) => ({ kind: 'cap' as const, source, needs: ['cut'] as const })),
  ...plan.exceptions.map(({ source }) => ({ kind: 'exception' as const, source, needs: ['exempt'] as const })),
  ...plan.requirements.flatMap((one) => [
    ...one.lines.map(({ source }) => ({ kind: 'requirement' as const, source, needs: ['bound'] as const })),
    ...one.reductions.map(({ source, by, subject }) => {
      const whole = by.kind === 'all' && subject === null;
      return { kind: 'requirement' as const, source, needs: [whole ? ('exempt' as const) : ('counted' as const)] };
    }),
  ]),
  ...(plan.makeUp ? [{ kind: 'makeup' as const, source: plan.makeUp.source, needs: ['held', 'failed'] as const }] : []),
  ...(plan.carry ? [{ kind: 'carry' as const, source: plan.carry.source, needs: ['counted'] as const }] : []),
  ...plan.notices.map(({ source }) => ({ kind: 'notice' as const, source, needs: ['spoke'] as const })),
];

const coverageOf = (compiled: Compiled, plan: Plan, uses: Uses, options: ReadonlySet<string>): readonly Covered[] => {
  const own = elements(plan).filter(({ source }) => source.file === compiled.ruleSet?.file);
  const found = own.map(({ kind, source, needs }): Covered => {
    const seen = uses.get(keyOf(source));
    const { words, clause, file, line } = source;
    return { kind, words, clause, file, line, covered: needs.every((use) => seen?.has(use)) };
  });
  const readings = (compiled.ruleSet?.readings ?? []).flatMap(
    ({ key, label, options: all, adopted, section }): Covered[] => {
      if (all.length < 2 || section.file !== compiled.ruleSet?.file) return [];
      const line = compiled.maps.get(section.file)?.position(section.node.span.start).line ?? 1;
      return all.map((option) => ({
        kind: 'reading',
        words: `口径 ${label}：${option.label}`,
        clause: plan.readings.find((r) => r.code === key)?.clause ?? null,
        file: section.file,
        line,
        // An option is exercised where an example sets it, or a result under it lists the reading; the adopted one also
        // where an example sets another, and so shows the difference.
        covered:
          options.has(`${key}=${option.key}`) ||
          (option.key === adopted && all.some((other) => other.key !== adopted && options.has(`${key}=${other.key}`))),
      }));
    },
  );
  const clauses = Map.groupBy(found, ({ clause }) => clause);
  const byClause = [...clauses].flatMap(([clause, parts]): Covered[] => {
    const [first] = parts;
    if (clause === null || !first) return [];
    return [
      {
        kind: 'clause',
        words: clause,
        clause,
        file: first.file,
        line: first.line,
        covered: parts.some((p) => p.covered),
      },
    ];
  });
  return [...found, ...readings, ...byClause];
};

export type CaseJudge = (
  one: Pick<ExampleCase, 'person' | 'records' | 'year'>,
  onUse?: (source: Source, what: Use) => void,
) => PersonResult;

/** Judges examples by a plan. */
export const caseJudge = (plan: Plan): CaseJudge => {
  const judge = evaluator(plan);
  return ({ person, records, year }, onUse) => judge({ facts: person, records }, year, onUse ? { onUse } : {}).result;
};

/** The practitioners of a file's examples, as they stand there; none where it has errors. */
export const casesOf = ({ plan, ruleSet, maps }: Compiled): readonly ExampleCase[] =>
  plan && ruleSet ? lower(ruleSet, new Map(), maps).examples : [];

/** No examples where the file has errors: its diagnostics say why. */
export const runExamples = (
  compiled: Compiled,
  options: { readonly coverage?: boolean; readonly uses?: boolean } = {},
): Examples => {
  const { plan, ruleSet, maps } = compiled;
  if (!plan || !ruleSet) return { examples: [], summary: { passed: 0, failed: 0 } };
  const rules = { ...ruleSet, examples: [] };
  const judgeFor = ({ chosen }: ExampleCase) => evaluator(chosen.size === 0 ? plan : lower(rules, chosen, maps).plan);
  const adopted = new Map(ruleSet.readings.map((reading) => [reading.key, reading.adopted]));
  const uses: Uses = new Map();
  const optionsUsed = new Set<string>();
  const onUse = (source: Source, what: Use): void => {
    const known = uses.get(keyOf(source));
    if (known) known.add(what);
    else uses.set(keyOf(source), new Set([what]));
  };
  const run = (one: ExampleCase, judge: ReturnType<typeof evaluator>): ExampleResult => {
    const lines = new Set<number>();
    const note = (source: Source, what: Use): void => {
      if (source.file === one.file && what !== 'failed') lines.add(source.line);
      if (options.coverage) onUse(source, what);
    };
    const watched = options.coverage || options.uses ? { onUse: note } : {};
    const { result } = judge({ facts: one.person, records: one.records }, one.year, watched);
    for (const [code, option] of one.chosen) optionsUsed.add(`${code}=${option}`);
    for (const code of result.readings) optionsUsed.add(`${code}=${one.chosen.get(code) ?? adopted.get(code) ?? ''}`);
    return { ...judged(one, result), ...(options.uses && { uses: [...lines].sort((a, b) => a - b) }) };
  };
  // Those under the same options one after the other, so that no more than one plan is held at a time.
  const cases = lower(ruleSet, new Map(), maps).examples.map((one, place) => ({ one, place }));
  const examples: ExampleResult[] = new Array(cases.length);
  for (const alike of Map.groupBy(cases, ({ one }) => JSON.stringify([...one.chosen])).values()) {
    const judge = judgeFor((alike[0] as (typeof cases)[number]).one);
    for (const { one, place } of alike) examples[place] = run(one, judge);
  }
  const passed = examples.filter(({ pass }) => pass).length;
  return {
    examples,
    summary: { passed, failed: examples.length - passed },
    ...(options.coverage ? { coverage: coverageOf(compiled, plan, uses, optionsUsed) } : {}),
  };
};
