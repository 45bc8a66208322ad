/** The columnar engine: a whole roster as columns, exact, and as fast as a loop written by hand nearly is. */
export { type Columns, partOf, withoutTexts } from './columns.ts';
export { type Columnar, columnar, type Handed } from './engine.ts';
export { type Gathered, Gatherer, gathered, gatheredTable } from './gather.ts';
export { wording } from './handover.ts';
export { type Numbers, numbersAt, numbersOf } from './numbers.ts';
export { type Outcomes, outcomesFor, outcomesOf, statuses } from './outcomes.ts';
export { reasons } from './reason.ts';
