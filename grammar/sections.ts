/** Which lines each section takes. One table: the parser, completion and the reference page read it. */
import type { LineKind, SectionKind } from '../src/model/ast.ts';

/** Lines that any section with a meaning takes. */
const common = ['cite', 'open', 'accepted'] as const satisfies readonly LineKind[];
/** Whether nearly every section takes such a line, so that it tells nothing of the section it stands in. */
export const isCommon = (kind: LineKind): boolean => (common as readonly LineKind[]).includes(kind);

export const sectionLines: Readonly<Record<SectionKind, readonly LineKind[]>> = {
  rules: [
    'language',
    'title',
    'number',
    'effective',
    'until',
    'under',
    'repeals',
    'clauses',
    'cycle',
    'remainder',
    ...common,
  ],
  personField: ['option', ...common],
  recordField: ['option', ...common],
  convert: common,
  reading: ['question', 'option', 'adopt', ...common],
  scope: ['except', 'for', ...common],
  require: ['for', 'minimum', 'since', 'reduce', ...common],
  category: ['approver', 'cap', 'remainder', ...common],
  item: [
    'form',
    'for',
    'approver',
    'placed',
    'gate',
    'award',
    'awardTable',
    'falling',
    'factor',
    'best',
    'deem',
    'cap',
    'remainder',
    ...common,
  ],
  group: ['members', 'for', 'cap', ...common],
  makeup: common,
  carry: common,
  notice: common,
  uncomputed: ['accepted'],
  example: ['exampleYear', 'exampleAdopt', 'person', 'record', 'expect', 'cite', 'accepted'],
  examples: ['exampleYear', 'exampleAdopt', 'person', 'record', 'exampleTable', 'cite', 'accepted'],
  drop: ['cite', 'accepted'],
  // What was meant is not known: it takes anything, so that one mistake stays one.
  brokenSection: [],
};
