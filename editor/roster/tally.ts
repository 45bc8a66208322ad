/** What is counted of the outcomes: the figures, the distribution, what categories gave and caps took. */
import { type NoCredit, type Outcomes, reasons, statuses } from './outcomes.ts';

const [MET, UNMET, EXEMPT] = [statuses.indexOf('met'), statuses.indexOf('unmet'), statuses.indexOf('exempt')];

export interface Figures {
  readonly people: number;
  readonly met: number;
  readonly unmet: number;
  readonly exempt: number;
  /** Met and unmet. */
  readonly judged: number;
  /** In hundredths: so little is close. */
  readonly nearBy: number;
  readonly near: number;
  readonly records: number;
  readonly withoutCredits: number;
  readonly reasons: Readonly<Record<NoCredit, number>>;
  /** Hundredths of credits, of everybody. */
  readonly credits: number;
}

export function figuresOf(all: Outcomes): Figures {
  const count = [0, 0, 0];
  let [near, records, credits] = [0, 0, 0];
  const nearBy = binWidth(needsOf(all)[0]?.required ?? 2500);
  const without = reasons.map(() => 0);
  for (let at = 0; at < all.size; at++) {
    const status = all.status[at] ?? 0;
    count[status] = (count[status] ?? 0) + 1;
    records += all.records[at] ?? 0;
    credits += all.credits[at] ?? 0;
    const short = all.shortfall[at] ?? 0;
    if (status === UNMET && short > 0 && short <= nearBy) near++;
  }
  for (let at = 0; at < all.nothing.length; at++) {
    const place = at % reasons.length;
    without[place] = (without[place] ?? 0) + (all.nothing[at] ?? 0);
  }
  const [met = 0, unmet = 0, exempt = 0] = count;
  return {
    people: all.size,
    met,
    unmet,
    exempt,
    judged: met + unmet,
    nearBy,
    near,
    records,
    withoutCredits: without.reduce((sum, one) => sum + one, 0),
    reasons: Object.fromEntries(reasons.map((reason, at) => [reason, without[at] ?? 0])) as Figures['reasons'],
    credits,
  };
}

/** How much is required of how many, the most frequent first; in hundredths. */
export function needsOf(all: Outcomes): readonly { readonly required: number; readonly people: number }[] {
  const count = new Map<number, number>();
  for (let at = 0; at < all.size; at++) {
    if (all.status[at] === EXEMPT) continue;
    const required = all.required[at] ?? 0;
    count.set(required, (count.get(required) ?? 0) + 1);
  }
  return [...count].map(([required, people]) => ({ required, people })).toSorted((a, b) => b.people - a.people);
}

export interface Bin {
  readonly from: number;
  /** Null: and more. */
  readonly below: number | null;
  readonly people: number;
}

export interface Spread {
  readonly required: number;
  readonly people: number;
  readonly width: number;
  readonly bins: readonly Bin[];
  /** Judged unmet, whatever their credits. */
  readonly unmet: number;
  readonly met: number;
}

/** A tenth of what is required, so that the requirement is an edge. */
export const binWidth = (required: number): number => Math.max(10, Math.round(required / 10));
const BELOW = 10;
const ABOVE = 7;

/** The credits of those who are required so much, in steps of a tenth of it, the last one open. */
export function spreadOf(all: Outcomes, required: number): Spread {
  const width = binWidth(required);
  const below = required > 0 ? BELOW : 0;
  const edges = Array.from({ length: below + ABOVE }, (_, at) =>
    at < below ? at * width : required + (at - below) * width,
  );
  const count = edges.map(() => 0);
  let [people, met, unmet] = [0, 0, 0];
  for (let at = 0; at < all.size; at++) {
    if (all.required[at] !== required || all.status[at] === EXEMPT) continue;
    people++;
    if (all.status[at] === MET) met++;
    else unmet++;
    const credits = all.credits[at] ?? 0;
    let bin = credits >= required ? below + Math.floor((credits - required) / width) : Math.floor(credits / width);
    bin = Math.min(bin, credits >= required ? edges.length - 1 : below - 1);
    count[bin] = (count[bin] ?? 0) + 1;
  }
  const bins = edges.map((from, at) => ({ from, below: edges[at + 1] ?? null, people: count[at] ?? 0 }));
  return { required, people, width, bins, met, unmet };
}

export interface CategoryRow {
  readonly at: number;
  readonly people: number;
  /** Hundredths, of everybody: before caps, and what counts. */
  readonly raw: number;
  readonly credits: number;
}

export function categoryRows(all: Outcomes): readonly CategoryRow[] {
  return all.byCategory.map((credits, at) => {
    let [people, sum] = [0, 0];
    for (const own of credits) {
      if (own === 0) continue;
      people++;
      sum += own;
    }
    return { at, people, raw: all.rawByCategory[at] ?? 0, credits: sum };
  });
}

export interface CapRow {
  readonly at: number;
  readonly people: number;
  readonly lost: number;
  /** Of these people, unmet. */
  readonly unmet: number;
}

export const capRows = (all: Outcomes): readonly CapRow[] =>
  all.taken.map(({ people, lost }, at) => ({
    at,
    people: people.length,
    lost: lost.reduce((sum, one) => sum + one, 0),
    unmet: people.reduce((sum, one) => sum + (all.status[one] === UNMET ? 1 : 0), 0),
  }));

/** The caps that touch most people. */
export const heaviest = (all: Outcomes, count: number): readonly number[] =>
  all.taken
    .map(({ people }, at) => ({ at, people: people.length }))
    .filter(({ people }) => people > 0)
    .toSorted((a, b) => b.people - a.people)
    .slice(0, count)
    .map(({ at }) => at);
