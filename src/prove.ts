/**
 * Prove: the deep check. What is found in the plans of a rule set, one for each option of each reading, is given its place
 * in the text; who would be claimed twice is shown to the evaluator first.
 */

import type { Finding, Subject } from './analysis/finding.ts';
import { type Confirm, overlaps } from './analysis/overlap.ts';
import { Regions } from './analysis/regions.ts';
import { type Evaluate, evaluator } from './backends/evaluator/index.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Plan } from './model/plan.ts';
import type { RuleSet } from './model/ruleset.ts';
import { type LineMap, NOWHERE, type Span } from './model/span.ts';

export interface Proving {
  readonly ruleSet: RuleSet;
  readonly maps: ReadonlyMap<string, LineMap>;
  /** With the readings as adopted first. */
  readonly plans: readonly Plan[];
}

/** What an evaluation says where two claim one. */
const CLASHES = { CME701: 'CME918', CME702: 'CME919', CME703: 'CME920' } as const;

/** Made only where there is something to confirm. */
const confirming = (plan: Plan): Confirm => {
  let made: Evaluate | null = null;
  return (clash, { person, year }) => {
    made ??= evaluator(plan);
    return made(person, year).findings.some(({ code }) => code === CLASHES[clash]);
  };
};

export const prove = (proving: Proving): readonly Diagnostic[] => {
  const found = new Map<string, Diagnostic>();
  for (const plan of proving.plans) {
    const regions = new Regions(plan);
    for (const finding of overlaps(regions, plan, confirming(plan))) {
      const placed = diagnosticOf(proving, finding);
      const key = JSON.stringify([placed.code, placed.file, placed.span]);
      if (!found.has(key)) found.set(key, placed);
    }
  }
  return [...found.values()];
};

const placeOf = ({ ruleSet, maps }: Proving, at: Subject): { readonly file: string; readonly span: Span } => {
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
    case 'rules':
      return { file: ruleSet.file, span: NOWHERE };
  }
};

const diagnosticOf = (proving: Proving, { code, args, at, also, witness }: Finding): Diagnostic => ({
  code,
  args,
  ...placeOf(proving, at),
  ...(witness && { witness }),
  ...(also && { related: [placeOf(proving, also)] }),
});
