/** One text through the whole pipeline, with all that must hold whatever it says. */
import { expect } from 'vitest';
import {
  type Compiled,
  type CompileOptions,
  codes,
  compile,
  type Diagnostic,
  evaluate,
  explain,
  format,
  helpOf,
  messageOf,
  type Plan,
  parse,
  type RawPerson,
  type RuleSource,
  runExamples,
  severityOf,
} from '../../src/index.ts';
import { tree } from './sameTree.ts';

/** A finding has a code of the catalogue, and a sentence and help in both languages in which nothing is left open. */
export function sayable(found: { readonly code: Diagnostic['code']; readonly args: Diagnostic['args'] }): void {
  const words = codes[found.code];
  expect(words, found.code).toBeDefined();
  const help = 'help' in words ? Object.values(words.help as object) : [];
  for (const template of [words.zh, words.en, ...help] as string[]) {
    for (const [, key = ''] of template.matchAll(/\{(\w+)\}/g)) {
      const value = found.args[key];
      const both = typeof value === 'object' ? [value.zh, value.en] : [value];
      for (const said of both) expect(typeof said, `${found.code} {${key}}`).toBe('string');
    }
  }
  for (const lang of ['zh', 'en'] as const) {
    const sentence = messageOf(found, lang);
    expect(sentence.trim()).not.toBe('');
    helpOf(found, lang);
  }
  // Nothing that the program forgot; a rule file may of course say so itself.
  const said = JSON.stringify(found.args);
  if (/undefined|\[object/.test(said)) throw new Error(`${found.code} says ${said}`);
}

function placed(found: Diagnostic, sources: readonly RuleSource[]): void {
  const source = sources.find(({ file }) => file === found.file);
  if (!source) throw new Error(`${found.code} lies in ${found.file}, which nobody gave`);
  for (const { span } of [found, ...(found.fix?.edits ?? [])]) {
    if (!(span.start >= 0 && span.start <= span.end && span.end <= source.text.length))
      throw new Error(`${found.code} at ${span.start}–${span.end} of ${source.text.length}`);
  }
}

const refused = (found: readonly Diagnostic[]): boolean => found.some((one) => severityOf(one) === 'error');

/** Parses, compiles, formats, runs the examples. Gives what was compiled. */
export function through(entry: RuleSource, options: CompileOptions = {}): Compiled {
  parse(entry.text, { file: entry.file }).diagnostics.forEach(sayable);
  const compiled = compile(entry, options);
  for (const found of compiled.diagnostics) {
    sayable(found);
    placed(found, compiled.sources);
  }
  if (compiled.plan === null) expect(refused(compiled.diagnostics)).toBe(true);
  printed(entry, compiled, options);
  const { examples, coverage = [] } = runExamples(compiled, { coverage: true });
  for (const { name, actual } of examples) {
    if (!Number.isFinite(actual.credits) || !Number.isFinite(actual.shortfall))
      throw new Error(`「${name}」: ${actual}`);
  }
  for (const { words, line } of coverage) if (words === '' || line < 1) throw new Error('coverage of nothing');
  return compiled;
}

/** What may be printed again: formatted once and for all; and where nothing is wrong with it, it says the same. */
function printed(entry: RuleSource, { tree: own, diagnostics }: Compiled, options: CompileOptions): void {
  const sound = !diagnostics.some((found) => found.file === entry.file && severityOf(found) === 'error');
  for (const keywords of ['zh', 'en'] as const) {
    const text = format(own, entry.text, { keywords });
    if (!sound) continue;
    const again = compile({ file: entry.file, text }, options);
    expect(format(again.tree, text, { keywords })).toBe(text);
    expect(tree(again.tree)).toEqual(tree(own));
  }
}

/** Evaluates and explains: a result for each, in whole hundredths, none of them negative, and every finding sayable. */
export function judgedBy(plan: Plan, practitioners: readonly RawPerson[], year: number): void {
  for (const lang of ['zh', 'en'] as const) {
    const { evaluation, findings } = evaluate(plan, { year, practitioners }, { lang });
    expect(evaluation.results).toHaveLength(practitioners.length);
    findings.forEach(sayable);
    for (const [place, person] of practitioners.entries()) {
      const result = evaluation.results[place];
      if (!result) throw new Error('no result');
      expect(result.records).toHaveLength(person.records.length);
      for (const amount of [result.credits, result.shortfall, ...result.records.map(({ credits }) => credits)]) {
        if (!(amount >= 0 && Math.round(amount * 100) / 100 === amount)) throw new Error(`${amount} credits`);
      }
      const { steps: _, ...explained } = explain(plan, person, year, { lang });
      expect(explained).toEqual(result);
    }
  }
}
