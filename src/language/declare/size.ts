/** Whether a file, with its baselines, is small enough to be worked on: each bound of `limits.ts` that the text shows. */

import type { Cond, Line, LineOf, RuleFile, Section, SectionKind } from '../../model/ast.ts';
import type { Phrase } from '../../model/codes.ts';
import type { RuleSet } from '../../model/ruleset.ts';
import type { Span } from '../../model/span.ts';
import { linesOf } from '../find.ts';
import { MOST } from '../limits.ts';
import { sectionPhrase } from '../phrase.ts';
import type { Report } from '../report.ts';

type Counted = 'fields' | 'readings' | 'items' | 'groups' | 'requirements' | 'notices';

const countedAs: Partial<Record<SectionKind, Counted>> = {
  personField: 'fields',
  recordField: 'fields',
  reading: 'readings',
  category: 'items',
  item: 'items',
  group: 'groups',
  require: 'requirements',
  notice: 'notices',
};

const called: Record<Counted | 'caps' | 'demands', Phrase> = {
  fields: { zh: '字段', en: 'fields' },
  readings: sectionPhrase('reading'),
  items: { zh: '类别和条目', en: 'categories and items' },
  groups: sectionPhrase('group'),
  requirements: sectionPhrase('require'),
  notices: sectionPhrase('notice'),
  caps: sectionPhrase('cap'),
  demands: { zh: '要求的行', en: 'lines of requirements' },
};

/** What the baseline holds of each, by what tells one from another; a section of the file that is called alike replaces it. */
const inherited = (base: RuleSet | null): Record<Counted, Set<string>> => ({
  fields: new Set(base?.fields.flatMap(({ on, label, section }) => (section ? [`${on} ${label}`] : []))),
  readings: new Set(base?.readings.map(({ label }) => label)),
  items: new Set(base?.categories.flatMap((c) => [c.label, ...c.items.map((item) => `${c.label} ${item.label}`)])),
  groups: new Set(base?.groups.map(({ label }) => label)),
  requirements: new Set(base?.requirements.map(({ node }) => node.label?.text ?? '')),
  notices: new Set(base?.notices.map(({ node }) => node.text.value)),
});

/** What tells a section from others of its kind; `within` is the category that it stands in. */
const nameOf = (section: Section, within: string): string => {
  switch (section.kind) {
    case 'personField':
      return `person ${section.label.text}`;
    case 'recordField':
      return `record ${section.label.text}`;
    case 'item':
      return `${within} ${section.label.text}`;
    case 'notice':
      return section.text.value;
    default:
      return 'label' in section ? (section.label?.text ?? '') : '';
  }
};

const capsIn = (lines: readonly Line[]): number => linesOf(lines, 'cap').length;

/** Caps of the baseline, whether or not the file takes them over. */
const inheritedCaps = (base: RuleSet | null): number => {
  const sections = [...(base?.categories.flatMap((c) => [c, ...c.items]) ?? []), ...(base?.groups ?? [])];
  return sections.reduce((sum, { section }) => sum + capsIn(section.node.lines), 0);
};

const isDemand = ({ kind }: Line): boolean => kind === 'minimum' || kind === 'reduce';

const inheritedDemands = (base: RuleSet | null): number =>
  base?.requirements.reduce((sum, { node }) => sum + node.lines.filter(isDemand).length, 0) ?? 0;

/** How many names and values a condition holds. */
export const partsOf = (cond: Cond | undefined): number => {
  switch (cond?.kind) {
    case undefined:
      return 0;
    case 'and':
    case 'or':
      return cond.of.reduce((sum, arm) => sum + partsOf(arm), 0);
    case 'not':
    case 'paren':
      return partsOf(cond.of);
    case 'fact':
      return 1;
    case 'compare':
      return 1 + cond.operands.length;
  }
};

const conditionsOf = (of: Section | Line): readonly Cond[] => {
  const { when, that } = of as { readonly when?: Cond; readonly that?: Cond };
  return [when, that].filter((cond) => cond !== undefined);
};

/** What is written out for the rows of a table: its condition for each, and for each 其他 all that it is set against. */
const cellsOf = ({ table, when }: LineOf<'awardTable'>): number => {
  const { rows, columns } = table;
  const others = rows.reduce((sum, row) => sum + row.cells.filter((cell) => cell.kind === 'else').length, 0);
  return rows.length * partsOf(when) + others * rows.length * columns.length;
};

const bounded: ReadonlySet<SectionKind> = new Set(['scope', 'require', 'category', 'item', 'group']);

const linesUnder = (section: Section): number =>
  section.lines.reduce((sum, line) => sum + 1 + (line.kind === 'awardTable' ? line.table.rows.length : 0), 0);

const recordsOf = ({ lines }: Section): number => {
  const records = linesOf(lines, 'record').length;
  return linesOf(lines, 'exampleTable').reduce(
    (sum, { table }) => sum + table.rows.length * Math.max(1, records),
    records,
  );
};

