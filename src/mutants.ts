/**
 * Good examples notice every slip of the pen: each small change of a rule file is put to the file's own 用例, those first that
 * use what was changed. One that no example notices is a survivor; an example that tells it from the rules is looked for
 * near those there are, and confirmed by the evaluator under both.
 */
import { alikePlans } from './alike.ts';
import { type Compiled, type CompileOptions, compile } from './compile.ts';
import { type CaseJudge, caseJudge, holds } from './examples.ts';
import { caseText } from './language/caseText.ts';
import type { ExampleCase } from './language/lower/example.ts';
import { type Mutation, mutationsOf } from './language/mutate.ts';
import { variants } from './language/vary.ts';
import { type Choice, lower } from './lower.ts';
import { isError } from './model/codes.ts';
import type { Plan } from './model/plan.ts';
import type { PersonResult } from './model/result.ts';
import type { RuleSet } from './model/ruleset.ts';
import type { LineMap } from './model/span.ts';
import { resolve } from './resolve.ts';

export interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly before: string;
  /** Empty where something is left out. */
  readonly after: string;
  readonly killed: boolean;
  /** The same credits and verdicts under every option, plainly: nothing could notice it. */
  readonly equivalent: boolean;
  /** The example that notices, or `check` where the file is then refused. */
  readonly by?: string;
  /** Of a survivor: a 用例 to paste, where one was found. */
  readonly example?: string;
}

export interface Mutants {
  /** Examples that fail as it is: nothing can be told by them. */
  readonly failing: readonly string[];
  /** One trial for each change, to be made when called. */
  readonly trials: readonly (() => Mutant)[];
}

/** So many evaluations a search for a telling example may take. */
const MOST_TRIES = 4000;

/** Plans and judges of one rule set by the options chosen, each made once. */
class Judges {
  readonly ruleSet: RuleSet;
  private readonly maps: ReadonlyMap<string, LineMap>;
  private readonly made = new Map<string, { readonly plan: Plan; readonly judge: CaseJudge } | null>();

  constructor(ruleSet: RuleSet, maps: ReadonlyMap<string, LineMap>) {
    this.ruleSet = ruleSet;
    this.maps = maps;
  }

  /** Null where the rules are refused. */
  under(chosen: Choice): { readonly plan: Plan; readonly judge: CaseJudge } | null {
    const key = [...chosen].map((one) => one.join('=')).join(' ');
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const { plan, diagnostics } = lower({ ...this.ruleSet, examples: [] }, chosen, this.maps);
    const made = diagnostics.some(isError) ? null : { plan, judge: caseJudge(plan) };
    this.made.set(key, made);
    return made;
  }
}

export function mutantsOf(compiled: Compiled, options: CompileOptions = {}): Mutants {
  const { ruleSet, tree, maps, sources, plan } = compiled;
  const [own, below] = sources;
  if (!ruleSet || !plan || !own) return { failing: [], trials: [] };
  const base = below ? compile(below, options).ruleSet : null;
  const judges = new Judges(ruleSet, maps);
  const cases = lower(ruleSet, new Map(), maps).examples;
  const used = new Map<ExampleCase, Set<number>>();
  const failing: string[] = [];
  for (const one of cases) {
    const lines = new Set<number>();
    const result = judges.under(one.chosen)?.judge(one, ({ file, line }) => file === own.file && lines.add(line));
    used.set(one, lines);
    if (!result || !holds(one.expected, result)) failing.push(one.name);
  }
  const map = maps.get(own.file);
  const lineOf = (at: number): number => map?.position(at).line ?? 1;
  const trial = (mutation: Mutation) => (): Mutant => {
    const line = lineOf(mutation.span.start);
    const [first, last] = [lineOf(mutation.section.start), lineOf(mutation.section.end)];
    const rank = (one: ExampleCase): number => {
      const lines = used.get(one);
      if (lines?.has(line)) return 0;
      return lines && [...lines].some((each) => each >= first && each <= last) ? 1 : 2;
    };
    const ordered = Map.groupBy(cases, rank);
    const near = [...(ordered.get(0) ?? []), ...(ordered.get(1) ?? [])];
    const { before, after } = mutation;
    const about = { file: own.file, line, before, after, equivalent: false };
    const resolved = resolve(mutation.tree(), own.file, base);
    if (resolved.diagnostics.some(isError)) return { ...about, killed: true, by: 'check' };
    const changed = new Judges(resolved.ruleSet, maps);
    const by = noticed(changed, [...near, ...(ordered.get(2) ?? [])]);
    if (by !== null) return { ...about, killed: true, by };
    if (alike(judges, changed, cases)) return { ...about, killed: false, equivalent: true };
    const numbers =
      `${own.text.slice(mutation.section.start, mutation.section.end)} ${after}`.match(/\d+(?:\.\d+)?/g) ?? [];
    const name = after === '' ? `第 ${line} 行要有「${before}」` : `第 ${line} 行是「${before}」，不是「${after}」`;
    const example = telling(judges, changed, near.length > 0 ? near : cases, numbers, name);
    return { ...about, killed: false, ...(example !== null && { example }) };
  };
  return { failing, trials: mutationsOf(tree, own.text, ruleSet.readings).map(trial) };
}

/** The first example whose expectation does not hold any more. */
function noticed(changed: Judges, cases: readonly ExampleCase[]): string | null {
  for (const one of cases) {
    const under = changed.under(one.chosen);
    if (under === null) return 'check';
    const result = judged(under.judge, one);
    if (result === null) return 'check';
    if (!holds(one.expected, result)) return one.name;
  }
  return null;
}

/** Null where the plan is broken, so that the evaluator refuses it. */
function judged(judge: CaseJudge, one: ExampleCase): PersonResult | null {
  try {
    return judge(one);
  } catch {
    return null;
  }
}

/** Alike under every choice of the examples and every option alone. */
function alike(judges: Judges, changed: Judges, cases: readonly ExampleCase[]): boolean {
  const choices: Choice[] = [new Map(), ...cases.map(({ chosen }) => chosen), ...optionsOf(judges.ruleSet)];
  return choices.every((choice) => {
    const [before, after] = [judges.under(choice)?.plan, changed.under(choice)?.plan];
    return before && after ? alikePlans(before, after) : before === after;
  });
}

const optionsOf = ({ readings }: RuleSet): readonly Choice[] =>
  readings.flatMap(({ key, options, adopted }) =>
    options.flatMap((option) => (option.key === adopted ? [] : [new Map([[key, option.key]])])),
  );

/** A 用例 near those there are whose result differs. */
function telling(
  judges: Judges,
  changed: Judges,
  cases: readonly ExampleCase[],
  numbers: readonly string[],
  name: string,
): string | null {
  let tries = 0;
  for (const one of variants(cases, judges.ruleSet, numbers)) {
    if (tries++ > MOST_TRIES) return null;
    const [was, is] = [judges.under(one.chosen), changed.under(one.chosen)];
    if (!was || !is) continue;
    const [before, after] = [judged(was.judge, one), judged(is.judge, one)];
    if (!before || !after || same(before, after)) continue;
    if (before.records.some(({ reason }) => reason === 'invalid')) continue;
    return caseText({ ...one, name }, before, judges.ruleSet);
  }
  return null;
}

const same = (a: PersonResult, b: PersonResult): boolean =>
  a.status === b.status && a.credits === b.credits && a.shortfall === b.shortfall;
