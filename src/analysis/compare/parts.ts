/** One element of a plan as it is before and after, and the plan with that element alone put in the place of the other. */
import type {
  AwardLine,
  Best,
  Cap,
  Carry,
  Cycle,
  Deem,
  Expr,
  Factor,
  Field,
  FieldRef,
  Gate,
  Item,
  MakeUp,
  Minimum,
  Plan,
  Reduction,
  Requirement,
} from '../../model/plan.ts';

export interface Changed<T> {
  /** Null: it was not there, or is not any more. */
  readonly before: T | null;
  readonly after: T | null;
}

/** Lists of lines that an item holds. */
export interface Lists {
  readonly gates: Gate;
  readonly lines: AwardLine;
  readonly factors: Factor;
  readonly best: Best;
  readonly deems: Deem;
}

type InItem<K extends keyof Lists> = Changed<Lists[K]> & { readonly of: K; readonly item: string };

export type Exception = Plan['exceptions'][number];

export type Part =
  | (Changed<Item> & { readonly of: 'item' })
  | { readonly of: 'match'; readonly item: string; readonly before: Expr; readonly after: Expr }
  | InItem<'gates'>
  | InItem<'lines'>
  | InItem<'factors'>
  | InItem<'best'>
  | InItem<'deems'>
  /** What tells an item's records apart, when and where they stand, and by what class hours are counted. */
  | {
      readonly of: 'apart' | 'placed' | 'stays' | 'time';
      readonly item: string;
      readonly before: Item;
      readonly after: Item;
    }
  | (Changed<Cap> & { readonly of: 'cap' })
  /** All caps at once: which of them cross hangs on all. */
  | { readonly of: 'caps'; readonly before: readonly Cap[]; readonly after: readonly Cap[] }
  | (Changed<Requirement> & { readonly of: 'requirement' })
  | (Changed<Minimum> & { readonly of: 'minimum'; readonly requirement: string | null })
  | (Changed<Reduction> & { readonly of: 'reduction'; readonly requirement: string | null })
  | {
      readonly of: 'binds' | 'since';
      readonly requirement: string | null;
      readonly before: Requirement;
      readonly after: Requirement;
    }
  | (Changed<Exception> & { readonly of: 'exception' })
  | (Changed<MakeUp> & { readonly of: 'makeup' })
  | (Changed<Carry> & { readonly of: 'carry' })
  | (Changed<Cycle> & { readonly of: 'cycle' })
  | (Changed<Field> & { readonly of: 'field'; readonly on: FieldRef['on'] })
  /** What nobody's credits or verdict can hang on: notices, names, dates of the rules. */
  | { readonly of: 'words'; readonly before: null; readonly after: null };

/** `after` in the place of `before`; what is new stands behind what it stands behind in `order`. */
const put = <T>(
  list: readonly T[],
  { before, after }: Changed<T>,
  order: readonly T[],
  same: (a: T, b: T) => boolean,
): readonly T[] => {
  const at = before === null ? -1 : list.findIndex((one) => same(one, before));
  if (after === null) return at < 0 ? list : list.toSpliced(at, 1);
  if (at >= 0) return list.with(at, after);
  for (let place = order.findIndex((one) => same(one, after)) - 1; place >= 0; place -= 1) {
    const behind = list.findIndex((one) => same(one, order[place] as T));
    if (behind >= 0) return list.toSpliced(behind + 1, 0, after);
  }
  return [after, ...list];
};

const identical = <T>(a: T, b: T): boolean => a === b;

/** Puts parts into plans; `order` is the plan that all of them lead to. */
export class Putting {
  readonly #order: Plan;

  constructor(order: Plan) {
    this.#order = order;
  }

  all(plan: Plan, parts: readonly Part[]): Plan {
    return parts.reduce((made, part) => this.one(made, part), plan);
  }

  one(plan: Plan, part: Part): Plan {
    const order = this.#order;
    switch (part.of) {
      case 'item':
        return { ...plan, items: put(plan.items, part, order.items, (a, b) => a.key === b.key) };
      case 'match':
        return inItem(plan, part.item, (item) => ({ ...item, match: part.after }));
      case 'gates':
        return inItem(plan, part.item, (item) => ({ ...item, gates: this.#line(item, 'gates', part) }));
      case 'lines':
        return inItem(plan, part.item, (item) => ({ ...item, lines: this.#line(item, 'lines', part) }));
      case 'factors':
        return inItem(plan, part.item, (item) => ({ ...item, factors: this.#line(item, 'factors', part) }));
      case 'best':
        return inItem(plan, part.item, (item) => ({ ...item, best: this.#line(item, 'best', part) }));
      case 'deems':
        return inItem(plan, part.item, (item) => ({ ...item, deems: this.#line(item, 'deems', part) }));
      case 'apart':
      case 'placed':
      case 'stays':
      case 'time':
        return inItem(plan, part.item, (item) => ({ ...item, [part.of]: part.after[part.of] }));
      case 'cap':
        return { ...plan, caps: put(plan.caps, part, order.caps, identical) };
      case 'caps':
        return { ...plan, caps: part.after };
      case 'requirement': {
        const same = (a: Requirement, b: Requirement): boolean => a.name === b.name;
        return { ...plan, requirements: put(plan.requirements, part, order.requirements, same) };
      }
      case 'minimum':
        return inRequirement(plan, part.requirement, (one) => ({
          ...one,
          lines: put(one.lines, part, this.#requirement(part.requirement)?.lines ?? [], identical),
        }));
      case 'reduction':
        return inRequirement(plan, part.requirement, (one) => ({
          ...one,
          reductions: put(one.reductions, part, this.#requirement(part.requirement)?.reductions ?? [], identical),
        }));
      case 'binds':
      case 'since':
        return inRequirement(plan, part.requirement, (one) => ({ ...one, [part.of]: part.after[part.of] }));
      case 'exception':
        return { ...plan, exceptions: put(plan.exceptions, part, order.exceptions, identical) };
      case 'makeup':
        return { ...plan, makeUp: part.after };
      case 'carry':
        return { ...plan, carry: part.after };
      case 'cycle':
        return { ...plan, cycle: part.after, effective: order.effective };
      case 'field': {
        const list = part.on === 'person' ? 'personFields' : 'recordFields';
        return { ...plan, [list]: put(plan[list], part, order[list], (a, b) => a.key === b.key) };
      }
      case 'words':
        return plan;
    }
  }

  #line<K extends keyof Lists>(item: Item, of: K, part: Changed<Lists[K]>): readonly Lists[K][] {
    const order = this.#order.items.find(({ key }) => key === item.key)?.[of] ?? [];
    return put(item[of] as unknown as readonly Lists[K][], part, order as unknown as readonly Lists[K][], identical);
  }

  #requirement(name: string | null): Requirement | undefined {
    return this.#order.requirements.find((one) => one.name === name);
  }
}

const inItem = (plan: Plan, key: string, change: (item: Item) => Item): Plan => ({
  ...plan,
  items: plan.items.map((item) => (item.key === key ? change(item) : item)),
});

const inRequirement = (plan: Plan, name: string | null, change: (one: Requirement) => Requirement): Plan => ({
  ...plan,
  requirements: plan.requirements.map((one) => (one.name === name ? change(one) : one)),
});
