/** Chips of a condition: changed, added, taken away. */
import { name as printName, quoted } from '../language/value.ts';
import type { CompareOp, Cond, Operand, UnitId } from '../model/ast.ts';
import type { TextEdit } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import { armsOf, leavesOf, plainOf, spoken } from './chips.ts';
import { type Desk, type Place, refuse, type Tried } from './desk.ts';
import { slotFor } from './find.ts';
import type { ChipInput, Edited, Gesture, Refused } from './intent.ts';
import { listEdits } from './put.ts';
import { sayAt } from './sayAt.ts';
import { firstGood } from './set.ts';
import { emptyAt, type Reading, type Slot } from './slot.ts';
import * as values from './values.ts';
import type { Chip } from './view.ts';

type Of<K extends Gesture['kind']> = Extract<Gesture, { kind: K }>;

/** The condition behind a cell. */
function condOf(desk: Desk, place: Place, slot: Slot): Cond | undefined {
  const element = desk.element(place.row);
  if (!element) return undefined;
  const node = element.kind === 'head' ? element.section : element.kind === 'line' ? element.line : undefined;
  if (!node) return undefined;
  if (slot.slot === 'that' && node.kind === 'gate') return node.that;
  return 'when' in node ? node.when : undefined;
}

const readingOf = (desk: Desk, place: Place): Reading => {
  const element = desk.element(place.row);
  const word = element?.kind === 'line' ? element.line.word : element?.section.word;
  return desk.look.readingOf(word ?? emptyAt(0));
};

type Quote = (name: string) => string;
const bare: Quote = (text) => printName({ text, quoted: false, span: emptyAt(0) });
const quotes: readonly Quote[] = [bare, quoted];

/** A value as the text says it; of a number with its unit. */
function written(value: string, unit: UnitId | undefined, quote: Quote, { p }: Reading): string {
  const number = values.number(value);
  if (number !== undefined) return unit ? `${number} ${p.spell(unit)}` : number;
  const range = /^(.+?)\s*[~～〜]\s*(.+)$/.exec(value);
  const [from, to] = range ? [values.number(range[1] ?? ''), values.number(range[2] ?? '')] : [];
  if (from !== undefined && to !== undefined) return unit ? `${from}～${to} ${p.spell(unit)}` : `${from}～${to}`;
  const day = values.date(value);
  if (day !== undefined) return day;
  return values.keywordOf('yesno', value, p.language) ?? quote(value);
}

/** 是 of several values is 属于, and 不是 is 不属于. */
const fitting = (op: CompareOp, count: number): CompareOp => {
  if (count < 2) return op;
  return op === 'is' ? 'in' : op === 'isnt' ? 'notin' : op;
};

interface Meant {
  readonly field: string;
  readonly comparison: CompareOp | null;
  readonly negated: boolean;
  readonly values: readonly string[];
  readonly unit?: UnitId;
}

/** What the chip is to say: what is left out stays. */
function meant(chip: Chip | undefined, to: ChipInput, desk: Desk): Meant {
  const field = to.field ?? chip?.field ?? chip?.values?.[0] ?? '';
  const same = to.field === undefined || to.field === chip?.field;
  const list = (to.values ?? (same ? chip?.values : undefined) ?? []).map(values.typed);
  const kept = chip?.comparison ?? null;
  // 主讲人 becomes 参加者: a value that says its field by itself goes on to do so.
  const bareValue = chip !== undefined && kept === null && same && list.length === 1 && chip.values?.length === 1;
  const asked = list.length > 0 && !bareValue ? (kept ?? 'is') : kept;
  const comparison = to.comparison !== undefined ? to.comparison : asked;
  const own = desk.look.vocabulary.field(field)?.unit ?? undefined;
  const unit = to.unit === null ? undefined : (to.unit ?? (same ? chip?.unit : undefined) ?? own);
  return {
    field,
    comparison: comparison && fitting(comparison, list.length),
    negated: to.negated ?? chip?.negated ?? false,
    values: list,
    ...(unit && { unit }),
  };
}

/** A chip in words. */
function chipText(of: Meant, quote: Quote, reading: Reading): string {
  const { p } = reading;
  const not = of.negated ? `${p.spell('not')} ` : '';
  // A value alone says its field by itself; a name alone is a yes/no field.
  if (of.comparison === null) return not + (of.values[0] !== undefined ? quote(of.values[0]) : quote(of.field));
  const subject = of.field === p.spell('total') || of.field === p.spell('yearTotal') ? of.field : quote(of.field);
  const list = of.values.map((value) => written(value, of.unit, quote, reading)).join('、');
  return `${not}${subject} ${p.spell(of.comparison)} ${list}`;
}