/** Sums up, and says where it went over the most that may be. */
class Sum {
  count: number;
  over: Span | null = null;
  readonly #most: number;

  constructor(most: number, count = 0) {
    this.#most = most;
    this.count = count;
  }

  add(more: number, at: Span): void {
    this.count += more;
    if (this.count > this.#most) this.over ??= at;
  }
}

/** False where a bound was overstepped, which is reported: then nothing else should be done with the file. */
export const checkSize = (tree: RuleFile, base: RuleSet | null, report: Report): boolean => {
  let sound = true;
  const refuse: Report = (...found) => {
    sound = false;
    report(...found);
  };
  const names = inherited(base);
  const tooMany = new Map<Counted, Span>();
  const caps = new Sum(MOST.caps, inheritedCaps(base));
  const demands = new Sum(MOST.demands, inheritedDemands(base));
  const cells = new Sum(MOST.cells);
  const examples = new Sum(MOST.examples);
  let within = '';
  for (const section of tree.sections) {
    const kind = countedAs[section.kind];
    if (section.kind === 'category') within = section.label.text;
    if (kind) {
      const known = names[kind].add(nameOf(section, within));
      if (known.size > MOST[kind] && !tooMany.has(kind)) tooMany.set(kind, section.span);
    }
    const lines = bounded.has(section.kind) ? linesUnder(section) : 0;
    if (lines > MOST.lines) {
      const args = { section: sectionPhrase(section.kind as 'item'), count: String(lines), most: String(MOST.lines) };
      refuse('CME366', section.span, args);
    }
    for (const part of [section, ...section.lines]) {
      for (const cond of conditionsOf(part)) {
        const parts = partsOf(cond);
        if (parts > MOST.parts) refuse('CME127', cond.span, { count: String(parts), most: String(MOST.parts) });
      }
      if (part.kind === 'cap') caps.add(1, part.span);
      if (isDemand(part as Line)) demands.add(1, part.span);
      if (part.kind === 'awardTable') cells.add(cellsOf(part), part.word);
    }
    examples.add(recordsOf(section), section.span);
  }
  for (const [kind, span] of tooMany) {
    refuse('CME365', span, { what: called[kind], count: String(names[kind].size), most: String(MOST[kind]) });
  }
  if (caps.over) refuse('CME365', caps.over, { what: called.caps, count: String(caps.count), most: String(MOST.caps) });
  if (demands.over)
    refuse('CME365', demands.over, { what: called.demands, count: String(demands.count), most: String(MOST.demands) });
  if (cells.over) refuse('CME511', cells.over, { count: String(cells.count), most: String(MOST.cells) });
  if (examples.over) refuse('CME512', examples.over, { count: String(examples.count), most: String(MOST.examples) });
  return sound;
};

/** Groups that hold themselves, or so much by way of others that it cannot be written out. False where there is one. */
export const checkGroups = ({ groups }: Pick<RuleSet, 'groups'>, reportIn: (file: string) => Report): boolean => {
  const byName = new Map(groups.flatMap((group) => [group.key, group.label].map((name) => [name, group] as const)));
  const sizes = new Map<string, number | null>();
  let sound = true;
  const sizeOf = (group: (typeof groups)[number]): number => {
    const known = sizes.get(group.key);
    if (known !== undefined) {
      if (known === null) {
        sound = false;
        reportIn(group.section.file)('CME212', group.section.node.label.span, { name: group.label });
      }
      return known ?? 0;
    }
    sizes.set(group.key, null);
    const { lines, label } = group.section.node;
    let size = 1;
    for (const line of linesOf(lines, 'for')) size += partsOf(line.when);
    for (const { section, name } of linesOf(lines, 'members').flatMap(({ of }) => of)) {
      const member = section === undefined || section === 'group' ? byName.get(name.text) : undefined;
      if (member) size += sizeOf(member);
    }
    sizes.set(group.key, size);
    if (size > GROUP_PARTS) {
      sound = false;
      reportIn(group.section.file)('CME127', label.span, { count: String(size), most: String(GROUP_PARTS) });
      sizes.set(group.key, 0); // said once, not of each group above it
    }
    return size > GROUP_PARTS ? 0 : size;
  };
  for (const group of groups) sizeOf(group);
  return sound;
};

/** Names, values and groups that the condition of a group may come to by way of its members. */
const GROUP_PARTS = 5 * MOST.parts;

/** How many lines lowering reads. */
export const linesIn = (rules: RuleSet): number => {
  const sections: readonly Section[] = [
    ...rules.categories.flatMap((c) => [c.section.node, ...c.items.map(({ section }) => section.node)]),
    ...rules.groups.map(({ section }) => section.node),
    ...rules.requirements.map(({ node }) => node),
    ...rules.notices.map(({ node }) => node),
  ];
  return sections.reduce((sum, section) => sum + 1 + linesUnder(section), rules.fields.length);
};
