/**
 * What a file declares and no line of it, nor of its baselines, names: fields, readings with a choice, groups, categories
 * that hold nothing. A name is looked for as it is written, so that one under another option is one too. A file that opens
 * something to others (开放), or has no 条目 at all, declares for them as well: only its own empty categories are told.
 */
import { known } from '../../grammar/known.ts';
import type { RuleFile, Section, UnitId } from '../model/ast.ts';
import type { FieldEntry, RuleSet } from '../model/ruleset.ts';
import { linesOf } from './find.ts';
import type { Report } from './report.ts';

interface Named {
  readonly names: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
}

/** Every name and unit in these parts of the tree. */
const namedIn = (parts: readonly unknown[]): Named => {
  const [names, units] = [new Set<string>(), new Set<string>()];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { text, id } = node as { readonly text?: unknown; readonly id?: unknown };
    if (typeof text === 'string') names.add(text);
    if (typeof id === 'string') units.add(id);
    for (const part of Object.values(node)) visit(part);
  };
  parts.forEach(visit);
  return { names, units };
};

/** The parts that say how something is reckoned: lines without the labels of what they stand in. */
const reckoning = (rules: RuleSet): readonly unknown[] => {
  const linesIn = (all: readonly { readonly section: { readonly node: Section } }[]) =>
    all.map(({ section }) => section.node.lines);
  return [
    rules.remainder?.node,
    rules.cycle?.node,
    rules.scope?.node,
    rules.makeup?.node,
    rules.carry?.node,
    rules.notices.map(({ node }) => node),
    rules.requirements.map(({ node }) => node.lines),
    linesIn(rules.categories),
    linesIn(rules.categories.flatMap(({ items }) => items)),
    linesIn(rules.groups),
    rules.readings.map(({ options }) => options.map(({ value }) => value)),
  ];
};

/** Units that stand for each other are measured by one field. */
const alike = ({ conversions }: RuleSet, unit: UnitId): ReadonlySet<string> => {
  const found = new Set<string>([unit]);
  const pairs = [['hours', 'minutes'], ...conversions.map(({ from, to }) => [from, to])];
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const pair of pairs) if (pair.some((one) => found.has(one))) for (const one of pair) found.add(one);
  }
  return found;
};

const reads = (rules: RuleSet, { names, units }: Named, field: FieldEntry): boolean =>
  [field, ...field.options].some(({ key, label }) => names.has(key) || names.has(label)) ||
  (field.unit !== null && [...alike(rules, field.unit)].some((unit) => units.has(unit)));

export const tellUnused = (tree: RuleFile, rules: RuleSet, base: RuleSet | null, report: Report): void => {
  for (const { section, items, label } of rules.categories) {
    const opened = linesOf(section.node.lines, 'open').length > 0;
    if (section.file === rules.file && items.length === 0 && !opened)
      report('CME719', section.node.label.span, { name: label });
  }
  const own = tree.sections.some(({ kind }) => kind === 'item');
  if (!own || tree.sections.some(({ lines }) => linesOf(lines, 'open').length > 0)) return;
  const named = namedIn(reckoning(rules));
  const isNamed = ({ key, label }: { readonly key: string; readonly label: string }): boolean =>
    named.names.has(key) || named.names.has(label);
  for (const field of rules.fields) {
    const inherited = base?.fields.some(({ on, key }) => on === field.on && key === field.key);
    if (field.section?.file !== rules.file || inherited || field.key in known || reads(rules, named, field)) continue;
    report('CME716', field.section.node.label.span, { name: field.label });
  }
  for (const reading of rules.readings) {
    if (reading.section.file !== rules.file || reading.options.length < 2 || isNamed(reading)) continue;
    report('CME715', reading.section.node.label.span, { name: reading.label });
  }
  for (const { section, label, key } of rules.groups) {
    const caps = linesOf(section.node.lines, 'cap').length > 0;
    if (section.file === rules.file && !caps && !isNamed({ key, label }))
      report('CME718', section.node.label.span, { name: label });
  }
};
