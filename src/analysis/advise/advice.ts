/** What is missing, the least that closes it, what each kind of activity alone could do, and what would not help. */
import type { UnitId } from '../../model/ast.ts';
import type { Cap, Credit, Source, Value } from '../../model/plan.ts';
import { costsOf } from './bound.ts';
import type { Case } from './case.ts';
import { type Kind, kindsOf } from './kinds.ts';
import { missingOf, roomIn, unmetIn } from './missing.ts';
import { MOST_KINDS, type Offer, offersOf } from './options.ts';
import type { Step } from './records.ts';
import { search } from './search.ts';
import type { Asked, Standing } from './standing.ts';
import { leastOf } from './tree.ts';
import { stepOf, type Way, wayOf } from './way.ts';

const MICRO = 1_000_000;

/** Activities of one line of the rules, together. */
export interface Doing {
  readonly item: string;
  readonly source: Source;
  readonly deems: boolean;
  /** What the records are. */
  readonly facts: ReadonlyMap<string, Value>;
  /** In millionths of the unit. */
  readonly quantity: number;
  readonly unit: UnitId;
  /** How many activities; of a line that looks at projects, how many projects. */
  readonly times: number;
  readonly ofProjects: boolean;
  /** In millionths; null where the activity is not measured in time. */
  readonly hours: number | null;
  /** What it adds to the total. */
  readonly credits: Credit;
}

export interface Alone extends Doing {
  /** It closes the gap by itself. */
  readonly closes: boolean;
  /** Why it gives no more, where a cap is the reason. */
  readonly cap: Cap | null;
}

/** `cap`: it is full. `days`: too few are left. `done`: the line does not apply beside what was done, or gives no more. */
export interface Useless {
  readonly item: string;
  readonly source: Source;
  readonly facts: ReadonlyMap<string, Value>;
  readonly why: 'cap' | 'days' | 'done';
  readonly cap: Cap | null;
}

/** `lacks`: in the scale of the line's unit. `binding`: of several lines the one that takes most to close. */
export interface Missing extends Asked {
  readonly lacks: number;
  readonly binding: boolean;
}

export interface Advised {
  readonly missing: readonly Missing[];
  /** Null where nothing was found that closes the gap; of no steps where nothing is missing. */
  readonly least: { readonly steps: readonly Doing[]; readonly way: Way } | null;
  readonly proven: boolean;
  readonly ways: readonly Alone[];
  readonly useless: readonly Useless[];
}

export const advised = (at: Case): Advised => {
  if (at.base.met || at.base.exempt) {
    const way = { steps: [], effort: 0, after: at.base };
    return { missing: [], least: { steps: [], way }, proven: true, ways: [], useless: [] };
  }
  const open = unmetIn(at.base).map((asked) => ({ ...asked, lacks: missingOf(asked) }));
  const want = Math.max(1, ...open.map(({ line, lacks }) => (line.unit === 'credits' ? lacks : 0)));
  const all = kindsOf(at);
  const kinds = all.slice(0, MOST_KINDS);
  const offers = offersOf(at, kinds, want);
  const { way, proven } = search(at, offers);
  const singles = [...Map.groupBy(kinds, ({ source }) => source).values()].map((same) =>
    single(at, same, offers, want),
  );
  const ways = singles.flatMap((one) => (one === null || 'why' in one ? [] : [one]));
  const costs = costsOf(at, offers).of(at.base);
  const most = Math.max(...costs.values());
  return {
    missing: open.map((asked) => ({ ...asked, binding: costs.get(asked.line.key) === most })),
    least: way === null ? null : { steps: doings(at, way), way },
    proven: proven && kinds.length === all.length,
    ways: ways.sort(easier),
    useless: singles.flatMap((one) => (one !== null && 'why' in one ? [one] : [])),
  };
};

/** Those that suffice first; of these, by their hours, then by how many. */
const easier = (a: Alone, b: Alone): number =>
  Number(b.closes) - Number(a.closes) ||
  Number(a.hours === null) - Number(b.hours === null) ||
  (a.closes ? (a.hours ?? 0) - (b.hours ?? 0) || a.times - b.times : b.credits - a.credits);

/**
 * One kind by itself: of its sorts of records, the one that does most with least. Null where nothing can be said of it: a
 * deeming that several records reach together.
 */
