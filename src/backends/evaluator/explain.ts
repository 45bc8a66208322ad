/** The steps of an explanation. None is worked out unless it was asked for. */
import type { Exact } from '../../model/credit.ts';
import type { Credit, Source } from '../../model/plan.ts';
import { type Entry, nameOf } from './entry.ts';
import type { Measuring } from './measure.ts';
import type { ItemProgram, LineProgram } from './program.ts';
import type { Run } from './run.ts';
import { TRUE } from './truth.ts';
import { quantityText, say } from './words.ts';

/** `sum`: of its pool, with this record; null where it earns by itself. */
export function explainAward(
  run: Run,
  { item, factors }: ItemProgram,
  { line, rate }: LineProgram,
  entry: Entry,
  sum: Exact | null,
): void {
  const { report } = run;
  if (report.steps === null) return;
  const common = { record: nameOf(entry), credits: entry.raw, to: item.label };
  const tell = (kind: 'award' | 'factor', { clause, words: rule }: Source, quantity: string | null): void =>
    report.step({ ...common, kind, clause: clause ?? item.clause, rule, quantity });
  tell('award', line.source, rate.of === null ? null : measured(run, rate.of, entry, sum));
  for (const { factor, when } of factors) {
    if (when === null || when.test(run.at(entry.facts)) === TRUE) tell('factor', factor.source, null);
  }
}

function measured(run: Run, of: Measuring, entry: Entry, sum: Exact | null): string {
  const { lang } = run.report;
  const own = of.of(entry);
  const quantity = quantityText(lang, own, of.unit, of.scale);
  if (sum === null || sum === own) return quantity;
  return say(lang, 'together', { quantity, sum: quantityText(lang, sum, of.unit, of.scale) });
}

/** A cap, or 只计最高, took `lost` and left `left`. */
export function explainCut(
  { report }: Run,
  source: Source,
  to: string,
  entry: Entry,
  lost: Credit,
  left: Credit,
): void {
  if (report.steps === null) return;
  const { clause, words: rule } = source;
  report.step({ kind: 'cap', record: nameOf(entry), clause, rule, credits: left, lost, to });
}

/** A record that earns nothing, and why. */
export function explainRefused({ report }: Run, entry: Entry, to: string): void {
  const { clause, detail } = entry;
  report.step({ kind: 'refused', record: nameOf(entry), clause, rule: detail ?? '', credits: 0, to });
}
