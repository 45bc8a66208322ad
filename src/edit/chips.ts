/** A condition as chips: the parts of a plain conjunction one by one, any other shape as one that leads to the text. */
import { condition } from '../language/cond.ts';
import { operand } from '../language/value.ts';
import { lineOf, words } from '../language/words.ts';
import type { Cond, Operand } from '../model/ast.ts';
import { type Reading, type Slot, said } from './slot.ts';
import type { Chip } from './view.ts';

/** The conjunction's arms; a single condition is its own. */
export const armsOf = (cond: Cond): readonly Cond[] => (cond.kind === 'and' ? cond.of : [cond]);

/** The comparison or name that a chip can show, and whether 并非 stands before it. */
export function plainOf(
  arm: Cond,
): { readonly of: Extract<Cond, { kind: 'fact' | 'compare' }>; negated: boolean } | undefined {
  if (arm.kind === 'fact' || arm.kind === 'compare') return { of: arm, negated: false };
  if (arm.kind === 'not' && (arm.of.kind === 'fact' || arm.of.kind === 'compare')) return { of: arm.of, negated: true };
  return undefined;
}

/** The comparisons and names in it, however they are bracketed. */
export function leavesOf(cond: Cond): readonly Cond[] {
  if (cond.kind === 'and' || cond.kind === 'or') return cond.of.flatMap(leavesOf);
  if (plainOf(cond)) return [cond];
  return cond.kind === 'not' || cond.kind === 'paren' ? leavesOf(cond.of) : [];
}

/** An operand as an intent would say it: without the unit, which stands beside. */
export function spoken(of: Operand, reading: Reading): string {
  if (of.kind === 'name') return of.name.text;
  if (of.kind === 'quantity') return of.number.digits;
  if (of.kind === 'range') return `${of.from.digits}～${of.to.digits}`;
  return said(operand(of, reading.p));
}

function chipOf(arm: Cond, reading: Reading): Chip {
  const { vocabulary, p } = reading;
  const shown = { span: arm.span, words: lineOf(words(condition(arm, p))) };
  const plain = plainOf(arm);
  if (!plain) return { ...shown, editable: false, within: leavesOf(arm).map((leaf) => chipOf(leaf, reading)) };
  const negated = plain.negated && { negated: true };
  if (plain.of.kind === 'fact') {
    const name = plain.of.name.text;
    const flag = vocabulary.field(name);
    if (flag?.type === 'yesno') return { ...shown, editable: true, field: name, ...negated };
    const owner = vocabulary.owner(name);
    const list = owner && vocabulary.fieldList(owner);
    return {
      ...shown,
      editable: true,
      ...(owner && { field: owner.label }),
      values: [name],
      ...(list && { list }),
      ...negated,
    };
  }
  const { subject, op, operands } = plain.of;
  const field = subject.kind === 'total' ? p.spell(subject.word) : subject.name.text;
  const list = subject.kind === 'name' ? vocabulary.listOf(field) : undefined;
  const unit = operands.flatMap((one) => ('unit' in one && one.unit ? [one.unit.id] : []))[0];
  return {
    ...shown,
    editable: true,
    field,
    comparison: op,
    values: operands.map((one) => spoken(one, reading)),
    ...(unit && { unit }),
    ...(list && { list }),
    ...negated,
  };
}

/** The cell of a condition. */
export function conditionSlot(slot: string, cond: Cond, reading: Reading, more: Partial<Slot> = {}): Slot {
  const shown = lineOf(words(condition(cond, reading.p)));
  const plain = cond.kind !== 'or';
  return {
    slot,
    kind: 'condition',
    span: cond.span,
    shown,
    value: shown,
    editable: true,
    takes: 'condition',
    chips: armsOf(cond).map((arm) => chipOf(arm, reading)),
    plain,
    ...more,
  };
}