const single = (at: Case, kinds: readonly Kind[], offers: readonly Offer[], want: Credit): Alone | Useless | null => {
  const own = offers.filter(({ kind }) => kinds.includes(kind));
  let best: { readonly way: Way; readonly offer: Offer } | null = null;
  for (const offer of own) {
    const way = search(at, [offer], false).way ?? furthest(at, offer, want);
    if (way === null || way.steps.length === 0 || !helps(at, way.after)) continue;
    if (best === null || further(way, best.way)) best = { way, offer };
  }
  const [kind] = kinds as [Kind];
  const { item, source, facts } = best?.offer.kind ?? own[0]?.kind ?? kind;
  const cap = lowest(at, own[0]?.kind ?? kind);
  if (best === null) {
    if (own.length === 0 && kind.deems && kind.quantity === null) return null;
    const full = cap !== null && roomIn(at, at.base, at.plan.caps.indexOf(cap)) === 0;
    const days =
      own.length === 0 && kind.deems && !at.base.records.some((one) => one.item === item.key && one.added > 0);
    return { item: item.label, source, facts, why: full ? 'cap' : days ? 'days' : 'done', cap: full ? cap : null };
  }
  const [doing] = doings(at, best.way) as [Doing];
  const { met } = best.way.after;
  return { ...doing, closes: met, cap: met ? null : lowest(at, best.offer.kind) };
};

const further = (a: Way, b: Way): boolean => {
  if (a.after.met !== b.after.met) return a.after.met;
  return a.after.met ? a.effort < b.effort : a.after.total > b.after.total;
};

const helps = ({ base }: Case, after: Standing): boolean => {
  const lacks = new Map(base.lines.map((asked) => [asked.line.key, missingOf(asked)]));
  return after.total > base.total || after.lines.some((asked) => missingOf(asked) < (lacks.get(asked.line.key) ?? 0));
};

/** As much as it can give, where that is not enough; what the tables give up is put to the evaluator all the same. */
const furthest = (at: Case, offer: Offer, want: Credit): Way | null => {
  const table = leastOf([offer], (cap) => roomIn(at, at.base, cap), want);
  const steps = table.picks(table.most).map(({ choice }) => stepOf(offer, choice));
  const last = offer.choices.at(-1);
  return wayOf(at, steps.length > 0 || last === undefined ? steps : [stepOf(offer, last)]);
};

/** The cap of the year that leaves least. */
const lowest = (at: Case, { caps }: Kind): Cap | null => {
  let found: { cap: Cap; room: number } | null = null;
  for (const place of caps) {
    const [cap, room] = [at.plan.caps[place], roomIn(at, at.base, place)];
    if (cap !== undefined && Number.isFinite(room) && (found === null || room < found.room)) found = { cap, room };
  }
  return found?.cap ?? null;
};

/** Steps of one kind are one thing to do; credits are those that stand after all caps. */
const doings = (at: Case, { steps, after }: Way): readonly Doing[] => {
  const gained = new Map<string, Credit>();
  for (const { facts, item, line, credits, added } of after.records) {
    const id = facts('id');
    if (typeof id !== 'string' || !id.startsWith(at.prefix)) continue;
    const key = `${item} ${line}`;
    gained.set(key, (gained.get(key) ?? 0) + credits - added);
    if (added > 0) gained.set(`${item} deemed`, (gained.get(`${item} deemed`) ?? 0) + added);
  }
  // A deeming that other activities reach together stands at the first of them.
  const told = new Set(steps.flatMap(({ kind: { deems, item } }) => (deems ? [item.key] : [])));
  const beside = (key: string): Credit => {
    if (told.has(key)) return 0;
    told.add(key);
    return gained.get(`${key} deemed`) ?? 0;
  };
  return [...Map.groupBy(steps, ({ kind }) => kind.source).values()].map((same): Doing => {
    const { kind } = same[0] as Step;
    const { item, source, deems, facts, quantity } = kind;
    const sum = same.reduce((all, step) => all + (step.quantity ?? 0), 0);
    const hours = same.map((step) => kind.hours(step.quantity));
    return {
      item: item.label,
      source,
      deems,
      facts,
      quantity: quantity?.measure.of === 'field' ? sum : (quantity === null ? same.length : sum) * MICRO,
      unit: quantity?.unit ?? 'times',
      times: same.length,
      ofProjects:
        item.lines[kind.line]?.basis === 'project' || kind.caps.some((cap) => at.plan.caps[cap]?.per === 'project'),
      hours: hours.includes(null) ? null : hours.reduce<number>((all, one) => all + (one ?? 0), 0),
      credits: deems
        ? (gained.get(`${item.key} deemed`) ?? 0)
        : (gained.get(`${item.key} ${kind.line}`) ?? 0) + beside(item.key),
    };
  });
};
