/**
 * Prove: the deep check. What is found in the plans of a rule set, one for each option of each reading, is given its place
 * in the text; who would be claimed twice is shown to the evaluator first.
 */
import { unbinding, unearning } from './analysis/binding.ts';
import { dead } from './analysis/dead.ts';
import { MOST as MOST_FALLS } from './analysis/falls/fallen.ts';
import type { Finding, Subject } from './analysis/finding.ts';
import { idleOptions } from './analysis/options.ts';
import { type Confirm, MOST, overlaps } from './analysis/overlap.ts';
import { Purse, Regions } from './analysis/regions.ts';
import { stepGaps } from './analysis/steps.ts';
import { swallowed } from './analysis/swallowed.ts';
import { totals } from './analysis/totals.ts';
import { gaps, unclaimed } from './analysis/unclaimed.ts';
import { type Evaluate, evaluator } from './backends/evaluator/index.ts';
import { keyOf } from './language/report.ts';
import { isError } from './model/codes.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Plan } from './model/plan.ts';
import type { RuleSet } from './model/ruleset.ts';
import { type LineMap, NOWHERE, type Span } from './model/span.ts';

export interface Proving {
  readonly ruleSet: RuleSet;
  readonly maps: ReadonlyMap<string, LineMap>;
  /** The section 规则 of the file. */
  readonly header: Span;
  /** With the readings as adopted first. */
  readonly plans: readonly Plan[];
  /** False: only what is an error is looked for. */
  readonly all: boolean;
}

/** What an evaluation says where two claim one. */
const CLASHES = { CME701: 'CME918', CME702: 'CME919', CME703: 'CME920' } as const;

const confirming = (plan: Plan): Confirm => {
  const judge = judging(plan);
  return (clash, { person, year }) => judge(person, year).findings.some(({ code }) => code === CLASHES[clash]);
};

/** Made only where something is tried. */
const judging = (plan: Plan): Evaluate => {
  let made: Evaluate | null = null;
  return (person, year) => {
    made ??= evaluator(plan);
    return made(person, year);
  };
};

export interface Proved {
  readonly found: readonly Diagnostic[];
  /** All was looked for, and every question was answered. */
  readonly whole: boolean;
}

/** What is wrong under any reading is told; what does nothing only where it does nothing under each. */
export const prove = (proving: Proving): Proved => {
  const purse = new Purse();
  const [adopted, ...others] = proving.plans.map((plan) => new Regions(plan, purse));
  if (!adopted) return { found: [], whole: false };
  const clashes: Finding[] = [];
  for (const regions of [adopted, ...others]) {
    if (clashes.length < MOST) clashes.push(...overlaps(regions, regions.plan, confirming(regions.plan)));
  }
  const rest = proving.all ? warnings(proving, [adopted, ...others], clashes.length > 0) : [];
  const falls = rest.filter(({ code }) => code === 'CME741').length;
  const looked = !rest.some(({ code }) => code === 'CME726');
  const whole = proving.all && looked && purse.left > 0 && clashes.length === 0 && falls < MOST_FALLS;
  const placed = [...clashes, ...rest].map((finding) => diagnosticOf(proving, finding));
  // Errors count wherever they stand; the rest is for the author of this file, who cannot mend or accept it in another.
  const own = placed.filter((found) => isError(found) || found.file === proving.ruleSet.file);
  // Where there were too many questions, one that was not answered is not one answered with no.
  const sure = purse.left > 0 ? own : own.filter(({ code }) => code !== 'CME731' && code !== 'CME732');
  return { found: [...new Map(sure.toReversed().map((found) => [keyOf(found), found])).values()].toReversed(), whole };
};

/** Where two claim one record, what a year adds up to says nothing yet. */
const warnings = (proving: Proving, all: readonly [Regions, ...Regions[]], clashing: boolean): readonly Finding[] => {
  const [adopted, ...others] = all;
  const { plan } = adopted;
  return [
    ...underEach(proving, all),
    ...idleOptions(
      plan,
      others.map((other) => other.plan),
    ),
    ...swallowed(adopted, plan),
    ...unclaimed(adopted, plan),
    ...gaps(adopted, plan),
    ...stepGaps(adopted, plan),
    ...(clashing ? [] : totals(plan, judging(plan))),
  ];
};

/** What does nothing. */
const idle = (regions: Regions): readonly Finding[] => [
  ...dead(regions, regions.plan),
  ...unbinding(regions, regions.plan),
  ...unearning(regions.plan),
];

/** Idle whatever is read how. */
const underEach = (proving: Proving, [adopted, ...others]: readonly Regions[]): readonly Finding[] => {
  let known = adopted ? idle(adopted) : [];
  for (const regions of others) {
    if (known.length === 0) break;
    const again = new Set(idle(regions).map((finding) => keyOf(diagnosticOf(proving, finding))));
    known = known.filter((finding) => again.has(keyOf(diagnosticOf(proving, finding))));
  }
  return known;
};

const placeOf = ({ ruleSet, maps, header }: Proving, at: Subject): { readonly file: string; readonly span: Span } => {
  switch (at.kind) {
    case 'line': {
      const { file, line } = at.source;
      return { file, span: maps.get(file)?.lineSpan(line) ?? NOWHERE };
    }
    case 'item': {
      const entry = ruleSet.categories.flatMap(({ items }) => items).find(({ key }) => key === at.key);
      return entry
        ? { file: entry.section.file, span: entry.section.node.label.span }
        : { file: ruleSet.file, span: NOWHERE };
    }
    case 'option': {
      const entry = ruleSet.readings.find(({ key }) => key === at.reading);
      const lines = entry?.section.node.lines ?? [];
      const options = lines.flatMap((line) => (line.kind === 'option' ? line.options : []));
      const option = options.find(({ code, label }) => (code ?? label).text === at.option);
      return { file: entry?.section.file ?? ruleSet.file, span: option?.label.span ?? NOWHERE };
    }
    case 'rules':
      return { file: ruleSet.file, span: header };
  }
};

const clauseAt = ({ plans }: Proving, at: Subject): string | null => {
  if (at.kind === 'line') return at.source.clause;
  return at.kind === 'item' ? (plans[0]?.items.find(({ key }) => key === at.key)?.clause ?? null) : null;
};

const diagnosticOf = (proving: Proving, { code, args, at, also, witness }: Finding): Diagnostic => {
  const clause = clauseAt(proving, at);
  return {
    code,
    args,
    ...placeOf(proving, at),
    ...(clause !== null && { clause }),
    ...(witness && { witness }),
    ...(also && { related: [placeOf(proving, also)] }),
  };
};
