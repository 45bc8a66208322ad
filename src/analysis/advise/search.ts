/**
 * Activities that close the gap with the least effort. The tables under the caps say what no plan can do with less, line by
 * line; a plan that the evaluator confirms and that costs no more is the least. Where the two differ, for lines and caps
 * reach across each other, plans are gone through from the least effort up, as far as a bound allows.
 */
import type { Case } from './case.ts';
import { isTrue } from './given.ts';
import type { Kind } from './kinds.ts';
import { missingOf, roomIn, unmetIn } from './missing.ts';
import type { Choice, Offer } from './options.ts';
import { recordsOf, type Step } from './records.ts';
import type { Asked, Standing } from './standing.ts';
import { type Least, leastOf } from './tree.ts';

export interface Way {
  readonly steps: readonly Step[];
  readonly effort: number;
  readonly after: Standing;
}

export interface Search {
  /** Null where no way was found. */
  readonly way: Way | null;
  /** It is the least; or, where there is none, nothing that was offered closes the gap. */
  readonly proven: boolean;
}

/** So many records are judged in all: plans of many weigh more. */
const MOST_JUDGED = 5_000;
const ROUNDS = 12;
const MICRO = 1_000_000;

export const search = (at: Case, offers: readonly Offer[], exhaustive = true): Search => {
  const start: Way = { steps: [], effort: 0, after: at.base };
  if (at.base.met) return { way: start, proven: true };
  const costs = costsOf(at, offers);
  // No plan that closes the gap costs less than the costliest of its lines.
  const bound = (standing: Standing): number => Math.max(0, ...costs(standing).values());
  const least = bound(at.base);
  const quick = least === Number.POSITIVE_INFINITY ? null : descend(at, offers);
  const sure = offers.every(({ kind }) => isSure(kind));
  // The bound may leave out the one for each activity that is added to its time.
  if (quick !== null && quick.effort - quick.steps.length < least + 1) return { way: quick, proven: sure };
  if (least === Number.POSITIVE_INFINITY && sure) return { way: null, proven: true };
  if (!exhaustive) return { way: quick === null ? null : trimmed(at, quick), proven: false };
  const timed = unmetIn(at.base).some(({ line }) => line.unit === 'classHours');
  const found = climb(at, offers, bound, quick === null ? null : trimmed(at, quick));
  return { way: found.way, proven: found.proven && sure && !timed };
};

/** What a record of it brings does not grow with the records beside it, so that the tables do not say too little. */
const isSure = ({ item, deems }: Kind): boolean => item.best.length === 0 && (!deems || item.deems.length === 1);

/** The line's records. */
const counts = (at: Case, { line: { subject } }: Asked, { facts, item }: Kind): boolean =>
  subject === null ||
  (subject.items.includes(item.key) &&
    isTrue(
      subject.when,
      at.person,
      (key) => facts.get(key) ?? at.plan.recordFields.find((one) => one.key === key)?.default ?? undefined,
    ));

const offersFor = (at: Case, asked: Asked, offers: readonly Offer[]): readonly Offer[] =>
  // What fills a line from elsewhere may be anything.
  asked.line.fillable === null ? offers.filter(({ kind }) => counts(at, asked, kind)) : offers;

const cheapest = (offers: readonly Offer[]): number =>
  Math.min(Number.POSITIVE_INFINITY, ...offers.flatMap(({ choices }) => choices.map(({ effort }) => effort)));

/** What the lines that are not met cost one by one at least; by their keys. */
export const costsOf = (at: Case, offers: readonly Offer[]): ((standing: Standing) => ReadonlyMap<string, number>) => {
  const tables = new Map<string, (missing: number) => number>();
  for (const asked of unmetIn(at.base)) {
    const own = offersFor(at, asked, offers);
    const most = missingOf(asked);
    if (asked.line.bound === 'most' || most === 0) continue;
    if (asked.line.unit === 'credits') {
      const table = leastOf(own, (cap) => roomIn(at, at.base, cap), most);
      tables.set(asked.line.key, (missing) => table.effort(Math.min(missing, most)));
    } else if (asked.line.unit === 'times') {
      tables.set(asked.line.key, (missing) => Math.ceil(missing) * cheapest(own));
    } else {
      const each = perClassHour(own);
      tables.set(asked.line.key, (missing) => Math.ceil(Math.min(missing, most) * each));
    }
  }
  return (standing) =>
    new Map(unmetIn(standing).map((asked) => [asked.line.key, tables.get(asked.line.key)?.(missingOf(asked)) ?? 0]));
};

/** Effort of a millionth of a class hour, where it costs least. */
const perClassHour = (offers: readonly Offer[]): number =>
  Math.min(Number.POSITIVE_INFINITY, ...offers.map(({ kind }) => classHourOf(kind) ?? Number.POSITIVE_INFINITY));

const classHourOf = (kind: Kind): number | null => {
  const { time } = kind.item;
  const { quantity } = kind;
  if (time === null || kind.hours(0) === null || quantity?.measure.of !== 'field' || quantity.measure.key !== time.key)
    return null;
  return (kind.effort(MICRO) - 1) * (time.perClassHour.n / time.perClassHour.d / MICRO / MICRO);
};

