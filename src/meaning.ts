/** What a rule set means: its plans, under the options adopted and under every other. */
import { findOption } from './language/declare/reading.ts';
import { linesIn } from './language/declare/size.ts';
import { MOST } from './language/limits.ts';
import type { ExampleCase } from './language/lower/example.ts';
import { chooseFrom, phrases } from './language/phrase.ts';
import { Findings, keyOf, unlisted } from './language/report.ts';
import { type Choice, lower } from './lower.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Plan } from './model/plan.ts';
import type { ReadingEntry, RuleSet } from './model/ruleset.ts';
import { type LineMap, NOWHERE } from './model/span.ts';

export interface Meaning {
  /** With the readings as adopted first. */
  readonly plans: readonly Plan[];
  readonly examples: readonly ExampleCase[];
  readonly diagnostics: readonly Diagnostic[];
  /** No option is left out. */
  readonly whole: boolean;
}

export const UNKNOWN: Meaning = { plans: [], examples: [], diagnostics: [], whole: false };

/** Lowered under every option of every reading, one reading changed at a time; each finding once. */
export const meaningOf = (ruleSet: RuleSet, maps: ReadonlyMap<string, LineMap>): Meaning => {
  const adopted = lower(ruleSet, new Map(), maps);
  const { examples } = adopted;
  const found = [...adopted.diagnostics];
  const keys = new Set(found.map(keyOf));
  const plans = [adopted.plan];
  const { file } = ruleSet;
  const readings = ruleSet.readings.filter(({ key }) => adopted.asked.has(key));
  const choices = readings.flatMap(({ key, adopted: own, options }) =>
    options.flatMap((option) => (option.key === own ? [] : [new Map([[key, option.key]])])),
  );
  const underExamples = new Set(examples.map(({ chosen }) => JSON.stringify([...chosen]))).size;
  const lines = linesIn(ruleSet) * (choices.length + underExamples);
  if (lines > MOST.reread) {
    const args = { count: String(lines), most: String(MOST.reread) };
    const at = readings.findLast(({ section }) => section.file === file)?.section.node.label.span ?? NOWHERE;
    return { plans, examples, diagnostics: [...found, { code: 'CME510', args, file, span: at }], whole: false };
  }
  const rules = { ...ruleSet, examples: [] }; // they say the same under every option
  for (const choice of choices) {
    const { plan, diagnostics } = lower(rules, choice, maps);
    found.push(...diagnostics.filter((one) => !keys.has(keyOf(one))));
    for (const one of diagnostics) keys.add(keyOf(one));
    plans.push(plan);
    if (found.length <= MOST.findings) continue;
    return { plans, examples, diagnostics: [...found, unlisted(file, NOWHERE)], whole: false };
  }
  return { plans, examples, diagnostics: found, whole: true };
};

/** The options that somebody names by code or label, and what is wrong with the names. */
export const chosenReadings = (
  ruleSet: RuleSet,
  wanted: Readonly<Record<string, string>>,
): { choice: Choice; problems: Diagnostic[] } => {
  const findings = new Findings();
  const report = findings.in(ruleSet.file);
  const choice = new Map<string, string>();
  for (const [name, option] of Object.entries(wanted)) {
    const reading: ReadingEntry | undefined = ruleSet.readings.find((r) => r.key === name || r.label === name);
    const found = reading && findOption(reading.options, option);
    const known = (entries: readonly { key: string; label: string }[]): string[] =>
      entries.map((e) => `${e.label} ${e.key}`);
    if (!reading)
      report('CME201', NOWHERE, {
        name,
        what: phrases.reading,
        hint: chooseFrom(known(ruleSet.readings.filter((r) => r.options.length > 1))),
      });
    else if (!found)
      report('CME411', NOWHERE, { name: reading.label, option, hint: chooseFrom(known(reading.options)) });
    else choice.set(reading.key, found.key);
  }
  return { choice, problems: findings.list };
};
