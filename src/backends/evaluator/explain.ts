/** The steps of an explanation. None is worked out unless it was asked for. */
import { creditNumber, type Exact } from '../../model/credit.ts';
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
  const { steps } = run.report;
  if (steps === null) return;
  const common = { record: nameOf(entry), credits: creditNumber(entry.raw), lost: 0, to: item.label };
  const { clause, words: rule } = line.source;
  const quantity = rate.of === null ? null : measured(run, rate.of, entry, sum);
  steps.push({ ...common, kind: 'award', clause: clause ?? item.clause, rule, quantity });
  for (const { factor, when } of factors) {
    if (when !== null && when.test(run.at(entry.facts)) !== TRUE) continue;
    const { source } = factor;
    steps.push({ ...common, kind: 'factor', clause: source.clause ?? item.clause, rule: source.words, quantity: null });
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
  const [credits, record] = [creditNumber(left), nameOf(entry)];
  const { clause, words: rule } = source;
  report.steps?.push({ kind: 'cap', record, clause, rule, quantity: null, credits, lost: creditNumber(lost), to });
}

/** A record that earns nothing, and why. */
export function explainRefused({ report }: Run, entry: Entry, to: string): void {
  const { clause, detail } = entry;
  const common = { record: nameOf(entry), clause, quantity: null, credits: 0, lost: 0, to };
  report.steps?.push({ ...common, kind: 'refused', rule: detail ?? '' });
}