const sameChip = (chip: Chip | undefined, of: Meant): boolean => {
  if (!chip?.editable || (chip.negated ?? false) !== of.negated) return false;
  if ((chip.comparison ?? null) !== of.comparison) return false;
  const numbers = (list: readonly string[]): string => list.map((one) => values.number(one) ?? one).join('、');
  if (of.comparison === null) return of.values.length > 0 ? chip.values?.[0] === of.values[0] : chip.field === of.field;
  return chip.field === of.field && numbers(chip.values ?? []) === numbers(of.values);
};

/** The smallest edits that turn a comparison into another of the same field. */
function within(arm: Cond, of: Meant, quote: Quote, desk: Desk, reading: Reading): readonly TextEdit[] | undefined {
  const plain = plainOf(arm);
  if (plain?.of.kind !== 'compare' || of.comparison === null || plain.negated !== of.negated) return undefined;
  const { subject, op, operands } = plain.of;
  const first = operands[0] as Operand;
  const edits: TextEdit[] = [];
  const subjectText = subject.kind === 'name' ? subject.name.text : reading.p.spell(subject.word);
  if (subjectText !== of.field) edits.push({ span: subject.span, text: quote(of.field) });
  if (op !== of.comparison)
    edits.push({ span: opSpan(desk.text, subject.span.end, first.span.start), text: reading.p.spell(of.comparison) });
  const [value] = of.values;
  if (operands.length === 1 && of.values.length === 1 && first.kind === 'quantity' && value !== undefined) {
    const number = values.number(value);
    if (number !== undefined && first.unit?.id === of.unit) {
      if (number !== first.number.digits) edits.push({ span: first.number.span, text: number });
      return edits;
    }
  }
  const each = operands.map((one) => ({ text: spoken(one, reading), span: one.span }));
  const unitChanged = operands.some((one) => 'unit' in one && one.unit?.id !== of.unit);
  const old = unitChanged ? each.map(({ span }) => ({ text: '', span })) : each;
  edits.push(...listEdits(old, of.values, (one) => written(one, of.unit, quote, reading), desk.text));
  return edits;
}

const opSpan = (text: string, from: number, to: number): Span => {
  const between = text.slice(from, to);
  const lead = between.length - between.trimStart().length;
  return { start: from + lead, end: from + Math.max(lead, between.trimEnd().length) };
};

const chipsAfter = (tried: Tried, place: Place, slot: Slot): readonly Chip[] =>
  tried.slots(place.row.at).find((one) => one.slot === slot.slot)?.chips ?? [];

const shown = (tried: Tried, chip: Chip | undefined) =>
  chip ? { select: { start: chip.span.start + tried.shift, end: chip.span.end + tried.shift } } : {};

/** A chip, or one within it. */
const chipAt = (chips: readonly Chip[] | undefined, { chip, inner }: Pick<Of<'setChip'>, 'chip' | 'inner'>) => {
  const whole = chips?.[chip];
  return inner === undefined ? whole : whole?.within?.[inner];
};

/** The place of the chip that was meant: where others have gone or come since, it is known by its words. */
function meantAt(chips: readonly Chip[] | undefined, { chip, was }: Pick<Of<'setChip'>, 'chip' | 'was'>): number {
  if (was === undefined || chips?.[chip]?.words === was) return chip;
  return chips?.findIndex(({ words }) => words === was) ?? -1;
}

/** How many there are, and in each. */
const shapeOf = (chips: readonly Chip[]): string => chips.map(({ within }) => within?.length ?? 0).join(' ');

