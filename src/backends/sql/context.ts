/** What every step of an export needs to know. */
import type { Item, Plan } from '../../model/plan.ts';
import { type Spell, spelling } from './condition.ts';
import type { Dialect } from './dialect.ts';
import { type Names, namesOf } from './names.ts';
import type { Branch } from './script.ts';

/** What the inputs and the results are called. */
export interface Places {
  readonly practitioners: string;
  readonly records: string;
  readonly result: (name: ResultName) => string;
  /**
   * The inputs were made for these statements: texts without space around them and none empty, and for each record an id
   * that no other of its practitioner has. Half of the work of the first step is saved.
   */
  readonly neat?: boolean;
  /** A query that is run over the working tables before they are dropped, and reads columns that nothing else does. */
  readonly reader?: string;
}

export const resultNames = ['records', 'categories', 'practitioners', 'requirements'] as const;
export type ResultName = (typeof resultNames)[number];

export const usualPlaces: Places = {
  practitioners: 'practitioners',
  records: 'records',
  result: (name) => `cme_${name}`,
};

export interface Context {
  readonly plan: Plan;
  readonly places: Places;
  readonly dialect: Dialect;
  readonly names: Names;
  readonly spell: Spell;
  /** A sum of whole numbers as one; null where nothing is summed. */
  readonly sum: (what: string, over?: string) => string;
  /** A branch for each item that has one, by the number of the item. */
  readonly byItem: (of: (item: Item, place: number) => string | null) => readonly Branch[];
}

export function contextOf(plan: Plan, dialect: Dialect, places: Places = usualPlaces): Context {
  const names = namesOf(plan);
  return {
    plan,
    places,
    dialect,
    names,
    spell: spelling(dialect, names),
    sum: (what, over) => `CAST(sum(${what})${over === undefined ? '' : ` OVER (${over})`} AS BIGINT)`,
    byItem: (of) =>
      plan.items.flatMap((item, place) => {
        const gives = of(item, place);
        const says = item.clause === null ? item.label : `${item.clause} ${item.label}`;
        return gives === null ? [] : [{ when: String(place + 1), gives, says }];
      }),
  };
}

/** The number by which the steps call an item. */
export const numberOf = (plan: Plan, key: string): number => plan.items.findIndex((item) => item.key === key) + 1;

export const itemsOf = (plan: Plan, keys: readonly string[]): string => {
  const numbers = keys.map((key) => numberOf(plan, key)).sort((a, b) => a - b);
  return numbers.length === 0 ? 'FALSE' : `item IN (${numbers.join(', ')})`;
};

/** True or false: what is unknown is not so. */
export const surely = (condition: string): string =>
  condition === 'TRUE' || condition === 'FALSE' ? condition : `COALESCE(${condition}, FALSE)`;

export const either = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'FALSE' : conditions.length === 1 ? (conditions[0] ?? '') : `(${conditions.join(' OR ')})`;
