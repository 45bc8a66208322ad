/** What a line leaves unsaid, shown beside it: limits that it lies under, units of bare numbers. */
import { keywords } from '../../grammar/keywords.ts';
import { wordsOfLine } from '../language/lower/source.ts';
import type { Cond, Section, SectionOf } from '../model/ast.ts';
import type { Span } from '../model/span.ts';
import type { Document, Said } from './document.ts';

export interface Hint {
  readonly offset: number;
  readonly text: Said;
  readonly kind: 'limit' | 'unit';
}

/** Those within the span. */
export const hintsIn = (document: Document, within: Span): readonly Hint[] => {
  const inside = ({ offset }: Hint): boolean => within.start <= offset && offset <= within.end;
  return [...limits(document), ...units(document)].filter(inside).sort((a, b) => a.offset - b.offset);
};

const capsOf = (section: Section): readonly string[] =>
  section.lines.flatMap((line) => (line.kind === 'cap' ? [wordsOfLine(line).replace(/^上限 /, '')] : []));

/** At the head of an 条目: the limits of the 类别 around it. */
const limits = ({ compiled: { tree } }: Document): readonly Hint[] => {
  let around: SectionOf<'category'> | null = null;
  return tree.sections.flatMap((section): Hint[] => {
    if (section.kind === 'category') around = section;
    if (section.kind !== 'item' || around === null) return [];
    const caps = capsOf(around);
    if (caps.length === 0) return [];
    const all = caps.join('、');
    const label = (around as SectionOf<'category'>).label.text;
    return [
      {
        offset: section.span.end,
        kind: 'limit',
        text: { zh: `「${label}」上限 ${all}`, en: `cap of 「${label}」: ${all}` },
      },
    ];
  });
};

/** Behind a bare number that is compared with a field: the field's unit. */
const units = ({ compiled, symbols }: Document): readonly Hint[] => {
  const fields = compiled.ruleSet?.fields ?? [];
  const unitOf = new Map(
    fields.flatMap(({ label, key, unit }) => (unit === null ? [] : [[label, unit] as const, [key, unit] as const])),
  );
  const found: Hint[] = [];
  const visit = (cond: Cond | undefined): void => {
    if (!cond) return;
    if (cond.kind === 'and' || cond.kind === 'or') for (const part of cond.of) visit(part);
    if (cond.kind === 'not' || cond.kind === 'paren') visit(cond.of);
    if (cond.kind !== 'compare' || cond.subject.kind !== 'name') return;
    const unit = unitOf.get(cond.subject.name.text);
    if (unit === undefined) return;
    for (const operand of cond.operands) {
      if (operand.kind !== 'quantity' || operand.unit) continue;
      found.push({ offset: operand.span.end, kind: 'unit', text: keywords[unit] });
    }
  };
  for (const section of compiled.tree.sections) {
    if ('when' in section) visit(section.when);
    for (const line of section.lines) {
      if ('when' in line) visit(line.when);
      if ('that' in line) visit(line.that);
      if (line.kind !== 'awardTable') continue;
      for (const column of line.table.columns) {
        const unit = column.kind === 'field' ? unitOf.get(column.name.text) : undefined;
        if (unit !== undefined) found.push({ offset: column.span.end, kind: 'unit', text: keywords[unit] });
      }
    }
  }
  return symbols.all.length === 0 ? [] : found;
};
