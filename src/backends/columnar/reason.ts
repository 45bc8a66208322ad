/** Reasons as numbers, for a column of them. */
import type { Reason } from '../../model/result.ts';

export const reasons = [
  null,
  'invalid',
  'out_of_period',
  'no_award',
  'review',
  'gate',
  'incomplete',
] as const satisfies readonly (Reason | null)[];

const codes = new Map<Reason | null, number>(reasons.map((reason, code) => [reason, code]));

export const NONE = 0;
export const reasonCode = (reason: Reason | null): number => codes.get(reason) as number;

export const INVALID = reasonCode('invalid');
export const ELSEWHERE = reasonCode('out_of_period');
export const NO_AWARD = reasonCode('no_award');
