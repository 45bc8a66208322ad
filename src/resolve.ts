/**
 * Resolve: one rule file and its baseline (resolved already) become one rule set. Sections of the same word and name
 * replace the baseline's whole, fields only gain options, readings may be restated, 不沿用 takes away. Findings are of
 * this file alone; what conditions and amounts mean is left to `lower`.
 */
import { keywords } from '../grammar/keywords.ts';
import { dayNumber } from './language/declare/date.ts';
import { declareField } from './language/declare/field.ts';
import { knownFields } from './language/declare/known.ts';
import { declareReading } from './language/declare/reading.ts';
import { checkShape } from './language/declare/shape.ts';
import { Findings, type Report, renameTo } from './language/report.ts';
import { nearest } from './language/suggest.ts';
import { conversionOf } from './language/unit.ts';
import type { Line, LineKind, LineOf, RuleFile, Section, SectionKind, SectionOf, SectionRef } from './model/ast.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type {
  CategoryEntry,
  Conversion,
  FieldEntry,
  From,
  GroupEntry,
  ItemEntry,
  ReadingEntry,
  RuleSet,
} from './model/ruleset.ts';
import { NOWHERE } from './model/span.ts';

export interface Resolved {
  readonly ruleSet: RuleSet;
  readonly diagnostics: readonly Diagnostic[];
}

const isSection = <K extends SectionKind>(section: Section, kind: K): section is Extract<Section, SectionOf<K>> =>
  section.kind === kind;

const lineOf = <K extends LineKind>(lines: readonly Line[], kind: K): LineOf<K> | undefined =>
  lines.find((line): line is Extract<Line, LineOf<K>> => line.kind === kind) as LineOf<K> | undefined;

/** Puts `next` in the place of the entry with the same key, else at the end. */
const place = <T>(entries: T[], next: T, same: (entry: T) => boolean): void => {
  const at = entries.findIndex(same);
  if (at < 0) entries.push(next);
  else entries[at] = next;
};

const labelled = (entry: { readonly key: string; readonly label: string }, name: string): boolean =>
  entry.label === name || entry.key === name;

/** The nodes of one kind in this file; a second of the same name is reported and left out. */
const declared = <K extends SectionKind>(
  tree: RuleFile,
  file: string,
  kind: K,
  nameOf: (section: SectionOf<K>) => string,
  report: Report,
): From<SectionOf<K>>[] => {
  const seen = new Map<string, From<SectionOf<K>>>();
  for (const section of tree.sections) {
    if (!isSection(section, kind)) continue;
    const node = section as unknown as SectionOf<K>;
    const name = nameOf(node);
    const first = seen.get(name);
    if (first) {
      const what = keywords[kind as keyof typeof keywords].zh;
      report('CME202', node.span, { what, name }, { related: [{ file, span: first.node.span }] });
    } else seen.set(name, { node, file });
  }
  return [...seen.values()];
};

/** A section of which there is one, without a name. */
const single = <K extends SectionKind>(
  tree: RuleFile,
  file: string,
  kind: K,
  report: Report,
): From<SectionOf<K>> | null => {
  const nodes = tree.sections.filter((section) => isSection(section, kind)) as unknown as SectionOf<K>[];
  for (const extra of nodes.slice(1))
    report('CME351', extra.span, { word: keywords[kind as keyof typeof keywords].zh });
  return nodes[0] ? { node: nodes[0], file } : null;
};

const mergeFields = (
  tree: RuleFile,
  file: string,
  base: readonly FieldEntry[],
  report: Report,
): readonly FieldEntry[] => {
  const fields = [...base];
  const seen = new Set<FieldEntry>();
  for (const section of tree.sections) {
    if (section.kind !== 'personField' && section.kind !== 'recordField') continue;
    const on = section.kind === 'personField' ? 'person' : 'record';
    const names = [section.label.text, ...(section.code ? [section.code.text] : [])];
    const known = fields.find((f) => f.on === on && names.some((name) => labelled(f, name)));
    if (known && seen.has(known)) {
      const what = keywords[section.kind].zh;
      report('CME202', section.span, { what, name: section.label.text });
      continue;
    }
    const field = declareField({ node: section, file }, known ?? null, report);
    seen.add(field);
    place(fields, field, (f) => f === known);
  }
  return fields;
};

const mergeReadings = (
  tree: RuleFile,
  file: string,
  base: readonly ReadingEntry[],
  report: Report,
): readonly ReadingEntry[] => {
  const readings = [...base];
  for (const section of declared(tree, file, 'reading', (s) => s.label.text, report)) {
    const known = readings.find((r) => labelled(r, section.node.label.text)) ?? null;
    const reading = declareReading(section, known, report);
    if (reading) place(readings, reading, (r) => r === known);
  }
  return readings;
};

