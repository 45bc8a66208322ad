/** Compares two rule sets and tells what differs; where one of them has errors it tells where, and no number. */
import { type CompareOptions, compare } from '../../compare.ts';
import type { Compiled } from '../../compile.ts';
import { messageOf, severityOf } from '../../model/codes.ts';
import type { Change, Contrast } from '../../model/comparison.ts';
import type { RuleSet } from '../../model/ruleset.ts';
import { saidFacts } from '../../said.ts';
import { oddOf } from './odd.ts';
import type { Fault, NotComparable, ToldChange, ToldComparison, ToldContrast } from './told.ts';

/** The vocabulary of both: a field may be gone on one side. */
const joint = (before: RuleSet, after: RuleSet): RuleSet => ({
  ...after,
  fields: [
    ...after.fields,
    ...before.fields.filter((one) => !after.fields.some(({ on, key }) => on === one.on && key === one.key)),
  ],
});

const contrast = (one: Contrast | undefined, rules: RuleSet): ToldContrast | null =>
  one
    ? {
        year: one.year,
        person: saidFacts(one.person.facts, 'person', rules),
        records: one.person.records.map((record) =>
          // A record without another date lies on the first day of the year.
          saidFacts(new Map([...record].filter(([, value]) => value !== `${one.year}-01-01`)), 'record', rules),
        ),
        before: one.before,
        after: one.after,
        alone: one.alone === true,
      }
    : null;

const toldChange = (change: Change, rules: RuleSet): ToldChange => {
  const { kind, path, clause, before, after, effect, at, witness, counter } = change;
  return {
    kind,
    path,
    clause,
    before,
    after,
    effect,
    lines: { before: at.before?.line ?? null, after: at.after?.line ?? null },
    witness: contrast(witness, rules),
    counter: contrast(counter, rules),
    odd: oddOf(change),
  };
};

/** Of each side; the first is where one begins. */
const MOST_FAULTS = 10;

const faultsOf = ({ diagnostics, maps }: Compiled, side: Fault['side']): readonly Fault[] =>
  diagnostics
    .filter((found) => severityOf(found) === 'error')
    .slice(0, MOST_FAULTS)
    .map((found) => ({
      side,
      file: found.file,
      line: maps.get(found.file)?.position(found.span.start).line ?? 1,
      message: { zh: messageOf(found, 'zh'), en: messageOf(found, 'en') },
    }));

export const tellComparison = (
  before: Compiled,
  after: Compiled,
  options: CompareOptions = {},
): ToldComparison | NotComparable => {
  if (!before.plan || !before.ruleSet || !after.plan || !after.ruleSet) {
    return { faults: [...faultsOf(before, 'before'), ...faultsOf(after, 'after')] };
  }
  const { changes, equivalent, exhausted } = compare(before.plan, after.plan, options);
  const rules = joint(before.ruleSet, after.ruleSet);
  return {
    changes: changes.map((change) => toldChange(change, rules)),
    equivalent,
    exhausted,
    rewritten: before.sources[0]?.text !== after.sources[0]?.text,
  };
};
