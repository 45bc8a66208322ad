/** The sums (累计) that conditions read, each under a name. */
import type { Expr } from '../../model/plan.ts';
import { sayWhy } from './admit.ts';
import { joined, type Total } from './condition.ts';
import { type Context, surely } from './context.ts';
import { type Measured, measured } from './measure.ts';
import { also, kept, type Script } from './script.ts';
import { joinStays } from './stays.ts';

export interface Sum {
  readonly name: string;
  readonly of: Measured;
  /** The record is in the sum. */
  readonly counts: string;
}

export const totalsIn = (expr: Expr): readonly Total[] => {
  if (expr.op === 'total') return [expr];
  if (expr.op === 'and' || expr.op === 'or') return expr.of.flatMap(totalsIn);
  return expr.op === 'not' ? totalsIn(expr.of) : [];
};

const keyOf = ({ measure, where }: Total): string => JSON.stringify([measure, where]);

export class Sums {
  readonly #sums = new Map<string, Sum>();

  constructor({ names, spell }: Context, conditions: readonly Expr[], prefix: string) {
    for (const total of conditions.flatMap(totalsIn)) {
      if (this.#sums.has(keyOf(total))) continue;
      const of = measured(total.measure, names);
      const counts = surely(joined([...(of.ofVisitors ? [] : ['NOT visiting']), of.known, spell(total.where)], 'AND'));
      this.#sums.set(keyOf(total), { name: `${prefix}${this.#sums.size + 1}`, of, counts });
    }
  }

  get all(): readonly Sum[] {
    return [...this.#sums.values()];
  }

  nameOf(total: Total): string {
    return this.#sums.get(keyOf(total))?.name ?? '';
  }
}

/** Days and months of the same records are joined once. */
const byWhere = (sums: Sums): ReadonlyMap<string, readonly Sum[]> =>
  Map.groupBy(
    sums.all.filter(({ of }) => of.joined !== null),
    ({ counts }) => counts,
  );

export const lineSums = (context: Context): Sums =>
  new Sums(
    context,
    context.plan.items.flatMap(({ lines }) => lines.map(({ when }) => when)),
    'total_',
  );

/** Keeps the stays that the sums look at, of each item over the year: of those that passed, which `said` tells. */
export function keepStays(context: Context, script: Script, sums: Sums): void {
  [...byWhere(sums).keys()].forEach((counts, at) => {
    const said = sayWhy(context, script);
    const name = joinStays(
      context,
      script,
      `stays_${at + 1}`,
      ['person', 'item'],
      `  SELECT person, item, stay_from, stay_to FROM ${said} WHERE reason_admitted IS NULL AND ${counts}`,
      'The stays of an item over the year, joined where they overlap or touch.',
    );
    script.keep(name);
  });
}

/** Sums of each item over the year, beside each record that passed. Gives the step's name. */
export function addTotals({ sum }: Context, script: Script, sums: Sums): string {
  let from = 'passed';
  const each = sums.all.filter(({ of }) => of.each !== null);
  if (each.length > 0) {
    from = script.step(
      'totals',
      'What the records of an item that passed add up to over the year.',
      also(
        `${from} t`,
        each.map(({ name, of, counts }): [string, string] => [
          name,
          sum(`CASE WHEN ${counts} THEN ${of.each} ELSE 0 END`, 'PARTITION BY person, item'),
        ]),
      ),
    );
  }
  [...byWhere(sums).values()].forEach((group, at) => {
    const columns = group.map(({ name, of }): [string, string] => [name, `COALESCE(j.${of.joined}, 0)`]);
    const stays = kept(`stays_${at + 1}`);
    from = script.step(
      `totals_${at + 1}`,
      'Their days or months, beside each record.',
      also(`${from} t LEFT JOIN ${stays} j ON j.person = t.person AND j.item = t.item`, columns),
    );
  });
  return from;
}
