/**
 * Requirements that nobody of those whom they bind can meet: what is asked for is more than the most that any year gives, or
 * no less is asked of a subject than may be had of it. Who need less, by 折算 or 减免, are not spoken of.
 */
import { creditText, microText } from '../../model/credit.ts';
import type { Credit, Expr, Item, Minimum, Plan, Requirement, Subject } from '../../model/plan.ts';
import { atomsOf } from '../axes.ts';
import { unexhausted } from '../falls/fallen.ts';
import type { Judge } from '../falls/scales.ts';
import { clauseWords, type Finding, line } from '../finding.ts';
import { isOver } from '../reach.ts';
import { fails, holds, type Purse, type Regions, type Wish } from '../regions.ts';
import { factsOf, type Shown, witnessOf } from '../witness.ts';
import { carried, ENDLESS, type Giving, givings, together } from './most.ts';

/** More items and caps than these, one with the other, are not gone through. */
const MOST_PAIRS = 100_000;

export const unreachable = (regions: Regions, plan: Plan, purse: Purse, judge: Judge): readonly Finding[] => {
  if (plan.items.length * plan.caps.length > MOST_PAIRS) return [unexhausted];
  const all = givings(regions, plan, plan.items, []);
  // A file that grants nothing at all is the ground for others.
  if (all.length === 0 && !plan.items.some(({ deems }) => deems.length > 0)) return [];
  const found: Finding[] = [];
  for (const requirement of plan.requirements) {
    for (const minimum of requirement.lines) {
      if (purse.left <= 0) return [...found, unexhausted];
      const ways = populationOf(plan, requirement, minimum);
      const finding =
        contradicted(regions, plan, requirement, minimum, ways) ??
        beyond(regions, plan, minimum, requirement, ways, all);
      if (finding) found.push(...confirmed(regions, plan, finding, ways, minimum, judge));
    }
  }
  return found;
};

/** Whom the line binds: those of another requirement with a condition follow that one where it speaks of the same thing. */
const populationOf = (plan: Plan, { binds }: Requirement, { key, when }: Minimum): readonly Wish[] => {
  const replaced =
    binds === null
      ? plan.requirements.flatMap((other) =>
          other.binds === null
            ? []
            : other.lines
                .filter((line) => line.key === key)
                .map((line): Wish => fails({ op: 'and', of: [other.binds as Expr, line.when ?? certain] })),
        )
      : [];
  return [...(binds === null ? [] : [holds(binds)]), ...(when === null ? [] : [holds(when)]), ...replaced];
};
const certain: Expr = { op: 'const', value: true };

const isOf = (item: Item, subject: Subject | null): boolean => subject === null || isOver(subject, item);

const readsPerson = (when: Expr | null): boolean =>
  when !== null && atomsOf(when).some((atom) => atom.op !== 'total' && atom.field.on === 'person');

/** Whether who it is can make a difference to what the item gives. */
const personal = (plan: Plan, item: Item): boolean =>
  [
    item.match,
    ...item.gates.flatMap(({ when, that }) => [when, that]),
    ...[...item.lines, ...item.deems, ...plan.caps.filter((cap) => isOver(cap, item))].map(({ when }) => when),
  ].some(readsPerson);

/** The most that those whom the line binds can have of a subject. */
const mostOf = (
  regions: Regions,
  plan: Plan,
  subject: Subject | null,
  ways: readonly Wish[],
  all: readonly Giving[],
  years: number,
): Credit => {
  const rough = together(
    plan,
    all.filter(({ item }) => isOf(item, subject)),
    years,
  );
  const items = plan.items.filter((item) => isOf(item, subject));
  const special = subject?.when !== undefined && subject.when !== null;
  if (rough === 0 || (!special && (ways.length === 0 || !items.some((item) => personal(plan, item))))) return rough;
  const own = special && subject.when ? [...ways, holds(subject.when)] : ways;
  return together(plan, givings(regions, plan, items, own), years);
};

/** What the line asks for, in the scale of its unit, where that is a number. */
const askedBy = (plan: Plan, { lines }: Requirement, { amount, period }: Minimum): number | null => {
  if (amount.kind === 'amount') return amount.value;
  if (amount.of === 'earned') return null;
  const isWhole = (line: Minimum): boolean =>
    line.subject === null &&
    line.unit === 'credits' &&
    line.bound === 'least' &&
    line.amount.kind === 'amount' &&
    line.period === period &&
    line.when === null;
  const whole = lines.find(isWhole) ?? plan.requirements.find(({ binds }) => binds === null)?.lines.find(isWhole);
  return whole?.amount.kind === 'amount' ? Math.floor((whole.amount.value * amount.ratio.n) / amount.ratio.d) : null;
};

