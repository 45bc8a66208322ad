/**
 * The pipeline as one page: text → parse → resolve (on its baseline) → check → lower → prove → plan. Pure: the caller hands
 * in the texts that a baseline may be found among. User text never throws; what is wrong with it is in `diagnostics`.
 */
import { partAccepted, tellUnanswered } from './language/accepted.ts';
import { checkSize } from './language/declare/size.ts';
import { MOST } from './language/limits.ts';
import { Findings, keyOf } from './language/report.ts';
import { tellTwins } from './language/twins.ts';
import { tellUnused } from './language/unused.ts';
import { findBaseline, type Source } from './library.ts';
import { lower } from './lower.ts';
import { chosenReadings, type Meaning, meaningOf, UNKNOWN } from './meaning.ts';
import type { RuleFile } from './model/ast.ts';
import { isError } from './model/codes.ts';
import type { Accepted, Diagnostic } from './model/diagnostic.ts';
import type { Plan } from './model/plan.ts';
import type { RuleSet } from './model/ruleset.ts';
import { LineMap, NOWHERE } from './model/span.ts';
import { declaredNames, parse, scanHeader } from './parse.ts';
import { type Proved, prove } from './prove.ts';
import { resolve } from './resolve.ts';

export interface CompileOptions {
  /** Where baselines are looked for. */
  readonly library?: readonly Source[];
  /** `errors`: what only warns or tells is not looked for, as by those who want the plan alone; all unless said. */
  readonly findings?: 'all' | 'errors';
  /** Options to use in place of those adopted: code or label of the reading → code or label of the option. */
  readonly readings?: Readonly<Record<string, string>>;
}

export interface Compiled {
  /** Null while an error stands. */
  readonly plan: Plan | null;
  /** Null where the baseline is missing. */
  readonly ruleSet: RuleSet | null;
  readonly tree: RuleFile;
  readonly diagnostics: readonly Diagnostic[];
  /** Findings of the entry that it accepts by 已知, each with its reason: these are not among the others. */
  readonly accepted: readonly Accepted[];
  /** The entry and its baselines, for code frames. */
  readonly sources: readonly Source[];
  /** Line maps of these, by file. */
  readonly maps: ReadonlyMap<string, LineMap>;
}

/** A file with its baselines below it. */
interface Layered {
  readonly tree: RuleFile;
  readonly ruleSet: RuleSet | null;
  /** With the readings as adopted, where it could be made. */
  readonly plan: Plan | null;
  readonly names: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly accepted: readonly Accepted[];
  /** These, those that a section accepts, and those of the baselines: what a file above need not say again. */
  readonly told: readonly Diagnostic[];
  readonly sources: readonly Source[];
  readonly maps: ReadonlyMap<string, LineMap>;
}

const without = (all: readonly Diagnostic[], known: readonly Diagnostic[]): readonly Diagnostic[] => {
  const keys = new Set(known.map(keyOf));
  return all.filter((found) => !keys.has(keyOf(found)));
};

/** What the layers say by themselves, and whether a baseline has errors of its own. */
const layer = (entry: Source, options: CompileOptions, chain: readonly Source[]): Layered => {
  const lines = new LineMap(entry.text);
  const alone = { sources: [entry], maps: new Map([[entry.file, lines]]) };
  const { under } = scanHeader(entry.text);
  const given = (diagnostics: readonly Diagnostic[]): Layered => {
    // Names are not known, so of the text only what needs none is read, and nothing is said about names.
    const { tree } = parseTree(entry, []);
    return {
      tree,
      ruleSet: null,
      plan: null,
      names: declaredNames(tree),
      diagnostics,
      accepted: [],
      told: diagnostics,
      ...alone,
    };
  };
  const all = options.findings !== 'errors';
  if (!under) return chain.length === 0 ? layered(entry, null, all) : lowest(entry, all);
  const baseline = findBaseline(entry, under, options.library ?? []);
  if ('problem' in baseline) return given([baseline.problem]);
  const findings = new Findings();
  if ([...chain, entry].some((source) => source.file === baseline.found.file)) {
    const circle = [...chain, entry, baseline.found].map((source) => source.file).join(' → ');
    findings.in(entry.file)('CME206', under.span, { chain: circle });
    return given(findings.list);
  }
  if (chain.length + 2 > MOST.layers) {
    findings.in(entry.file)('CME211', under.span, { most: String(MOST.layers) });
    return given(findings.list);
  }
  const base = layer(baseline.found, options, [...chain, entry]);
  if (!base.ruleSet) {
    const maps = new Map([...base.maps, ...alone.maps]);
    return { ...given(base.diagnostics), sources: [entry, ...base.sources], maps };
  }
  const own = layered(entry, base, all);
  if (!base.diagnostics.some(isError)) return own;
  findings.in(entry.file)('CME210', under.span, { name: under.name });
  return { ...own, diagnostics: [...findings.list, ...own.diagnostics] };
};

