/** A difference in words. */
import type { Expr, Item, Plan } from '../../model/plan.ts';
import type { Edit } from '../compare/edits.ts';
import { phraseOf } from '../compare/phrase.ts';
import type { Place, Sides } from './place.ts';

/** The item that came or went by it. */
export const itemIn = ({ parts }: Edit) => parts.find((part) => part.of === 'item');

/** `条目 论文：授予 每 1 篇 2 学分`. */
const itemWords = (item: Item | null): string | null =>
  item &&
  [`条目 ${item.label}`, [...item.lines, ...item.deems].map(({ source }) => source.words).join('；')]
    .filter(Boolean)
    .join('：');

/** A condition in words, without the arms that no reading adopted opens. */
export const wordsOf = (edit: Edit, { baseline, province }: Sides): Pick<Place, 'baseline' | 'province'> => {
  const { before, after, parts } = edit;
  const [part] = parts;
  const item = itemIn(edit);
  if (part?.of === 'match') {
    return { baseline: phraseOf(baseline, folded(part.before)), province: phraseOf(province, folded(part.after)) };
  }
  if (item) return { baseline: itemWords(item.before), province: itemWords(item.after) };
  if (part?.of !== 'binds') return { baseline: before, province: after };
  const said = (plan: Plan, when: Expr | null): string | null => when && `适用 ${phraseOf(plan, folded(when))}`;
  return { baseline: said(baseline, part.before.binds), province: said(province, part.after.binds) };
};

/** The same condition without constants within it. */
const folded = (expr: Expr): Expr => {
  if (expr.op !== 'and' && expr.op !== 'or') return expr;
  const idle = expr.op === 'and';
  const parts = expr.of.map(folded).filter((one) => one.op !== 'const' || one.value !== idle);
  const [only] = parts;
  const settled = parts.find((one) => one.op === 'const');
  if (settled) return settled;
  if (!only) return { op: 'const', value: idle };
  return parts.length === 1 ? only : { op: expr.op, of: parts };
};
