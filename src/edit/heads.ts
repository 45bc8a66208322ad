/** The cells in the head of a section. */
import { reference } from '../language/group.ts';
import { operand, name as printName } from '../language/value.ts';
import type { Name, Section, SectionKind, SectionOf } from '../model/ast.ts';
import { conditionSlot } from './chips.ts';
import { type Reading, type Slot, Slots, said } from './slot.ts';

type HeadSlots = { readonly [K in SectionKind]: (section: SectionOf<K>, slots: Slots) => void };

const labelled = ({ label, code }: { readonly label?: Name; readonly code?: Name }, slots: Slots): void => {
  if (label) slots.name('label', label);
  if (code) slots.name('code', code);
};

const field = (section: SectionOf<'personField' | 'recordField'>, slots: Slots): void => {
  const { p, vocabulary } = slots.reading;
  labelled(section, slots);
  if (section.type) slots.choice('type', section.type.span, p.spell(section.type.id), 'types');
  if (section.unit) slots.words('unit', section.unit.span, p.spell(section.unit.id));
  const list = vocabulary.listOf(section.label.text, section.kind === 'personField' ? 'person' : 'record');
  if (section.default) slots.choice('default', section.default.span, said(operand(section.default, p)), list);
};

const heads: HeadSlots = {
  rules: (section, slots) => {
    labelled(section, slots);
    if (section.version) slots.raw('version', section.version);
  },
  personField: field,
  recordField: field,
  convert: (section, slots) => {
    slots.amount('left', section.left, []);
    slots.amount('right', section.right, []);
  },
  reading: labelled,
  scope: () => {},
  require: labelled,
  category: labelled,
  item: labelled,
  group: labelled,
  makeup: (section, slots) => {
    const { text, p } = slots.reading;
    const word = p.spell('when');
    if (!section.when) slots.absent('when', 'condition', section.span.end, { takes: 'condition', lead: ` ${word} ` });
    else {
      const before = text.slice(section.span.start, section.when.span.start).trimEnd();
      const own = before.toLowerCase().endsWith(word) ? before.slice(0, -word.length).trimEnd() : before;
      const outer = { start: section.span.start + own.length, end: section.when.span.end };
      slots.put(conditionSlot('when', section.when, slots.reading, { outer }));
    }
  },
  carry: (section, slots) => {
    slots.choice('field', section.field.span, section.field.text, undefined, { list: 'numbers' });
    if (section.limit) slots.amount('limit', section.limit, ['credits']);
  },
  notice: (section, slots) => {
    slots.text('text', section.text);
    if (section.same) slots.choices('same', section.same, 'fields');
    if (section.when) {
      const outer = { start: (section.same?.at(-1) ?? section.text).span.end, end: section.when.span.end };
      slots.put(conditionSlot('when', section.when, slots.reading, { outer }));
    } else {
      const lead = ` ${slots.reading.p.spell('when')} `;
      slots.absent('when', 'condition', section.span.end, { takes: 'condition', lead });
    }
  },
  uncomputed: (section, slots) => {
    slots.clauses('clauses', section.clauses);
    if (section.reason) slots.text('reason', section.reason);
    else slots.absent('reason', 'text', section.clauses.span.end, { takes: 'quoted', lead: ' ' });
  },
  example: (section, slots) => slots.text('title', section.title),
  examples: (section, slots) => slots.text('title', section.title),
  drop: (section, slots) => {
    section.of.forEach((ref, k) => {
      slots.words(`section ${k + 1}`, ref.span, said(reference(ref, slots.reading.p)));
    });
  },
  brokenSection: () => {},
};

/** The cells of a head, whatever its section is. */
export function headSlots<K extends SectionKind>(section: SectionOf<K>, reading: Reading): readonly Slot[] {
  const slots = new Slots(reading);
  heads[section.kind](section, slots);
  return slots.list;
}

/** What a section is called. */
export function titleOf(section: Section): string {
  if ('label' in section && section.label) return section.label.text;
  if ('title' in section) return section.title.value;
  if (section.kind === 'notice') return section.text.value;
  if (section.kind === 'uncomputed') return section.clauses.text;
  if (section.kind === 'drop') return section.of.map(({ name }) => printName(name)).join('、');
  return section.kind === 'brokenSection' ? section.text : '';
}