const beyond = (
  regions: Regions,
  plan: Plan,
  minimum: Minimum,
  requirement: Requirement,
  ways: readonly Wish[],
  all: readonly Giving[],
): Finding | null => {
  const { bound, unit, period, subject, source, fillable } = minimum;
  const asked = askedBy(plan, requirement, minimum);
  if (bound !== 'least' || asked === null || asked === 0) return null;
  // Who is deemed to have met the year has met each line of it.
  if (period === 'year' && plan.items.some(({ deems }) => deems.some(({ credits }) => credits === null))) return null;
  const years = period === 'cycle' ? (plan.cycle?.years ?? 1) : 1;
  if (regions.find(ways).kind === 'none') return null;
  let greatest: number;
  if (unit === 'credits') {
    const own = mostOf(regions, plan, subject, ways, all, years) + (subject === null ? carried(plan) : 0);
    if (own >= asked) return null;
    const spare = (fillable?.from ?? []).reduce((sum, from) => sum + mostOf(regions, plan, from, ways, all, years), 0);
    const allowed = fillable?.limit ? Math.ceil((asked * fillable.limit.n) / fillable.limit.d) : ENDLESS;
    greatest = own + Math.min(spare, allowed);
  } else {
    const giving = all.filter(({ item }) => isOf(item, subject) && (unit === 'times' || item.time !== null));
    // Whoever can have one record can have more of them.
    greatest = giving.length === 0 ? 0 : ENDLESS;
  }
  if (greatest >= asked) return null;
  return {
    code: 'CME751',
    at: line(source),
    args: {
      words: source.words,
      clause: clauseWords(source.clause),
      required: amountOf(unit, asked),
      greatest: amountOf(unit, greatest),
      who: whom(requirement),
    },
  };
};

/** At least so much is asked of a subject of which less may be had at most, by lines that bind together. */
const contradicted = (
  regions: Regions,
  plan: Plan,
  requirement: Requirement,
  minimum: Minimum,
  ways: readonly Wish[],
): Finding | null => {
  const { bound, amount, unit, period, subject, source } = minimum;
  if (bound !== 'least' || amount.kind !== 'amount') return null;
  for (const other of plan.requirements) {
    for (const most of other.lines) {
      if (most.bound !== 'most' || most.unit !== unit || most.period !== period || most.amount.kind !== 'amount')
        continue;
      if (most.amount.value >= amount.value || !holdsAll(most.subject, subject)) continue;
      if (regions.find([...ways, ...populationOf(plan, other, most)]).kind !== 'point') continue;
      return {
        code: 'CME752',
        at: line(source),
        also: line(most.source),
        args: {
          least: source.words,
          most: most.source.words,
          who: whom(requirement.binds === null ? other : requirement),
        },
      };
    }
  }
  return null;
};

/** All that is of the one is of the other. */
const holdsAll = (outer: Subject | null, inner: Subject | null): boolean => {
  if (outer === null) return true;
  if (inner === null || (outer.when !== null && JSON.stringify(outer.when) !== JSON.stringify(inner.when)))
    return false;
  const held = new Set(outer.items);
  return inner.items.every((key) => held.has(key));
};

const whom = ({ binds, name }: Requirement) =>
  binds === null
    ? { zh: '受它约束的人', en: 'those whom it binds' }
    : { zh: `要求「${name ?? ''}」约束的人`, en: `those whom 「${name ?? ''}」 binds` };

const units = {
  credits: { zh: '学分', en: 'credits', text: creditText },
  classHours: { zh: '学时', en: 'class hours', text: microText },
  times: { zh: '次', en: 'records', text: String },
} as const;

const amountOf = (unit: Minimum['unit'], amount: number) => {
  const { zh, en, text } = units[unit];
  return { zh: `${text(amount)} ${zh}`, en: `${text(amount)} ${en}` };
};

/** Somebody whom it binds, without any record so far: the evaluator asks them for as much. */
const confirmed = (
  regions: Regions,
  plan: Plan,
  finding: Finding,
  ways: readonly Wish[],
  { name }: Minimum,
  judge: Judge,
): readonly Finding[] => {
  const point = regions.find(ways);
  if (point.kind !== 'point') return [];
  const shown: Shown = {
    year: Number(plan.effective?.slice(0, 4) ?? 2030),
    person: factsOf(point.point, 'person'),
    records: [],
  };
  const witness = witnessOf(plan, shown, null);
  const { result } = judge(witness.person, witness.year);
  return result.requirements.some((row) => row.name === name) ? [{ ...finding, witness }] : [];
};
