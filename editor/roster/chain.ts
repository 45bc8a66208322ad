/** The chain that a change sets off in one person's reckoning: what lets more through, what holds more back, what stays. */
import type { PersonResult, Plan, Step } from '../../src/index.ts';

export interface Link {
  readonly what: 'award' | 'cap' | 'required' | 'total';
  /** 条目, 类别 or the requirement. */
  readonly to: string;
  readonly before: string;
  readonly after: string;
  /** Hundredths that it gives more; less where it is below nothing. */
  readonly by: number;
}

const cents = (credits: number): number => Math.round(credits * 100);

interface Sum {
  readonly what: 'award' | 'cap';
  readonly to: string;
  readonly rule: string;
  amount: number;
}

export function chainOf(
  [before, after]: readonly [Pick<Plan, 'caps'>, Pick<Plan, 'caps'>],
  [old, now]: readonly [PersonResult, PersonResult],
): readonly Link[] {
  const aligned = before.caps.length === after.caps.length;
  const [was, is] = [sumsOf(before, old, aligned), sumsOf(after, now, aligned)];
  const links: Link[] = [];
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [one, other] = [was.get(key), is.get(key)];
    const by = (other?.amount ?? 0) - (one?.amount ?? 0);
    const either = other ?? one;
    if (by === 0 || !either) continue;
    links.push({
      what: either.what,
      to: either.to,
      before: one?.rule ?? ruleAt(before, key) ?? either.rule,
      after: other?.rule ?? ruleAt(after, key) ?? either.rule,
      by,
    });
  }
  const order = ({ what, by }: Link): number => (what === 'award' ? 0 : by > 0 ? 1 : 2);
  links.sort((a, b) => order(a) - order(b));
  const total = cents(now.credits) - cents(old.credits);
  links.push({ what: 'total', to: '', before: String(old.credits), after: String(now.credits), by: total });
  const required = cents(now.required) - cents(old.required);
  if (required !== 0) {
    links.push({ what: 'required', to: '', before: String(old.required), after: String(now.required), by: -required });
  }
  return links;
}

/** By 条目 what was awarded, by cap what it took (below nothing). A cap is the same where it stands at the same place. */
function sumsOf(plan: Pick<Plan, 'caps'>, { steps = [] }: PersonResult, aligned: boolean): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  const add = (key: string, what: Sum['what'], { to, rule }: Step, amount: number): void => {
    const sum = sums.get(key);
    if (sum) sum.amount += amount;
    else sums.set(key, { what, to, rule, amount });
  };
  for (const step of steps) {
    if (step.kind === 'award' || step.kind === 'deem') add(`award ${step.to}`, 'award', step, cents(step.credits));
    else if (step.kind === 'cap' && step.lost > 0) {
      const at = plan.caps.findIndex(({ owner, source }) => owner === step.to && source.words === step.rule);
      add(aligned && at >= 0 ? `cap ${at}` : `cap ${step.to} ${step.rule}`, 'cap', step, -cents(step.lost));
    }
  }
  return sums;
}

const ruleAt = ({ caps }: Pick<Plan, 'caps'>, key: string): string | undefined =>
  /^cap \d+$/.test(key) ? caps[Number(key.slice(4))]?.source.words : undefined;