/** Own categories first, in the order of the file; then what the baseline adds. */
const mergeCategories = (
  tree: RuleFile,
  file: string,
  base: readonly CategoryEntry[],
  report: Report,
): readonly CategoryEntry[] => {
  const own: { key: string; label: string; section: From<SectionOf<'category'>>; items: ItemEntry[] }[] = [];
  let current: (typeof own)[number] | null = null;
  for (const section of tree.sections) {
    if (section.kind === 'category') {
      const label = section.label.text;
      const again = own.find((c) => c.label === label);
      if (again) {
        report(
          'CME202',
          section.span,
          { what: '类别', name: label },
          { related: [{ file, span: again.section.node.span }] },
        );
        current = again;
        continue;
      }
      const inherited = base.find((c) => labelled(c, label));
      current = {
        key: section.code?.text ?? inherited?.key ?? label,
        label,
        section: { node: section, file },
        items: [],
      };
      own.push(current);
    } else if (section.kind === 'item') {
      const label = section.label.text;
      if (!current) {
        report('CME354', section.span, { name: label });
        continue;
      }
      const again = current.items.find((i) => i.label === label);
      if (again) {
        report(
          'CME202',
          section.span,
          { what: '条目', name: label },
          { related: [{ file, span: again.section.node.span }] },
        );
        continue;
      }
      current.items.push({
        key: `${current.key}/${label}`,
        label,
        category: current.key,
        section: { node: section, file },
      });
    }
  }
  for (const category of own) {
    const inherited = base.find((c) => c.key === category.key || c.label === category.label);
    const kept = inherited?.items.filter((item) => !category.items.some((i) => i.label === item.label)) ?? [];
    category.items.push(...kept.map((item) => ({ ...item, category: category.key })));
  }
  const rest = base.filter((c) => !own.some((o) => o.key === c.key || o.label === c.label));
  return [...own, ...rest];
};

const mergeGroups = (
  tree: RuleFile,
  file: string,
  base: readonly GroupEntry[],
  report: Report,
): readonly GroupEntry[] => {
  const groups = [...base];
  for (const section of declared(tree, file, 'group', (s) => s.label.text, report)) {
    const label = section.node.label.text;
    const known = groups.find((g) => labelled(g, label));
    place(groups, { key: section.node.code?.text ?? known?.key ?? label, label, section }, (g) => g === known);
  }
  return groups;
};

const mergeNamed = <K extends SectionKind>(
  base: readonly From<SectionOf<K>>[],
  own: readonly From<SectionOf<K>>[],
  nameOf: (section: SectionOf<K>) => string,
): readonly From<SectionOf<K>>[] => {
  const merged = [...base];
  for (const section of own) place(merged, section, (s) => nameOf(s.node) === nameOf(section.node));
  return merged;
};

interface Droppable {
  readonly categories: readonly CategoryEntry[];
  readonly groups: readonly GroupEntry[];
  readonly requirements: RuleSet['requirements'];
  readonly readings: readonly ReadingEntry[];
}

/** The baseline less what this file does not take over. */
const dropFrom = (tree: RuleFile, base: Droppable, report: Report): Droppable => {
  let { categories, groups, requirements, readings } = base;
  const missing = (ref: SectionRef, what: string, names: readonly string[]) => {
    const near = nearest(ref.name.text, names);
    const hint = near
      ? `是不是「${near}」？`
      : names.length > 0
        ? `上位规则有：${names.join('、')}`
        : '上位规则没有这样的一节';
    report('CME208', ref.span, { what, name: ref.name.text, hint }, near ? renameTo(ref.name.span, near) : {});
  };
  for (const section of tree.sections) {
    if (section.kind !== 'drop') continue;
    for (const ref of section.of) {
      const name = ref.name.text;
      switch (ref.section ?? 'item') {
        case 'category': {
          if (!categories.some((c) => labelled(c, name)))
            missing(
              ref,
              '类别',
              categories.map((c) => c.label),
            );
          categories = categories.filter((c) => !labelled(c, name));
          break;
        }
        case 'group': {
          if (!groups.some((g) => labelled(g, name)))
            missing(
              ref,
              '分组',
              groups.map((g) => g.label),
            );
          groups = groups.filter((g) => !labelled(g, name));
          break;
        }
        case 'require': {
          const names = requirements.map((r) => r.node.label?.text ?? '');
          if (!names.includes(name)) missing(ref, '要求', names.filter(Boolean));
          requirements = requirements.filter((r) => r.node.label?.text !== name);
          break;
        }
        case 'reading': {
          if (!readings.some((r) => labelled(r, name)))
            missing(
              ref,
              '口径',
              readings.map((r) => r.label),
            );
          readings = readings.filter((r) => !labelled(r, name));
          break;
        }
        case 'item': {
          const all = categories.flatMap((c) => c.items.map((i) => i.label));
          if (!all.includes(name)) missing(ref, '条目', all);
          categories = categories.map((c) => ({ ...c, items: c.items.filter((i) => i.label !== name) }));
          break;
        }
      }
    }
  }
  return { categories, groups, requirements, readings };
};

