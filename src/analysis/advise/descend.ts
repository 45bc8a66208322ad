/** A plan at once: the lines of the requirement closed one after the other. */
import { classHourOf, offersFor } from './bound.ts';
import type { Case } from './case.ts';
import { missingOf, roomIn, unmetIn } from './missing.ts';
import type { Offer } from './options.ts';
import type { Step } from './records.ts';
import type { Asked } from './standing.ts';
import { type Least, leastOf } from './tree.ts';
import { stepOf, type Way, wayOf } from './way.ts';

const ROUNDS = 12;
const MICRO = 1_000_000;

/** The lines one after the other, each with the least that closes it. */
export const descend = (at: Case, offers: readonly Offer[]): Way | null => {
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
