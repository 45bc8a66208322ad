/** What a year adds up to under a plan: where doing more earns less, where splitting pays, and what nobody can reach. */
import type { Plan } from '../model/plan.ts';
import { falls, unexhausted } from './falls/fallen.ts';
import { longerFalls } from './falls/longer.ts';
import { piecesIn } from './falls/pieces.ts';
import { type Judge, Scales } from './falls/scales.ts';
import type { Finding } from './finding.ts';
import { unreachable } from './ranges/reachable.ts';
import { Purse, Regions } from './regions.ts';
import { splitting } from './splitting.ts';

/** `judge`: an evaluation of the plan, made where there is something to try. */
export const totals = (plan: Plan, judge: Judge): readonly Finding[] => {
  const purse = new Purse();
  const regions = new Regions(plan, purse);
  const scales = new Scales(plan, judge);
  const pieces = piecesIn(regions, plan, scales);
  const found = [
    ...falls(regions, plan, scales),
    ...longerFalls(plan, pieces),
    ...splitting(plan, scales, pieces),
    ...unreachable(regions, plan, purse, judge),
  ];
  const whole = purse.left > 0 && scales.left > 0;
  // Said once, whichever bound was reached.
  const sure = found.filter((one) => one !== unexhausted);
  return whole && sure.length === found.length ? found : [...sure, unexhausted];
};