const conversions = (tree: RuleFile, base: readonly Conversion[], report: Report): readonly Conversion[] => {
  const merged = [...base];
  for (const section of tree.sections) {
    if (section.kind !== 'convert') continue;
    const conversion = conversionOf(section, report);
    if (conversion) place(merged, conversion, (c) => c.from === conversion.from && c.to === conversion.to);
  }
  return merged;
};

const checkedDate = (line: LineOf<'effective'> | LineOf<'until'> | undefined, report: Report): string | null => {
  if (!line) return null;
  if (dayNumber(line.date.text) === null) report('CME409', line.date.span, { date: line.date.text });
  const [year = '', month = '', day = ''] = line.date.text.split('-');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

/** `base` is null for a file without 上位, and where the baseline is missing (which the caller reports). */
export const resolve = (tree: RuleFile, file: string, base: RuleSet | null): Resolved => {
  const findings = new Findings();
  const report = findings.in(file);
  checkShape(tree, report);

  const header = single(tree, file, 'rules', report);
  const brokenHeader = tree.sections.some((s) => s.kind === 'brokenSection' && s.opens === 'rules');
  if (!header && !brokenHeader) report('CME350', NOWHERE);
  const lines = header?.node.lines ?? [];
  if (header && !header.node.version) report('CME353', header.node.span, { section: '「规则」', word: '版本' });
  const effective = checkedDate(lineOf(lines, 'effective'), report);
  const untilLine = lineOf(lines, 'until');
  const until = checkedDate(untilLine, report);
  if (header && !effective && !lines.some((l) => l.kind === 'broken')) {
    report('CME353', header.node.span, { section: '「规则」', word: '施行' });
  }
  if (untilLine && effective && until && until < effective) report('CME416', untilLine.span);
  const language = lineOf(lines, 'language');
  if (language && language.version.digits !== '1') {
    report('CME419', language.version.span, { version: language.version.digits });
  }

  const kept = dropFrom(
    tree,
    {
      categories: base?.categories ?? [],
      groups: base?.groups ?? [],
      requirements: base?.requirements ?? [],
      readings: base?.readings ?? [],
    },
    report,
  );
  const remainder = lineOf(lines, 'remainder');
  const cycle = lineOf(lines, 'cycle');
  const requireName = (s: SectionOf<'require'>): string => s.label?.text ?? '';
  const noticeName = (s: SectionOf<'notice'>): string => s.text.value;

  const ruleSet: RuleSet = {
    file,
    label: header?.node.label.text ?? '',
    code: header?.node.code?.text ?? header?.node.label.text ?? '',
    version: header?.node.version?.text ?? '',
    language: 1,
    title: lineOf(lines, 'title')?.text.value ?? null,
    effective,
    until,
    fields: mergeFields(tree, file, base?.fields ?? knownFields, report),
    conversions: conversions(tree, base?.conversions ?? [], report),
    readings: mergeReadings(tree, file, kept.readings, report),
    remainder: remainder ? { node: remainder.of, file } : (base?.remainder ?? null),
    cycle: cycle ? { node: cycle, file } : (base?.cycle ?? null),
    categories: mergeCategories(tree, file, kept.categories, report),
    groups: mergeGroups(tree, file, kept.groups, report),
    scope: single(tree, file, 'scope', report) ?? base?.scope ?? null,
    requirements: mergeNamed(kept.requirements, declared(tree, file, 'require', requireName, report), requireName),
    makeup: single(tree, file, 'makeup', report) ?? base?.makeup ?? null,
    carry: single(tree, file, 'carry', report) ?? base?.carry ?? null,
    notices: mergeNamed(base?.notices ?? [], declared(tree, file, 'notice', noticeName, report), noticeName),
    examples: tree.sections
      .filter(
        (s): s is Extract<Section, { kind: 'example' | 'examples' }> => s.kind === 'example' || s.kind === 'examples',
      )
      .map((node) => ({ node, file })),
    files: [file, ...(base?.files ?? [])],
  };
  return { ruleSet, diagnostics: findings.list };
};
