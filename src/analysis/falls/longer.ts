/** Where a record is worth less for being longer. */
import { creditText, microText } from '../../model/credit.ts';
import type { AwardLine, Plan, Value } from '../../model/plan.ts';
import { clauseWords, type Finding, itemAt, line } from '../finding.ts';
import { witnessOf, wordsOf } from '../witness.ts';
import { type Pieces, plainness } from './pieces.ts';

interface Drop {
  readonly short: number;
  readonly long: number;
  readonly before: number;
  readonly after: number;
}

/** Once for each line that the shorter earns by. */
export const longerFalls = (plan: Plan, all: readonly Pieces[]): readonly Finding[] => {
  const found = new Map<AwardLine | null, Finding>();
  for (const pieces of all) {
    const drop = dropOf(pieces);
    if (!drop) continue;
    const by = pieces.lineAt(drop.short);
    if (!found.has(by)) found.set(by, findingOf(plan, pieces, drop, by));
  }
  return [...found.values()];
};

/** The plainest of all. */
const dropOf = ({ marks, worth }: Pieces): Drop | null => {
  let best: (Drop & { readonly cost: number }) | null = null;
  for (const short of marks) {
    const before = worth(short);
    if (before === null || before === 0) continue;
    for (const long of marks) {
      if (long <= short) continue;
      const after = worth(long);
      const cost = plainness(short) + plainness(long);
      if (after === null || after >= before || (best && best.cost <= cost)) continue;
      best = { short, long, before, after, cost };
    }
  }
  return best;
};

const findingOf = (
  plan: Plan,
  { item, field, year, person, facts }: Pieces,
  drop: Drop,
  by: AwardLine | null,
): Finding => {
  const of = (quantity: number) => ({
    year,
    person,
    records: [new Map<string, Value>([...facts, [field.key, quantity]])],
  });
  const [short, long] = [of(drop.short), of(drop.long)];
  return {
    code: 'CME741',
    at: by ? line(by.source) : itemAt(item),
    args: {
      words: by?.source.words ?? item.label,
      clause: clauseWords(by?.source.clause ?? item.clause),
      witness: wordsOf(plan, short),
      before: creditText(drop.before),
      after: creditText(drop.after),
      more: {
        zh: `「${field.label}」增到 ${microText(drop.long)}`,
        en: `with 「${field.label}」 of ${microText(drop.long)}`,
      },
    },
    witness: { ...witnessOf(plan, long, item), against: witnessOf(plan, short, item).person },
  };
};
