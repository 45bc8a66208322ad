/** The steps that stand over all records: categories, carry-over, total and requirement. */
import { creditNumber } from '../../model/credit.ts';
import type { Credit } from '../../model/plan.ts';
import type { Reckoning } from './reckon.ts';
import { shown } from './require.ts';
import type { Run } from './run.ts';
import { say, unitText } from './words.ts';

export interface CategorySum {
  readonly key: string;
  readonly label: string;
  readonly clause: string | null;
  raw: Credit;
  credits: Credit;
}

export function explainWhole(run: Run, reckoning: Reckoning, categories: readonly CategorySum[]): void {
  const { report, program } = run;
  const { carried, total, requirements } = reckoning;
  const to = say(report.lang, 'total');
  for (const { label: rule, clause, raw, credits } of categories) {
    report.step({ kind: 'category', clause, rule, credits, lost: raw - credits, to });
  }
  const { carry } = program.plan;
  if (carry !== null && carried > 0) {
    report.step({ kind: 'carry', clause: carry.source.clause, rule: carry.source.words, credits: carried, to });
  }
  report.step({ kind: 'total', clause: null, rule: to, credits: total, to: say(report.lang, 'requirement') });
  for (const { line, required, earned } of requirements.lines) {
    const { clause, words: rule } = line.source;
    const quantity = `${creditNumber(shown(required, line.unit))} ${unitText(report.lang, line.unit)}`;
    const credits = shown(earned, line.unit);
    report.step({ kind: 'requirement', clause, rule, quantity, credits, to: line.name });
  }
}
