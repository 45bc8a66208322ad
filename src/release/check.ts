/** The checks of a release: each is green, or signed off with a reason; one that is barred cannot be signed off. */
import type { Lang } from '../index.ts';
import { say, type Told, told, type WordArgs, type WordId } from './words.ts';

export const checkIds = ['errors', 'examples', 'clauses', 'compared', 'effective'] as const;
export type CheckId = (typeof checkIds)[number];

export interface Check {
  readonly id: CheckId;
  readonly label: Told;
  readonly state: 'green' | 'open' | 'barred';
  readonly told: Told;
  /** What is to be looked at, so many as are listed. */
  readonly details: readonly Told[];
  /** How many more there are. */
  readonly more: number;
  /** Of what was compared: who has read it has read this. */
  readonly mark?: string;
}

export interface SignOff {
  readonly check: CheckId;
  readonly reason: string;
  /** Where given, it holds for what has this mark alone. */
  readonly mark?: string;
}

export interface Settled {
  /** Checks that are neither green nor signed off. */
  readonly left: readonly CheckId[];
  /** Of those that were not green. */
  readonly signed: readonly { readonly check: CheckId; readonly reason: string }[];
}

const LISTED = 20;

export const check = (
  id: CheckId,
  state: Check['state'],
  says: readonly [WordId, WordArgs?],
  details: readonly Told[] = [],
): Check => ({
  id,
  label: told(id),
  state,
  told: told(...says),
  details: details.slice(0, LISTED),
  more: Math.max(0, details.length - LISTED),
});

export function settle(checks: readonly Check[], signOffs: readonly SignOff[]): Settled {
  const reasonOf = ({ id, mark }: Check): string | undefined =>
    signOffs.find(
      (one) => one.check === id && one.reason.trim() !== '' && (one.mark === undefined || one.mark === mark),
    )?.reason;
  const left: CheckId[] = [];
  const signed: { check: CheckId; reason: string }[] = [];
  for (const one of checks) {
    if (one.state === 'green') continue;
    const reason = one.state === 'open' ? reasonOf(one) : undefined;
    if (reason === undefined) left.push(one.id);
    else signed.push({ check: one.id, reason: reason.trim() });
  }
  return { left, signed };
}

/** `对比说明已读` or `compared`. */
export const checkNamed = (name: string): CheckId | undefined =>
  checkIds.find((id) => id === name || say(id, 'zh') === name);

/** How a check that a log names is called; a log of another program may name others. */
export const checkLabel = (name: string, lang: Lang): string => {
  const id = checkIds.find((one) => one === name);
  return id === undefined ? name : say(id, lang);
};
