/** Sections of one kind in a file, and how they take the place of a baseline's. */

import type { KeywordId } from '../../../grammar/keywords.ts';
import type { RuleFile, Section, SectionKind, SectionOf } from '../../model/ast.ts';
import type { From } from '../../model/ruleset.ts';
import { sectionPhrase } from '../phrase.ts';
import type { Report } from '../report.ts';

const isSection = <K extends SectionKind>(section: Section, kind: K): section is Extract<Section, SectionOf<K>> =>
  section.kind === kind;

/** Puts `next` in the place of the entry with the same key, else at the end. */
export const place = <T>(entries: T[], next: T, same: (entry: T) => boolean): void => {
  const at = entries.findIndex(same);
  if (at < 0) entries.push(next);
  else entries[at] = next;
};

/** The nodes of one kind in this file; a second of the same name is reported and left out. */
export const declared = <K extends SectionKind>(
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
      const what = sectionPhrase(kind as KeywordId);
      const related = [{ file, span: first.node.span }];
      if (name === '') report('CME351', node.span, { word: what }, { related });
      else report('CME202', node.span, { what, name }, { related });
    } else seen.set(name, { node, file });
  }
  return [...seen.values()];
};

/** A section of which there is one, without a name. */
export const single = <K extends SectionKind>(
  tree: RuleFile,
  file: string,
  kind: K,
  report: Report,
): From<SectionOf<K>> | null => {
  const nodes = tree.sections.filter((section) => isSection(section, kind)) as unknown as SectionOf<K>[];
  for (const extra of nodes.slice(1)) report('CME351', extra.span, { word: sectionPhrase(kind as KeywordId) });
  return nodes[0] ? { node: nodes[0], file } : null;
};

export const mergeNamed = <K extends SectionKind>(
  base: readonly From<SectionOf<K>>[],
  own: readonly From<SectionOf<K>>[],
  nameOf: (section: SectionOf<K>) => string,
): readonly From<SectionOf<K>>[] => {
  const merged = new Map(base.map((section) => [nameOf(section.node), section]));
  for (const section of own) merged.set(nameOf(section.node), section);
  return [...merged.values()];
};
