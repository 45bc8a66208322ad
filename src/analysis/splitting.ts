/**
 * Where one activity entered as two records earns more than as one. It is enough to look at two: where no two parts earn
 * more than the whole, no more of them do. The parts agree in all else, their project and day included.
 */
import { creditText, microText } from '../model/credit.ts';
import type { AwardLine, Plan, Value } from '../model/plan.ts';
import { type Pieces, plainness } from './falls/pieces.ts';
import type { Scales } from './falls/scales.ts';
import { clauseWords, type Finding, itemAt, line } from './finding.ts';
import { type Shown, witnessOf, wordsOf } from './witness.ts';

interface Split {
  readonly parts: readonly [number, number];
  readonly once: number;
  readonly twice: number;
}

/** Once for each line that the smaller part earns by. */
export const splitting = (plan: Plan, scales: Scales, all: readonly Pieces[]): readonly Finding[] => {
  const found = new Map<AwardLine | null, Finding>();
  for (const pieces of all) {
    for (const [by, split] of splitsOf(pieces, scales)) {
      if (!found.has(by)) found.set(by, findingOf(plan, pieces, split, by));
    }
  }
  return [...found.values()];
};

/** By the line of the smaller part: the plainest, then the smallest. */
const splitsOf = (pieces: Pieces, scales: Scales): ReadonlyMap<AwardLine | null, Split> => {
  const { marks, worth, lineAt, field } = pieces;
  const found = new Map<AwardLine | null, Split & { readonly cost: number }>();
  const earning = marks.filter((mark) => (worth(mark) ?? 0) > 0);
  // The roundest first, so that most of the rest need not be tried.
  const pairs = earning
    .flatMap((large) => earning.filter((small) => small <= large).map((small) => ({ small, large })))
    .map((pair) => ({ ...pair, cost: plainness(pair.small) + plainness(pair.large) }))
    .sort((a, b) => a.cost - b.cost || a.small + a.large - b.small - b.large);
  for (const { small, large, cost } of pairs) {
    const by = lineAt(small);
    if (found.has(by) || !parted(by, field.key) || !parted(lineAt(large), field.key)) continue;
    const [one, other, once] = [worth(small), worth(large), worth(small + large)];
    if (one === null || other === null || once === null || one + other <= once + slackOf(by)) continue;
    const twice = scales.weigh(of(pieces, [large, small]), pieces.item)?.total ?? 0;
    if (twice > once + slackOf(by)) found.set(by, { parts: [large, small], once, twice, cost });
  }
  return found;
};

/** What pays by days, words or a certificate is not parted with the hours. */
const parted = (by: AwardLine | null, key: string): boolean =>
  by === null ||
  by.rate.kind === 'flat' ||
  (by.rate.kind !== 'field' && by.rate.measure.of === 'field' && by.rate.measure.key === key);

/** A rounding in hundredths may bring a hundredth, which nobody splits for. */
const slackOf = (by: AwardLine | null): number =>
  by?.rate.kind === 'per' && by.rate.rounding.to === 'nearest' && by.rate.rounding.step === 1 ? 1 : 0;

const of = ({ year, person, facts, field }: Pieces, quantities: readonly number[]): Shown => ({
  year,
  person,
  records: quantities.map((quantity) => new Map<string, Value>([...facts, [field.key, quantity]])),
});

const findingOf = (plan: Plan, pieces: Pieces, { parts, once, twice }: Split, by: AwardLine | null): Finding => {
  const { item, field, year, person, facts } = pieces;
  const whole = parts[0] + parts[1];
  const said = (quantity: number): string => `${field.label} ${microText(quantity)}`;
  return {
    code: 'CME742',
    at: by ? line(by.source) : itemAt(item),
    args: {
      words: by?.source.words ?? item.label,
      clause: clauseWords(by?.source.clause ?? item.clause),
      witness: wordsOf(plan, { year, person, records: [new Map(facts)] }),
      whole: said(whole),
      once: creditText(once),
      parts: { zh: parts.map(said).join('、'), en: parts.map(said).join(' and ') },
      split: creditText(twice),
    },
    witness: {
      ...witnessOf(plan, of(pieces, parts), item),
      against: witnessOf(plan, of(pieces, [whole]), item).person,
    },
  };
};
