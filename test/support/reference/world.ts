/** What the names of a rule set mean under the readings chosen: fields, options, readings, sections, amounts. */
import type {
  Amount,
  Basis,
  Line,
  LineKind,
  LineOf,
  Name,
  Remainder,
  SectionRef,
  SpanId,
  UnitId,
} from '../../../src/model/ast.ts';
import type { FieldEntry, ItemEntry, ReadingEntry, ReadingOption, RuleSet } from '../../../src/model/ruleset.ts';
import { digits, hundredth, over, type Rational, rational, times } from './rational.ts';

export interface World {
  readonly rules: RuleSet;
  /** Code of the reading → the option chosen. */
  readonly chosen: ReadonlyMap<string, ReadingOption>;
}

export const worldOf = (rules: RuleSet, choice: Readonly<Record<string, string>> = {}): World => {
  const chosen = new Map<string, ReadingOption>();
  for (const reading of rules.readings) {
    const wanted = choice[reading.key] ?? choice[reading.label] ?? reading.adopted;
    const option = reading.options.find((one) => one.key === wanted || one.label === wanted);
    if (!option) throw new Error(`no option ${wanted} of ${reading.key}`);
    chosen.set(reading.key, option);
  }
  return { rules, chosen };
};

type Named = { readonly key: string; readonly label: string };
const called = (name: string) => (one: Named) => one.label === name || one.key === name;

export const linesOf = <K extends LineKind>(of: { readonly node: { readonly lines: readonly Line[] } }, kind: K) =>
  of.node.lines.filter((line): line is LineOf<K> & Line => line.kind === kind) as unknown as readonly LineOf<K>[];

// ---- fields and readings ----------------------------------------------------------------------------------------------

export const fieldNamed = (world: World, name: string, on?: FieldEntry['on']): FieldEntry | undefined =>
  world.rules.fields.find((field) => field.on === (on ?? 'record') && called(name)(field)) ??
  (on ? undefined : fieldNamed(world, name, 'person'));

export const readingNamed = (world: World, name: string): ReadingEntry | undefined =>
  world.rules.readings.find(called(name));

/** The option chosen of the reading of that name. */
export const chosenOf = (world: World, name: string): ReadingOption | undefined => {
  const reading = readingNamed(world, name);
  return reading && world.chosen.get(reading.key);
};

/** Codes of the readings of several options that a piece of the tree names. */
export const readingsNamed = (world: World, tree: unknown): ReadonlySet<string> => {
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('text' in node && 'quoted' in node) {
      const reading = readingNamed(world, (node as Name).text);
      if (reading && reading.options.length > 1) found.add(reading.key);
    } else for (const child of Object.values(node)) walk(child);
  };
  walk(tree);
  return found;
};

// ---- amounts ----------------------------------------------------------------------------------------------------------

export interface Quantity {
  readonly value: Rational;
  readonly unit: UnitId | null;
}

export const quantityOf = (world: World, amount: Amount): Quantity => {
  if (amount.kind === 'number') return { value: digits(amount.number.digits), unit: amount.unit?.id ?? null };
  const value = chosenOf(world, amount.name.text)?.value;
  if (value?.kind !== 'amount') throw new Error(`no amount: ${amount.name.text}`);
  return { value: digits(value.number.digits), unit: amount.unit?.id ?? value.unit?.id ?? null };
};

export const creditsOf = (world: World, amount: Amount): Rational => quantityOf(world, amount).value;

export const basisOf = (world: World, basis: Basis | undefined): SpanId => {
  if (!basis) return 'record';
  if (basis.kind === 'span') return basis.id;
  const value = chosenOf(world, basis.name.text)?.value;
  if (value?.kind !== 'basis') throw new Error(`no span: ${basis.name.text}`);
  return value.id;
};

/** 舍去 and 进位, or the step that 折算 rounds to. */
export type Rounding = 'floor' | 'ceil' | Rational;

export const roundingOf = (world: World, of: Remainder): Rounding => {
  if (of.kind === 'reading') {
    const value = chosenOf(world, of.name.text)?.value;
    if (value?.kind !== 'remainder') throw new Error(`no remainder: ${of.name.text}`);
    return roundingOf(world, value.of);
  }
  if (of.kind === 'prorate') return of.step ? creditsOf(world, of.step) : hundredth;
  return of.kind;
};

// ---- units ------------------------------------------------------------------------------------------------------------

/** How many `to` one `from` is; null where nothing joins them. */
export const between = (world: World, from: UnitId, to: UnitId): Rational | null => {
  const steps: { from: UnitId; to: UnitId; by: Rational }[] = [{ from: 'hours', to: 'minutes', by: rational(60) }];
  for (const { from: a, to: b, factor } of world.rules.conversions)
    steps.push({ from: a, to: b, by: rational(factor.n, factor.d) });
  const reach = (unit: UnitId, by: Rational, seen: readonly UnitId[]): Rational | null => {
    if (unit === to) return by;
    for (const step of steps) {
      const [next, factor] =
        step.from === unit ? [step.to, times(by, step.by)] : step.to === unit ? [step.from, over(by, step.by)] : [];
      if (next === undefined || factor === undefined || seen.includes(next)) continue;
      const found = reach(next, factor, [...seen, next]);
      if (found) return found;
    }
    return null;
  };
  return reach(from, rational(1), [from]);
};

/** The field that carries a unit: with that very unit, else with one that converts into it. */
export const carrierOf = (world: World, unit: UnitId, on: FieldEntry['on']): FieldEntry | undefined => {
  const fields = world.rules.fields.filter((field) => field.on === on && field.unit !== null);
  return (
    fields.find((field) => field.unit === unit) ?? fields.find((field) => between(world, field.unit as UnitId, unit))
  );
};

/** A number of the field in another unit; without a unit on either side the number as it is. */
export const inUnit = (world: World, value: Rational, from: UnitId | null, to: UnitId | null): Rational => {
  const factor = from && to ? between(world, from, to) : rational(1);
  if (!factor) throw new Error(`${from} does not become ${to}`);
  return times(value, factor);
};

// ---- sections ---------------------------------------------------------------------------------------------------------

export const itemsOf = (world: World): readonly ItemEntry[] => world.rules.categories.flatMap(({ items }) => items);

/** What a name of a section means: the 类别, else the 分组, else the 条目. */
export type Place =
  | { readonly kind: 'category'; readonly of: RuleSet['categories'][number] }
  | { readonly kind: 'group'; readonly of: RuleSet['groups'][number] }
  | { readonly kind: 'item'; readonly of: ItemEntry };

export const placeNamed = (world: World, { section, name }: SectionRef): Place => {
  const hit = called(name.text);
  const category = section === undefined || section === 'category' ? world.rules.categories.find(hit) : undefined;
  if (category) return { kind: 'category', of: category };
  const group = section === undefined || section === 'group' ? world.rules.groups.find(hit) : undefined;
  if (group) return { kind: 'group', of: group };
  const item = section === undefined || section === 'item' ? itemsOf(world).find(hit) : undefined;
  if (item) return { kind: 'item', of: item };
  throw new Error(`no section: ${name.text}`);
};
