/** What a record brings towards the lines of a requirement. */
import { ratio, times } from '../../model/credit.ts';
import type { Minimum, Plan, Subject } from '../../model/plan.ts';
import { joined } from './condition.ts';
import { type Context, itemsOf, surely } from './context.ts';
import { choice } from './script.ts';

/** The same for subjects of the same records, in whatever order they name their items. */
export const keyOf = (subject: Subject | null): string =>
  subject === null ? '' : JSON.stringify([subject.items.toSorted(), subject.when]);

const within = (context: Context, subject: Subject | null): string =>
  subject === null
    ? 'TRUE'
    : surely(
        joined(
          [itemsOf(context.plan, subject.items), subject.when === null ? 'TRUE' : context.spell(subject.when)],
          'AND',
        ),
      );

/** Sums over the records of a practitioner, each under a name. */
export class Earnings {
  readonly #context: Context;
  readonly #columns = new Map<string, { readonly name: string; readonly each: string }>();

  constructor(context: Context) {
    this.#context = context;
  }

  get all(): readonly { readonly name: string; readonly each: string }[] {
    return [...this.#columns.values()];
  }

  /** In hundredths of a credit, in records, or in millionths of a class hour times `partsOf(plan)`. */
  of(subject: Subject | null, unit: Minimum['unit']): string {
    const key = `${unit} ${keyOf(subject)}`;
    const known = this.#columns.get(key);
    if (known !== undefined) return known.name;
    const name = `earned_${this.#columns.size + 1}`;
    this.#columns.set(key, { name, each: this.#each(subject, unit) });
    return name;
  }

  #each(subject: Subject | null, unit: Minimum['unit']): string {
    const inside = within(this.#context, subject);
    if (unit === 'credits') return inside === 'TRUE' ? 'credits' : `CASE WHEN ${inside} THEN credits ELSE 0 END`;
    if (unit === 'times') return `CASE WHEN ${joined([inside, 'credits > 0'], 'AND')} THEN 1 ELSE 0 END`;
    return `CASE WHEN ${joined([inside, 'has_time'], 'AND')} THEN ${timeOf(this.#context)} ELSE 0 END`;
  }
}

const perMicro = ({ n, d }: { readonly n: number; readonly d: number }) => ratio(times(d, 1_000_000), n);

/** In how many parts a millionth of a class hour is counted, so that each item's time is a whole number of them. */
export const partsOf = (plan: Plan): bigint =>
  plan.items.reduce((all, { time }) => {
    if (time === null) return all;
    const d = BigInt(perMicro(time.perClassHour).d);
    return (all / gcd(all, d)) * d;
  }, 1n);

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** The time of a record in those parts. */
function timeOf({ plan, names, byItem }: Context): string {
  const parts = partsOf(plan);
  const branches = byItem(({ time }) => {
    if (time === null) return null;
    const { n, d } = perMicro(time.perClassHour);
    return `COALESCE(${names.record(time.key)}, 0) * ${(BigInt(n) * parts) / BigInt(d)}`;
  });
  return choice(branches, '0', 'item');
}

/** The greatest factor that a time is multiplied by. */
export const timeGrowth = (plan: Plan): bigint =>
  plan.items.reduce((most, { time }) => {
    if (time === null) return most;
    const { n, d } = perMicro(time.perClassHour);
    const own = (BigInt(n) * partsOf(plan)) / BigInt(d);
    return own > most ? own : most;
  }, 1n);
