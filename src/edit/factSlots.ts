/** The facts of an example, one cell each. */
import { operand, name as printName } from '../language/value.ts';
import { enumerated } from '../language/words.ts';
import type { Fact, FactValue } from '../model/ast.ts';
import type { FieldEntry } from '../model/ruleset.ts';
import type { Span } from '../model/span.ts';
import { type Slot, type Slots, said } from './slot.ts';

const spanOf = (of: readonly { readonly span: Span }[], otherwise: Span): Span => ({
  start: of[0]?.span.start ?? otherwise.start,
  end: of.at(-1)?.span.end ?? otherwise.end,
});

/** Values of a field in one cell, by the type of the field. */
export function valuesSlot(
  slot: string,
  values: readonly FactValue[],
  field: FieldEntry | undefined,
  span: Span,
  slots: Slots,
  more: Partial<Slot>,
): void {
  const { p, vocabulary } = slots.reading;
  const [first] = values;
  const list = field && vocabulary.fieldList(field);
  const shown = said(enumerated(values.map((one) => operand(one, p))));
  if (values.length === 1 && first?.kind === 'quantity') slots.number(slot, first.number, first.unit, { ...more });
  else if (values.length === 1 && first?.kind === 'date') slots.date(slot, first.date, { ...more });
  else if (values.length === 1 && first?.kind === 'yesno')
    slots.choice(slot, span, shown, 'yesno', { kind: 'yesno', ...more });
  else if (values.length === 1 && first?.kind === 'name') {
    const quoted = first.name.quoted && !list;
    const takes = quoted ? ({ kind: 'text', takes: 'quoted' } as const) : {};
    slots.choice(slot, span, first.name.text, list, { ...takes, ...more });
  } else slots.choice(slot, span, shown, undefined, { kind: 'text', ...more });
}

export function factSlots(facts: readonly Fact[], on: FieldEntry['on'], slots: Slots): void {
  const { p, vocabulary } = slots.reading;
  facts.forEach((fact, at) => {
    const slot = `fact ${at + 1}`;
    const before = facts[at - 1];
    const after = facts[at + 1];
    const outer = before
      ? { outer: { start: before.span.end, end: fact.span.end } }
      : after
        ? { outer: { start: fact.span.start, end: after.span.start } }
        : {};
    if (fact.field) {
      const field = vocabulary.field(fact.field.text, on);
      const span = spanOf(fact.values, fact.span);
      valuesSlot(slot, fact.values, field, span, slots, { label: fact.field.text, ...outer });
      return;
    }
    const [value] = fact.values;
    const name = value?.kind === 'name' ? value.name : undefined;
    const flag = name && vocabulary.field(name.text, on);
    if (name && flag?.type === 'yesno') {
      const shown = p.spell('yes');
      slots.choice(slot, fact.span, shown, 'yesno', { kind: 'yesno', takes: 'flag', label: printName(name), ...outer });
      return;
    }
    const owner = name && vocabulary.owner(name.text);
    const list = owner && vocabulary.fieldList(owner);
    slots.choice(slot, fact.span, name?.text ?? '', list, { ...(owner && { label: owner.label }), ...outer });
  });
  const last = facts.at(-1);
  if (last) slots.absent('more', 'text', last.span.end, { takes: 'read', lead: p.language === 'zh' ? '，' : ', ' });
}
