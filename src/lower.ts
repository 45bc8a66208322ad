/**
 * Lower: a rule set, with an option for every reading, becomes a plan. Lines that cannot mean anything are reported and
 * left out; a plan is only worth evaluating where nothing was reported.
 */
import { caps, tellingApart } from './language/lower/caps.ts';
import { cycle } from './language/lower/cycle.ts';
import { type ExampleCase, exampleCases } from './language/lower/example.ts';
import { item } from './language/lower/item.ts';
import { carry, exceptions, makeUp, notice } from './language/lower/population.ts';
import { refuseDoubles, requirement } from './language/lower/requirement.ts';
import type { Lowering } from './language/lower/scope.ts';
import { clauseOf, lineNumber, source, wordsOfHead } from './language/lower/source.ts';
import { tellStraddling } from './language/lower/straddle.ts';
import { groupSubject } from './language/lower/subject.ts';
import { field } from './language/lower/vocabulary.ts';
import { Findings } from './language/report.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Cap, Category, Item, Plan, PlanReading } from './model/plan.ts';
import type { CategoryEntry, ReadingEntry, RuleSet } from './model/ruleset.ts';
import type { LineMap } from './model/span.ts';

export interface Lowered {
  readonly plan: Plan;
  /** The 用例 of the file itself. */
  readonly examples: readonly ExampleCase[];
  /** Keys of the readings that some line asked for: under other options of the rest the plan is the same. */
  readonly asked: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Option keys by reading key, on top of what the files adopt. */
export type Choice = ReadonlyMap<string, string>;

const reading = (entry: ReadingEntry, chosen: Choice): PlanReading => ({
  code: entry.key,
  label: entry.label,
  question: entry.question,
  clause: clauseOf(entry.section.node),
  options: entry.options.map(({ key, label, text }) => ({ code: key, label, text })),
  adopted: chosen.get(entry.key) ?? entry.adopted,
});

const category = (low: Lowering, entry: CategoryEntry): Category => {
  const { node, file } = entry.section;
  const clause = clauseOf(node);
  const standing = { file, at: node.span.start, clause, words: wordsOfHead(node), readings: [] };
  return { key: entry.key, label: entry.label, clause, source: source(low, standing) };
};

/** A deeming that its own item's caps would deny. */
const refuseDeniedDeems = (low: Lowering, items: readonly Item[], all: readonly Cap[]): void => {
  const entries = low.rules.categories.flatMap((c) => c.items);
  const credits = (hundredths: number): string => String(hundredths / 100);
  for (const { key, deems } of items) {
    const limits = all.filter((cap) => cap.stage === 'item' && cap.items.includes(key)).map((cap) => cap.limit);
    const limit = Math.min(...limits);
    const entry = entries.find((e) => e.key === key);
    for (const deem of deems) {
      if (deem.credits === null || deem.credits <= limit || !entry) continue;
      const line = entry.section.node.lines.find(
        (l) => lineNumber(low, entry.section.file, l.span.start) === deem.source.line,
      );
      const args = { credits: credits(deem.credits), limit: credits(limit) };
      low.findings.in(entry.section.file)('CME502', line?.span ?? entry.section.node.span, args);
    }
  }
};

/** `maps` finds lines in the files merged. */
export const lower = (rules: RuleSet, chosen: Choice, maps: ReadonlyMap<string, LineMap>): Lowered => {
  const findings = new Findings();
  const low: Lowering = { rules, chosen, asked: new Set(), findings, maps };
  const items = rules.categories.flatMap((c) => c.items.map((entry) => item(low, entry, c)));
  const all = caps(low, rules);
  const groups = rules.groups.map((group) => groupSubject({ ...low, findings: new Findings() }, group));
  const apart = tellingApart([...all, ...groups]);
  refuseDeniedDeems(low, items, all);
  const fields = rules.fields.map((entry) => ({ on: entry.on, field: field(low, entry) }));
  const present = <T>(list: readonly (T | null)[]): readonly T[] => list.filter((one): one is T => one !== null);
  const requirements = rules.requirements.map((section) => requirement(low, section));
  refuseDoubles(low, requirements);
  tellStraddling(low, all, requirements);
  const plan: Plan = {
    language: rules.language,
    code: rules.code,
    label: rules.label,
    version: rules.version,
    title: rules.title,
    effective: rules.effective,
    until: rules.until,
    personFields: fields.filter((f) => f.on === 'person').map((f) => f.field),
    recordFields: fields.filter((f) => f.on === 'record').map((f) => f.field),
    readings: rules.readings.map((entry) => reading(entry, chosen)),
    cycle: cycle(low),
    exceptions: exceptions(low, rules.scope),
    categories: rules.categories.map((entry) => category(low, entry)),
    items: items.map((one) => ({ ...one, apart: apart(one) })),
    caps: all,
    requirements,
    makeUp: makeUp(low, rules.makeup),
    carry: carry(low, rules.carry),
    notices: present(rules.notices.map((section) => notice(low, section))),
  };
  return {
    plan,
    examples: rules.examples.flatMap((section) => exampleCases(low, section)),
    asked: low.asked,
    diagnostics: findings.list,
  };
};