/** What stands on no other file says the same to each of those above it, and whenever one of them is compiled again. */
const lowest = (entry: Source, all: boolean): Layered => {
  const layers = all ? checked : errorsAlone;
  const known = layers.get(entry);
  if (known !== undefined) return known;
  const made = layered(entry, null, all);
  layers.set(entry, made);
  return made;
};
const [checked, errorsAlone] = [new WeakMap<Source, Layered>(), new WeakMap<Source, Layered>()];

const parseTree = (entry: Source, names: readonly string[]) => {
  const parsed = parse(entry.text, { file: entry.file, names });
  return { tree: parsed.file, diagnostics: parsed.diagnostics };
};

const layered = (entry: Source, base: Layered | null, all: boolean): Layered => {
  const parsed = parseTree(entry, base?.names ?? []);
  const told = base?.told ?? [];
  const sizes = new Findings();
  if (!checkSize(parsed.tree, base?.ruleSet ?? null, sizes.in(entry.file))) {
    const found = [...parsed.diagnostics, ...sizes.list];
    const { sources, maps } = aside(entry, base);
    return {
      tree: parsed.tree,
      ruleSet: null,
      plan: null,
      names: [],
      diagnostics: found,
      accepted: [],
      told: [...told, ...found],
      sources,
      maps,
    };
  }
  const resolved = resolve(parsed.tree, entry.file, base?.ruleSet ?? null);
  const { sources, maps } = aside(entry, base);
  const meaning = resolved.sound ? meaningOf(resolved.ruleSet, maps) : UNKNOWN;
  const found = [...parsed.diagnostics, ...resolved.diagnostics, ...without(meaning.diagnostics, told)];
  // A plan with errors proves nothing.
  const sound = ![...found, ...told].some(isError);
  const deep = sound ? deepCheck(parsed.tree, resolved.ruleSet, base?.ruleSet ?? null, meaning, maps, all) : UNPROVED;
  found.push(...without(deep.found, told));
  const { left, accepted } = partAccepted(parsed.tree, entry.file, found);
  const unanswered = new Findings();
  if (deep.whole) tellUnanswered(parsed.tree, accepted, unanswered.in(entry.file));
  return {
    tree: parsed.tree,
    ruleSet: resolved.ruleSet,
    plan: meaning.plans[0] ?? null,
    names: [...(base?.names ?? []), ...declaredNames(parsed.tree)],
    diagnostics: [...left, ...unanswered.list],
    accepted,
    told: [...told, ...found],
    sources,
    maps,
  };
};

const UNPROVED: Proved = { found: [], whole: false };

/** What is found once nothing is wrong: in the plans, and in the text beside them. */
const deepCheck = (
  tree: RuleFile,
  ruleSet: RuleSet,
  base: RuleSet | null,
  { plans, examples, whole }: Meaning,
  maps: ReadonlyMap<string, LineMap>,
  all: boolean,
): Proved => {
  const header = tree.sections.find((section) => section.kind === 'rules')?.label.span ?? NOWHERE;
  const proved = prove({ ruleSet, maps, header, plans, all });
  if (!all) return proved;
  const beside = new Findings();
  const report = beside.in(ruleSet.file);
  tellUnused(tree, ruleSet, base, report);
  tellTwins(examples, (line) => maps.get(ruleSet.file)?.lineSpan(line) ?? NOWHERE, report);
  return { found: [...proved.found, ...beside.list], whole: proved.whole && whole };
};

/** What a finding is shown in. */
const aside = (entry: Source, base: Layered | null): Pick<Layered, 'sources' | 'maps'> => ({
  sources: [entry, ...(base?.sources ?? [])],
  maps: new Map([...(base?.maps ?? []), [entry.file, new LineMap(entry.text)] as const]),
});

/** In the order of the text. */
const inOrder = (found: readonly Diagnostic[], entry: Source): readonly Diagnostic[] =>
  found.toSorted(
    (a, b) => Number(a.file !== entry.file) - Number(b.file !== entry.file) || a.span.start - b.span.start,
  );

/**
 * The plan of rules that compiled well under other options, by code, without reading their text again; null where options
 * that are well alone are not so together.
 */
export const planUnder = (
  { plan, ruleSet, maps }: Compiled,
  readings: Readonly<Record<string, string>>,
): Plan | null => {
  if (!plan || !ruleSet) return null;
  const lowered = lower({ ...ruleSet, examples: [] }, new Map(Object.entries(readings)), maps);
  return lowered.diagnostics.some(isError) ? null : lowered.plan;
};

export const compile = (entry: Source, options: CompileOptions = {}): Compiled => {
  const { tree, ruleSet, plan: adopted, diagnostics, accepted, sources, maps } = layer(entry, options, []);
  const common = { tree, ruleSet, accepted, sources, maps };
  if (!ruleSet) return { ...common, plan: null, diagnostics: inOrder(diagnostics, entry) };
  const { choice, problems } = chosenReadings(ruleSet, options.readings ?? {});
  const all = inOrder([...problems, ...diagnostics], entry);
  if (all.some(isError)) return { ...common, plan: null, diagnostics: all };
  const plan = choice.size === 0 ? adopted : lower({ ...ruleSet, examples: [] }, choice, maps).plan;
  return { ...common, plan, diagnostics: all };
};
