/** Which practitioner of a roster shows most of how credits are reckoned. */
import type { Read } from '../../src/data/index.ts';
import type { Evaluate } from '../../src/index.ts';

const LOOKED_AT = 120;

/** Short of the requirement, with something cut by a cap and something that got nothing; of these who lacks least. */
export function liveliest(judge: Evaluate, { entries }: NonNullable<Read['roster']>, year: number): number {
  let best = { at: 0, worth: -1 };
  for (const [at, entry] of entries.slice(0, LOOKED_AT).entries()) {
    const { records, categories, status, shortfall } = judge(entry.person(), year).result;
    const cut = Math.min(3, records.filter(({ raw, credits }) => credits < raw).length);
    const nothing = records.some(({ reason }) => reason !== null && reason !== 'invalid');
    const kinds = 2 * Math.min(4, categories.filter(({ credits }) => credits > 0).length);
    const near = status === 'unmet' && shortfall > 0 && shortfall < 8;
    const worth =
      (near ? 8 : 0) + cut * 2 + (nothing ? 3 : 0) + kinds + (records.length <= 14 && records.length > 5 ? 2 : 0);
    if (worth > best.worth) best = { at, worth };
  }
  return best.at;
}
