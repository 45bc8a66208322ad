/** The rules that are to be released, compiled, beside the version before, compiled likewise. */
import { type Compiled, compile, describe, type RuleSource } from '../index.ts';
import { type NotComparable, type ToldComparison, tellComparison } from '../print/index.ts';
import type { Check } from './check.ts';
import { checklist } from './checklist.ts';

export interface Asked {
  readonly entry: RuleSource;
  /** Where baselines are found. */
  readonly library: readonly RuleSource[];
  /** The version before; null: there is none. */
  readonly base: RuleSource | null;
  /** Other versions of the same rules, the version before among them. */
  readonly others: readonly RuleSource[];
  /** YYYY-MM-DD. */
  readonly today: string;
}

export interface Survey {
  readonly compiled: Compiled;
  readonly base: { readonly name: string; readonly compiled: Compiled } | null;
  /** As it is told on paper; null where there is nothing to compare with. */
  readonly comparison: ToldComparison | NotComparable | null;
  readonly checks: readonly Check[];
}

export function surveyOf({ entry, library, base, others, today }: Asked): Survey {
  const compiled = compile(entry, { library });
  const before = base && { name: nameOf(base), compiled: compile(base, { library, findings: 'errors' }) };
  const comparison = before && tellComparison(before.compiled, compiled);
  const checks = checklist({
    compiled,
    compared: before && comparison && { name: before.name, comparison },
    today,
    others: others.map((one) => ({ name: nameOf(one), effective: describe(one)?.effective ?? null })),
  });
  return { compiled, base: before, comparison, checks };
}

/** `湖北 2025`; the file's name where its header cannot be read. */
export const nameOf = (source: RuleSource): string => {
  const header = describe(source);
  return header === null ? source.file : `${header.label} ${header.version}`.trim();
};

/** Other versions of the same rules among these. */
export function otherVersions(entry: RuleSource, among: readonly RuleSource[]): readonly RuleSource[] {
  const own = describe(entry);
  if (own === null) return [];
  return among.filter((one) => {
    const header = one.file === entry.file ? null : describe(one);
    return header !== null && header.code === own.code && header.version !== own.version;
  });
}

/** The version that this one follows: the last to have come into force before it; null where there is none. */
export function versionBefore(entry: RuleSource, versions: readonly RuleSource[]): RuleSource | null {
  const from = describe(entry)?.effective ?? null;
  const dated = versions.flatMap((source) => {
    const day = describe(source)?.effective ?? null;
    return day !== null && (from === null || day < from) ? [{ source, day }] : [];
  });
  return dated.toSorted((a, b) => (a.day < b.day ? 1 : -1))[0]?.source ?? null;
}
