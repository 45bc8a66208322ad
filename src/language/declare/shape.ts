/** What a file's sections must and may hold, seen by themselves: lines that stand once, lines that must stand, names. */

import { keywords } from '../../../grammar/keywords.ts';
import type { LineKind, Name, RuleFile, Section } from '../../model/ast.ts';
import { checkAccepted } from '../accepted.ts';
import { phrases, sectionPhrase } from '../phrase.ts';
import type { Report } from '../report.ts';
import { checkRegister } from './register.ts';
import { checkTable } from './table.ts';

/** Lines of which a section may hold several; of every other kind one. */
const repeated: ReadonlySet<LineKind> = new Set<LineKind>([
  'repeals',
  'option',
  'except',
  'form',
  'members',
  'gate',
  'award',
  'awardTable',
  'factor',
  'best',
  'deem',
  'cap',
  'minimum',
  'reduce',
  'open',
  'accepted',
  'exampleAdopt',
  'record',
  'broken',
]);

/** The keyword of a line kind, where they are not called alike. */
const wordOf: Partial<Record<LineKind, keyof typeof keywords>> = {
  minimum: 'per',
  since: 'prorate',
  exampleAdopt: 'adopt',
};

export const lineWord = (kind: LineKind): string => {
  const id = wordOf[kind] ?? kind;
  return id in keywords ? keywords[id as keyof typeof keywords].zh : kind;
};

const names = (section: Section): readonly Name[] => {
  switch (section.kind) {
    case 'rules':
    case 'personField':
    case 'recordField':
    case 'reading':
    case 'category':
    case 'item':
    case 'group':
      return [section.label];
    case 'require':
      return section.label ? [section.label] : [];
    default:
      return [];
  }
};

const checkOnce = (section: Section, report: Report): void => {
  const seen = new Set<LineKind>();
  for (const line of section.lines) {
    if (repeated.has(line.kind)) continue;
    if (seen.has(line.kind)) report('CME352', line.word, { word: lineWord(line.kind) });
    seen.add(line.kind);
  }
};

const granting: ReadonlySet<LineKind> = new Set<LineKind>(['award', 'awardTable', 'deem', 'broken']);

const checkHolds = (section: Section, report: Report): void => {
  const has = (...kinds: LineKind[]): boolean =>
    section.lines.some((line) => kinds.includes(line.kind) || line.kind === 'broken');
  switch (section.kind) {
    case 'item':
      if (!section.lines.some((line) => granting.has(line.kind)))
        report('CME355', section.label.span, { name: section.label.text });
      break;
    case 'example':
      if (!has('expect')) report('CME505', section.span);
      break;
    case 'examples':
      if (!has('exampleTable'))
        report('CME353', section.span, { section: sectionPhrase('examples'), word: phrases.theTable });
      break;
    case 'uncomputed':
      if (!section.reason) report('CME364', section.span);
      break;
    default:
  }
};

const checkNames = (section: Section, report: Report): void => {
  for (const name of names(section)) {
    if ([...name.text].length === 1) report('CME209', name.span, { name: name.text });
  }
};

export const checkShape = (tree: RuleFile, report: Report): void => {
  for (const section of tree.sections) {
    checkOnce(section, report);
    checkHolds(section, report);
    checkNames(section, report);
    for (const line of section.lines) {
      if (line.kind === 'awardTable' || line.kind === 'exampleTable') checkTable(line.table, report);
    }
  }
  checkRegister(tree, report);
  checkAccepted(tree, report);
};
