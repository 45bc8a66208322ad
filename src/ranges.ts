/** Ranges: the greatest that a plan can give in a year, for reports and for the picture of how credits flow. */
import { type Ranges, rangesIn } from './analysis/ranges/ranges.ts';
import { Regions } from './analysis/regions.ts';
import { evaluator } from './backends/evaluator/index.ts';
import type { Plan } from './model/plan.ts';

export const rangesOf = (plan: Plan): Ranges => rangesIn(new Regions(plan), plan, evaluator(plan));
