/** A practitioner made up so that conditions hold: facts are filled in one after the other, and stay as they were filled. */
import { microText } from './model/credit.ts';
import { dateText, dayOf, lastOfMonths } from './model/date.ts';
import type { Comparison, Expr, FieldRef, Measure, Plan } from './model/plan.ts';
import type { RawFacts, RawValue } from './model/roster.ts';

const MICRO = 1e6;

/** Numbers drawn one after the other; the same seed gives the same ones. */
export type Draw = (below: number) => number;

export function drawing(seed: number): Draw {
  let state = (seed * 2_654_435_761 + 1) % 4_294_967_296;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.trunc((state / 4_294_967_296) * below);
  };
}

interface Laid {
  readonly together: boolean;
  readonly oneDay: boolean;
  readonly placed: string | null;
}

export class Draft {
  readonly #plan: Plan;
  readonly #draw: Draw;
  readonly #facts = { person: new Map<string, RawValue>(), record: new Map<string, RawValue>() };
  /** In the scale of the plan. */
  readonly #numbers = new Map<string, number>();
  #days: number | null = null;
  #months: number | null = null;
  /** So many records like this one. */
  copies = 1;

  constructor(plan: Plan, draw: Draw) {
    this.#plan = plan;
    this.#draw = draw;
  }

  /** Whether it could be made so; where not, what was filled in stays. */
  please(expr: Expr, wanted: boolean): boolean {
    switch (expr.op) {
      case 'const':
        return expr.value === wanted;
      case 'yes':
        return this.#set(expr.field, wanted);
      case 'not':
        return this.please(expr.of, !wanted);
      case 'and':
      case 'or':
        if ((expr.op === 'and') === wanted) return expr.of.every((one) => this.please(one, wanted));
        return this.#any(expr.of, (one) => this.please(one, wanted));
      case 'among': {
        const field = this.#field(expr.field);
        const others = field?.options.map(({ key }) => key).filter((key) => !expr.keys.includes(key)) ?? [];
        const known = this.#facts[expr.field.on].get(expr.field.key);
        if (known !== undefined) return expr.keys.includes(String(known)) === wanted;
        const keys = wanted ? expr.keys : field?.type === 'text' ? ['—'] : others;
        const key = keys[this.#draw(keys.length)];
        return key !== undefined && this.#set(expr.field, key);
      }
      case 'compare':
        return this.#number(expr.field, expr.by, expr.to, wanted);
      case 'total':
        return this.please(expr.where, true) && this.#sum(expr.measure, expr.by, expr.to, wanted);
    }
  }

  /** Where nothing is said of it yet. */
  measure(measure: Measure, value: number): boolean {
    return this.#sum(measure, '=', { n: Math.max(1, Math.round(value)), d: 1 }, true, true);
  }

  /** A number, where nothing is said of it yet. */
  fill(ref: FieldRef, value: number): void {
    this.#number(ref, '=', { n: value, d: 1 }, true);
  }

  get person(): RawFacts {
    return new Map<string, RawValue>([...this.#facts.person, ['id', '人员']]);
  }

  /** `placed`: the date that says in which year they are, where it is one of the rules' own. */
  records(year: number, { together, oneDay, placed }: Laid): readonly RawFacts[] {
    return Array.from({ length: this.copies }, (_, at): RawFacts => {
      const from = dayOf(year, 1, 5) + (this.#days === null && !oneDay ? at : 0);
      const to = this.#months === null ? from + (this.#days ?? 1) - 1 : lastOfMonths(from, this.#months);
      const stay = this.#days === null && this.#months === null ? [] : [dateText(from), dateText(Math.max(from, to))];
      return new Map<string, RawValue>([
        ['id', `活动${String(at + 1).padStart(3, '0')}`],
        ['date', dateText(from)],
        ...(placed === null ? [] : ([[placed, dateText(from)]] as const)),
        ['project', together ? '甲' : `甲${at + 1}`],
        ...(stay.length === 0
          ? []
          : ([
              ['start', stay[0]],
              ['end', stay[1]],
            ] as const)),
        ...this.#facts.record,
      ]);
    });
  }

  #any(all: readonly Expr[], please: (one: Expr) => boolean): boolean {
    const first = this.#draw(all.length);
    return all.some((_, at) => please(all[(first + at) % all.length] as Expr));
  }

  #field({ on, key }: FieldRef) {
    return (on === 'person' ? this.#plan.personFields : this.#plan.recordFields).find((one) => one.key === key);
  }

  #set({ on, key }: FieldRef, value: RawValue): boolean {
    const known = this.#facts[on].get(key);
    if (known === undefined) this.#facts[on].set(key, value);
    return known === undefined || known === value;
  }

  #number(ref: FieldRef, by: Comparison, { n, d }: { n: number; d: number }, wanted: boolean): boolean {
    const field = this.#field(ref);
    const step = field?.type === 'whole' ? MICRO : 1;
    const id = `${ref.on} ${ref.key}`;
    const found = this.#meeting(this.#numbers.get(id), by, n / d, wanted, step);
    if (field === undefined || found === null) return false;
    if (this.#numbers.has(id)) return true;
    this.#numbers.set(id, found);
    const { type } = field;
    const text = type === 'date' ? dateText(found) : type === 'year' ? String(found) : microText(found);
    return this.#set(ref, text);
  }

  #sum(measure: Measure, by: Comparison, to: { n: number; d: number }, wanted: boolean, fills = false): boolean {
    switch (measure.of) {
      case 'field':
        return (
          (fills && this.#numbers.has(`record ${measure.key}`)) ||
          this.#number({ on: 'record', key: measure.key }, by, to, wanted)
        );
      case 'days': {
        const found = this.#meeting(this.#days ?? undefined, by, to.n / to.d, wanted, 1);
        this.#days ??= found;
        return found !== null || fills;
      }
      case 'months': {
        const found = this.#meeting(this.#months ?? undefined, by, to.n / to.d, wanted, 1);
        this.#months ??= found;
        return found !== null || fills;
      }
      case 'count':
        this.copies = Math.min(60, this.#meeting(undefined, by, to.n / to.d, wanted, 1) ?? 1);
        return true;
    }
  }

  /** A number that holds against `to`, or does not: the known one, or one on the edge or near it. */
  #meeting(known: number | undefined, by: Comparison, to: number, wanted: boolean, step: number): number | null {
    const on = Math.ceil(to / step) * step;
    const near = [on, on + step, on - step, on + 2 * step];
    const tried = known === undefined ? near : [known];
    const fitting = tried.filter((one) => one >= 0 && Number.isSafeInteger(one) && holds(one, by, to) === wanted);
    return fitting[this.#draw(fitting.length)] ?? null;
  }
}

function holds(a: number, by: Comparison, b: number): boolean {
  switch (by) {
    case '>=':
      return a >= b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    case '<':
      return a < b;
    case '=':
      return a === b;
    case '!=':
      return a !== b;
  }
}
