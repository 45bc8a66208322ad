/** Options of readings under which everything stays as it is. */
import type { Plan } from '../model/plan.ts';
import type { Finding } from './finding.ts';

/** Where a line stands is no matter, and that it names a reading changes nothing by itself. */
const BESIDE: ReadonlySet<string> = new Set(['readings', 'source']);

const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    keys.length === others.length &&
    keys.every((key) => BESIDE.has(key) || same(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
};

/** `others` are the plans that differ from the adopted one in one option. */
export const idleOptions = (adopted: Plan, others: readonly Plan[]): readonly Finding[] =>
  others.flatMap((other): readonly Finding[] => {
    const changed = other.readings.find(({ adopted: option }, at) => option !== adopted.readings[at]?.adopted);
    if (!changed || !same(adopted, other)) return [];
    const label = (code: string | undefined): string =>
      changed.options.find((option) => option.code === code)?.label ?? '';
    const before = adopted.readings.find(({ code }) => code === changed.code)?.adopted;
    const args = { name: changed.label, option: label(changed.adopted), adopted: label(before) };
    return [{ code: 'CME714', at: { kind: 'option', reading: changed.code, option: changed.adopted }, args }];
  });