/** The lines one after the other, each with the least that closes it. */
const descend = (at: Case, offers: readonly Offer[]): Way | null => {
  let way: Way = { steps: [], effort: 0, after: at.base };
  for (let round = 0; round < ROUNDS && !way.after.met; round += 1) {
    const open = unmetIn(way.after).filter((asked) => missingOf(asked) > 0);
    const asked =
      open.find(({ line }) => line.unit !== 'classHours' && line.subject !== null) ??
      open.find(({ line }) => line.unit !== 'classHours') ??
      open[0];
    if (asked === undefined) return null;
    const used = new Set(way.steps.map(({ kind }) => kind));
    const left = offersFor(at, asked, offers).filter(({ kind }) => !kind.once || !used.has(kind));
    const more = closing(at, asked, left, way);
    if (more === null) return null;
    const next = wayOf(at, more);
    if (next === null) return null;
    way = next;
  }
  return way.after.met ? way : null;
};

const closing = (at: Case, asked: Asked, offers: readonly Offer[], way: Way): readonly Step[] | null => {
  const missing = missingOf(asked);
  if (asked.line.unit === 'credits') {
    const table: Least = leastOf(offers, (cap) => roomIn(at, way.after, cap), missing);
    const picks = table.picks(missing);
    return table.effort(missing) === Number.POSITIVE_INFINITY || picks.length === 0
      ? null
      : [...way.steps, ...picks.map(({ offer, choice }) => stepOf(offer, choice))];
  }
  if (asked.line.unit === 'times') {
    const low = offers.toSorted((a, b) => (a.choices[0]?.effort ?? 0) - (b.choices[0]?.effort ?? 0))[0];
    const choice = low?.choices[0];
    if (low === undefined || choice === undefined) return null;
    return [
      ...way.steps,
      ...Array.from({ length: low.kind.once ? 1 : Math.min(missing, 400) }, () => stepOf(low, choice)),
    ];
  }
  return stretched(at, asked, offers, way);
};

/** Class hours go on where credits do not: one of the activities is made longer, as far as its line lets it. */
const stretched = (at: Case, asked: Asked, offers: readonly Offer[], { steps }: Way): readonly Step[] | null => {
  const longer = ({ kind, quantity }: Step, before: readonly Step[]): readonly Step[] | null => {
    const each = kind.item.time?.perClassHour;
    const key = kind.quantity?.measure.of === 'field' ? kind.quantity.measure.key : null;
    if (classHourOf(kind) === null || each === undefined || quantity === null || key === null) return null;
    const much = quantity + missingOf(asked, { n: each.n, d: each.d * MICRO });
    const all = [...before, { kind, quantity: much }];
    const stays = wayOf(at, all)?.after.records.some(
      ({ item, line, facts }) => item === kind.item.key && line === kind.line && facts(key) === much,
    );
    return stays ? all : null;
  };
  for (const [place, step] of steps.entries()) {
    const more = longer(step, steps.toSpliced(place, 1));
    if (more !== null) return more;
  }
  for (const { kind } of offers) {
    const more = longer({ kind, quantity: 0 }, steps);
    if (more !== null) return more;
  }
  return null;
};

const stepOf = ({ kind }: Offer, { quantity }: Choice): Step => ({ kind, quantity });

export const wayOf = (at: Case, steps: readonly Step[]): Way | null => {
  const records = recordsOf(at, steps);
  const after = records === null ? null : at.judge(records);
  if (after === null) return null;
  return { steps, after, effort: steps.reduce((sum, { kind, quantity }) => sum + kind.effort(quantity), 0) };
};

/** Without what it can spare. */
const trimmed = (at: Case, way: Way): Way => {
  let kept = way;
  for (let place = way.steps.length - 1; place >= 0; place -= 1) {
    const less = wayOf(at, kept.steps.toSpliced(place, 1));
    if (less?.after.met) kept = less;
  }
  return kept;
};

interface Node {
  readonly way: Way;
  /** Steps are taken in the order of the offers, so that no plan is met twice. */
  readonly from: number;
  readonly least: number;
}

const climb = (
  at: Case,
  offers: readonly Offer[],
  bound: (standing: Standing) => number,
  known: Way | null,
): Search => {
  let best = known;
  let judged = 0;
  const open: Node[] = [{ way: { steps: [], effort: 0, after: at.base }, from: 0, least: bound(at.base) }];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (best !== null && node.least >= best.effort) continue;
    if (node.way.after.met) {
      best = node.way;
      continue;
    }
    const { way } = node;
    const last = way.steps.at(-1);
    for (let place = node.from; place < offers.length; place += 1) {
      const offer = offers[place] as Offer;
      if (offer.kind.once && last?.kind === offer.kind) continue;
      for (const choice of offer.choices) {
        // Of one kind the larger come first, for the same reason.
        if (last?.kind === offer.kind && (choice.quantity ?? 0) > (last.quantity ?? 0)) break;
        const effort = way.effort + choice.effort;
        if (best !== null && effort >= best.effort) break;
        judged += at.base.records.length + way.steps.length + 5;
        if (judged > MOST_JUDGED) return { way: best, proven: false };
        const next = wayOf(at, [...way.steps, stepOf(offer, choice)]);
        if (next === null) continue;
        push(open, { way: next, from: place, least: effort + bound(next.after) });
      }
    }
  }
  return { way: best, proven: true };
};

/** The least at the end; of equals, what has come further. */
const push = (open: Node[], node: Node): void => {
  if (node.least === Number.POSITIVE_INFINITY) return;
  const after = (a: Node, b: Node): boolean =>
    a.least < b.least || (a.least === b.least && a.way.effort >= b.way.effort);
  let [low, high] = [0, open.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (after(node, open[middle] as Node)) low = middle + 1;
    else high = middle;
  }
  open.splice(low, 0, node);
};
