/** Records that nothing is granted for though their form is known: of no item, or of no row of their item's table. */
import type { Expr, Item, Plan } from '../model/plan.ts';
import { isRow } from './dead.ts';
import { clauseWords, type Finding, itemAt } from './finding.ts';
import { reach } from './reach.ts';
import { fails, holds, type Regions } from './regions.ts';
import { shownBy, witnessOf, wordsOf } from './witness.ts';

const isForm = (key: string): Expr => ({ op: 'among', field: { on: 'record', key: 'form' }, keys: [key] });

/** Forms that no item claims, in one finding; of the others, what is left over between their items, once for each set. */
export const unclaimed = (regions: Regions, plan: Plan): readonly Finding[] => {
  const form = plan.recordFields.find(({ key }) => key === 'form');
  if (!form || plan.items.length === 0) return [];
  const none: string[] = [];
  const parts = new Map<string, Finding>();
  const possible = possibleOf(plan.items);
  for (const { key, label } of form.options) {
    const claiming = possible(key).filter(
      ({ match }) => regions.find([holds(isForm(key)), holds(match)]).kind === 'point',
    );
    const [first] = claiming;
    if (first === undefined) {
      none.push(label);
      continue;
    }
    const sharing = claiming.map((item) => item.key).join();
    if (parts.has(sharing)) continue;
    const found = regions.find([holds(isForm(key)), ...claiming.map(({ match }) => fails(match))]);
    const shown = found.kind === 'point' ? shownBy(regions, found.point, null) : null;
    if (shown === null) continue;
    const args = { form: label, clause: clauseWords(first.clause), witness: wordsOf(plan, shown) };
    parts.set(sharing, { code: 'CME732', at: itemAt(first), args, witness: witnessOf(plan, shown, null) });
  }
  const whole: readonly Finding[] =
    none.length === 0 ? [] : [{ code: 'CME731', at: { kind: 'rules' }, args: { forms: none.join('、') } }];
  return [...whole, ...parts.values()];
};

/** The forms that a condition allows at all; null: any. */
const formsOf = (expr: Expr): readonly string[] | null => {
  if (expr.op === 'among' && expr.field.on === 'record' && expr.field.key === 'form') return expr.keys;
  return expr.op === 'and' ? (expr.of.map(formsOf).find((forms) => forms !== null) ?? null) : null;
};

/** By form: the items that may claim a record of it. */
const possibleOf = (items: readonly Item[]): ((key: string) => readonly Item[]) => {
  const any = items.filter(({ match }) => formsOf(match) === null);
  const places = new Map(items.map((item, place) => [item, place]));
  const named = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(formsOf(item.match) ?? [])) {
      const known = named.get(key);
      if (known) known.push(item);
      else named.set(key, [item]);
    }
  }
  return (key) => [...any, ...(named.get(key) ?? [])].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
};

/** What passes the gates of an item with a table, and is in none of its rows and lines. */
export const gaps = (regions: Regions, plan: Plan): readonly Finding[] =>
  plan.items.flatMap((item) => gapOf(regions, item));

const gapOf = (regions: Regions, item: Item): readonly Finding[] => {
  const row = item.lines.find(({ source }) => isRow(source));
  if (!row || item.deems.length > 0) return [];
  const found = regions.find([...reach(item), ...item.lines.map(({ when }) => fails(when))]);
  const shown = found.kind === 'point' ? shownBy(regions, found.point, item) : null;
  if (shown === null) return [];
  const { plan } = regions;
  const args = { name: item.label, clause: clauseWords(item.clause), witness: wordsOf(plan, shown) };
  return [{ code: 'CME733', at: itemAt(item), args, witness: witnessOf(plan, shown, item) }];
};