export function setChip(desk: Desk, asked: Of<'setChip'>): Edited | Refused {
  const found = slotFor(desk, asked.row, asked.slot);
  if ('refused' in found) return found;
  const { place, slot } = found;
  const gesture = { ...asked, chip: meantAt(slot.chips, asked) };
  if (gesture.chip < 0) return refuse('changedSince', { now: slot.shown });
  const chip = chipAt(slot.chips, gesture);
  const cond = condOf(desk, place, slot);
  const whole = cond && armsOf(cond)[gesture.chip];
  const arm = gesture.inner === undefined ? whole : whole && leavesOf(whole)[gesture.inner];
  if (!chip || !arm) return refuse('noCell');
  if (!chip.editable) return refuse('notPlain');
  const of = meant(chip, gesture.to, desk);
  if (of.comparison !== null && of.values.length === 0) return refuse('wantsSome');
  if (sameChip(chip, of) && (chip.unit ?? of.unit) === of.unit) return { edits: [] };
  const reading = readingOf(desk, place);
  const ways = quotes.flatMap((quote) => {
    const least = within(arm, of, quote, desk, reading);
    return [...(least ? [least] : []), [{ span: arm.span, text: chipText(of, quote, reading) }]];
  });
  const shape = shapeOf(slot.chips ?? []);
  const good = firstGood(desk, place.row.at.section, ways, (tried) => {
    const now = chipsAfter(tried, place, slot);
    return shapeOf(now) === shape && sameChip(chipAt(now, gesture), of);
  });
  if (!good) return refuse('wouldNotRead', { value: chipText(of, bare, reading) });
  const after = chipAt(chipsAfter(good.tried, place, slot), gesture);
  const says = sayAt(place, 'set', { before: chip.words, after: after?.words ?? '' });
  return desk.give(good.edits, { ...shown(good.tried, after), says });
}

export function addChip(desk: Desk, gesture: Of<'addChip'>): Edited | Refused {
  const found = slotFor(desk, gesture.row, gesture.slot);
  if ('refused' in found) return found;
  const { place, slot } = found;
  const reading = readingOf(desk, place);
  const of = meant(undefined, gesture.to, desk);
  if (of.field === '' || (of.comparison !== null && of.values.length === 0)) return refuse('wantsSome');
  const cond = condOf(desk, place, slot);
  const and = ` ${reading.p.spell('and')} `;
  const ways = quotes.map((quote): readonly TextEdit[] => {
    const text = chipText(of, quote, reading);
    if (!cond || slot.absent) return [{ span: slot.span, text: `${slot.lead ?? ''}${text}` }];
    const behind = { span: emptyAt(cond.span.end), text: and + text };
    if (cond.kind !== 'or') return [behind];
    // What holds in one of several cases is kept together.
    return [
      { span: emptyAt(cond.span.start), text: '（' },
      { ...behind, text: `）${and}${text}` },
    ];
  });
  const count = slot.chips?.length ?? 0;
  const good = firstGood(desk, place.row.at.section, ways, (tried) => {
    const now = chipsAfter(tried, place, slot);
    return now.length === count + 1 && sameChip(now[count], of);
  });
  if (!good) return refuse('wouldNotRead', { value: chipText(of, bare, reading) });
  const after = chipsAfter(good.tried, place, slot)[count];
  const says = sayAt(place, 'gained', { after: after?.words ?? '' });
  return desk.give(good.edits, { ...shown(good.tried, after), says });
}

export function deleteChip(desk: Desk, asked: Of<'deleteChip'>): Edited | Refused {
  const found = slotFor(desk, asked.row, asked.slot);
  if ('refused' in found) return found;
  const { place, slot } = found;
  const gesture = { ...asked, chip: meantAt(slot.chips, asked) };
  // It is gone already.
  if (gesture.chip < 0) return { edits: [] };
  const cond = condOf(desk, place, slot);
  const arms = cond ? armsOf(cond) : [];
  const arm = arms[gesture.chip];
  if (!arm) return refuse('noCell');
  const before = arms[gesture.chip - 1];
  const after = arms[gesture.chip + 1];
  const span = before
    ? { start: before.span.end, end: arm.span.end }
    : after
      ? { start: arm.span.start, end: after.span.start }
      : slot.outer;
  if (!span) return refuse('lastChip');
  const gone = desk.text.slice(span.start, span.end).replace(/「[^」]*」|“[^”]*”|"[^"]*"/g, '');
  if (/[#＃]/.test(gone)) return refuse('commentWithin');
  const edits = [{ span, text: '' }];
  const tried = desk.attempt(place.row.at.section, edits);
  if (!tried || chipsAfter(tried, place, slot).length !== arms.length - 1) return refuse('wouldBreak');
  const says = sayAt(place, 'tookAway', { before: slot.chips?.[gesture.chip]?.words ?? '' });
  return desk.give(edits, { select: emptyAt(span.start), says });
}
