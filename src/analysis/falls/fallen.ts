/** Where one record more lowers a total: suspects, and the case that convicts each; and records worth less for being longer. */
import { creditText } from '../../model/credit.ts';
import type { Plan } from '../../model/plan.ts';
import type { Witness } from '../../model/witness.ts';
import { clauseWords, type Finding, line } from '../finding.ts';
import { reach } from '../reach.ts';
import { holds, type Regions } from '../regions.ts';
import { type Shown, witnessOf, wordsOf } from '../witness.ts';
import { type Fallen, Hunt } from './hunt.ts';
import { mouldsOf } from './moulds.ts';
import type { Scales } from './scales.ts';
import { type Suspect, suspectsIn } from './suspects.ts';

/** More than so many would not be read. */
export const MOST = 20;

export const falls = (regions: Regions, plan: Plan, scales: Scales): readonly Finding[] => {
  const found: Finding[] = [];
  const told = new Set<string>();
  for (const suspect of suspectsIn(regions, plan)) {
    const key = `${suspect.source.file} ${suspect.source.line}`;
    if (told.has(key)) continue;
    if (found.length >= MOST) return [...found, unexhausted];
    const [fall, tried] = tryOut(regions, plan, scales, suspect);
    if (tried === null) continue;
    told.add(key);
    found.push(fall ? fallOf(plan, suspect, fall) : openOf(suspect, tried));
  }
  return found;
};

/** What was left when a bound was reached. */
export const unexhausted: Finding = { code: 'CME753', at: { kind: 'rules' }, args: {} };

/** Null where nobody comes as far as the line. */
const tryOut = (
  regions: Regions,
  plan: Plan,
  scales: Scales,
  { item, source }: Suspect,
): readonly [Fallen | null, number | null] => {
  const own = item.lines.find(
    (each) =>
      each.source === source || (each.rate.kind === 'steps' && each.rate.rows.some((row) => row.source === source)),
  );
  if (own && regions.find([...reach(item), holds(own.when)]).kind === 'none') return [null, null];
  const moulds = mouldsOf(regions, plan, item, own?.when ?? null);
  if (moulds === null) return [null, null];
  const hunt = new Hunt(scales, item, moulds);
  return [hunt.run(), hunt.tried];
};

const fallOf = (plan: Plan, { item, source }: Suspect, { less, more, added, before, after }: Fallen): Finding => {
  const record: Shown = { year: more.year, person: new Map(), records: [more.records[added] ?? new Map()] };
  const words = wordsOf(plan, record);
  return {
    code: 'CME741',
    at: line(source),
    args: {
      words: source.words,
      clause: clauseWords(source.clause),
      witness: wordsOf(plan, less),
      before: creditText(before),
      after: creditText(after),
      more: { zh: `再加${words.zh}`, en: `with ${words.en} besides` },
    },
    witness: against(plan, more, less, item),
  };
};

/** Who has less, beside the same practitioner who has more. */
const against = (plan: Plan, shown: Shown, other: Shown, item: Suspect['item']): Witness => ({
  ...witnessOf(plan, shown, item),
  against: witnessOf(plan, other, item).person,
});

const openOf = ({ source }: Suspect, tried: number): Finding => ({
  code: 'CME743',
  at: line(source),
  args: { words: source.words, clause: clauseWords(source.clause), tried: String(tried) },
});
