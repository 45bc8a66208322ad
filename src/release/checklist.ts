/** What has to be so before a version is released, found out of what the rules compile to. */
import { sha256 } from '../audit/index.ts';
import { type Compiled, clausesIn, type Diagnostic, messageOf, runExamples, severityOf } from '../index.ts';
import type { NotComparable, ToldComparison } from '../print/index.ts';
import { type Check, check } from './check.ts';
import { type Told, told } from './words.ts';

/** The version before, as far as it can be compared. */
export interface Compared {
  /** `湖北 2024` */
  readonly name: string;
  readonly comparison: ToldComparison | NotComparable;
}

export interface Facts {
  readonly compiled: Compiled;
  /** Null: there is no version before. */
  readonly compared: Compared | null;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Other versions of the same rules. */
  readonly others: readonly { readonly name: string; readonly effective: string | null }[];
}

export const checklist = (facts: Facts): readonly Check[] => [
  errors(facts.compiled),
  examples(facts.compiled),
  clauses(facts.compiled),
  compared(facts),
  effective(facts),
];

function errors({ plan, diagnostics, accepted, maps }: Compiled): Check {
  const count = (severity: string): number => diagnostics.filter((one) => severityOf(one) === severity).length;
  if (plan !== null) {
    return check('errors', 'green', ['errorsNone', { warnings: count('warning'), accepted: accepted.length }]);
  }
  const lineOf = ({ file, span }: Diagnostic): number => maps.get(file)?.position(span.start).line ?? 1;
  const details = diagnostics
    .filter((one) => severityOf(one) === 'error')
    .map((one): Told => {
      const said = (lang: 'zh' | 'en') => told('problem', { line: lineOf(one), message: messageOf(one, lang) })[lang];
      return { zh: said('zh'), en: said('en') };
    });
  return check('errors', 'barred', ['errorsSome', { errors: details.length }], details);
}

function examples(compiled: Compiled): Check {
  if (compiled.plan === null) return check('examples', 'barred', ['examplesNot']);
  const run = runExamples(compiled);
  const { passed, failed } = run.summary;
  if (passed + failed === 0) return check('examples', 'open', ['examplesNone']);
  if (failed === 0) return check('examples', 'green', ['examplesPass', { passed }]);
  const wrong = run.examples.filter(({ pass }) => !pass);
  const details = wrong.map(({ line, name }) => told('example', { line, name }));
  return check('examples', 'open', ['examplesFail', { passed, failed }], details);
}

function clauses(compiled: Compiled): Check {
  const all = clausesIn(compiled);
  const registered = all.filter((one) => one.registered);
  if (registered.length === 0) return check('clauses', 'open', ['clausesNone']);
  const left = registered.filter(({ state }) => state === 'open');
  const strange = all.filter((one) => !one.registered);
  if (left.length + strange.length > 0) {
    const details = [
      ...left.map(({ clause }) => told('clauseOpen', { clause })),
      ...strange.map(({ clause }) => told('clauseUnregistered', { clause })),
    ];
    return check('clauses', 'open', ['clausesOpen', { open: left.length, unregistered: strange.length }], details);
  }
  const uncomputed = registered.filter(({ state }) => state === 'uncomputed').length;
  const counts = { registered: registered.length, encoded: registered.length - uncomputed, uncomputed };
  return check('clauses', 'green', ['clausesAll', counts]);
}

function compared({ compiled, compared: before }: Facts): Check {
  if (compiled.plan === null) return check('compared', 'barred', ['comparedNot']);
  if (before === null) return check('compared', 'green', ['comparedFirst']);
  const { name: base, comparison } = before;
  if ('faults' in comparison) return check('compared', 'open', ['comparedBroken', { base }]);
  if (comparison.equivalent) return check('compared', 'green', ['comparedSame', { base }]);
  const counts = { stricter: 0, looser: 0, mixed: 0, unknown: 0, neutral: 0 };
  for (const { effect } of comparison.changes) counts[effect]++;
  const details = [
    ...(comparison.exhausted ? [] : [told('comparedPart')]),
    ...comparison.changes.flatMap(({ effect, path }): Told[] => {
      if (effect === 'neutral') return [];
      const word = told(`change_${effect}`);
      return [{ zh: told('change', { effect: word.zh, path }).zh, en: told('change', { effect: word.en, path }).en }];
    }),
  ];
  const made = check('compared', 'open', ['comparedSome', { base, ...counts }], details);
  return { ...made, mark: markOf(base, comparison) };
}

/** Of what is told of each change: the same for the same comparison, and for no other. */
const markOf = (base: string, { changes }: ToldComparison): string =>
  sha256(JSON.stringify([base, ...changes.map(({ path, before, after, effect }) => [path, before, after, effect])]));

function effective({ compiled: { ruleSet, plan }, today, others }: Facts): Check {
  const from = ruleSet?.effective ?? plan?.effective ?? null;
  const until = ruleSet?.until ?? null;
  if (from === null) return check('effective', 'open', ['effectiveMissing']);
  if (until !== null && until < from) return check('effective', 'open', ['effectiveOver', { until, effective: from }]);
  const twin = others.find((one) => one.effective === from);
  if (twin) return check('effective', 'open', ['effectiveTaken', { other: twin.name, effective: from }]);
  if (from < today) return check('effective', 'open', ['effectivePast', { effective: from, today }]);
  return check('effective', 'green', ['effectiveSet', { effective: from }]);
}
