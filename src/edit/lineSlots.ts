/** The cells of a line, one record a kind. */
import { falls } from '../language/award.ts';
import { reference, references } from '../language/group.ts';
import { counted, range, ratio, remainderRule, span as spanWord } from '../language/value.ts';
import type { Basis, Cond, Fact, LineKind, LineOf, OptionValue, Remainder, SectionKind, UnitId } from '../model/ast.ts';
import type { Span } from '../model/span.ts';
import { conditionSlot } from './chips.ts';
import { factSlots } from './factSlots.ts';
import { emptyAt, type Reading, type Slot, Slots, said } from './slot.ts';
import { unitIds } from './vocabulary.ts';

/** Where a line stands, for what depends on it. */
export interface Within {
  readonly section: SectionKind;
  readonly label?: string;
}

type LineSlots = { readonly [K in LineKind]: (line: LineOf<K>, slots: Slots, within: Within) => void };

const CREDITS: readonly UnitId[] = ['credits'];
const REQUIRED: readonly UnitId[] = ['credits', 'classHours', 'times'];

/** The end of the last part that ends before. */
const endBefore = (start: number, parts: readonly (Span | undefined)[]): number =>
  parts.reduce((end, part) => (part && part.end <= start ? Math.max(end, part.end) : end), 0);

interface Condition {
  readonly cond: Cond | undefined;
  /** The other parts of the line, its word too: what a condition that is taken away begins behind. */
  readonly parts: readonly (Span | undefined)[];
  readonly line: Span;
  readonly slot?: string;
}

const when = ({ cond, parts, line, slot = 'when' }: Condition, slots: Slots): void => {
  if (cond) {
    const outer = { start: endBefore(cond.span.start, parts), end: cond.span.end };
    slots.put(conditionSlot(slot, cond, slots.reading, { outer }));
  } else {
    const lead = ` ${slots.reading.p.spell('when')} `;
    slots.absent(slot, 'condition', line.end, { takes: 'condition', lead });
  }
};

const basisShown = (of: Basis, slots: Slots): string =>
  of.kind === 'reading' ? of.name.text : spanWord(of.id, slots.reading.p);

const basis = (slot: string, of: Basis, slots: Slots, more: Partial<Slot> = {}): void =>
  slots.choice(slot, of.span, basisShown(of, slots), 'spans', more);

const remainder = (slot: string, of: Remainder, slots: Slots, more: Partial<Slot> = {}): void => {
  const shown = of.kind === 'reading' ? of.name.text : said(remainderRule(of, slots.reading.p));
  slots.choice(slot, of.span, shown, 'remainders', more);
};

interface Modified {
  readonly span: Span;
  readonly word: Span;
  readonly by?: Basis;
  readonly remainder?: Remainder;
  readonly falling?: LineOf<'award'>['falling'];
  readonly when?: Cond;
}

/** 按 尾数 递减 当 behind a rate or a 授予表. */
const modifiers = (line: Modified, first: Span, end: number, slots: Slots): void => {
  const { p } = slots.reading;
  const parts = [line.word, first, line.by?.span, line.remainder?.span, line.falling?.span, line.when?.span];
  const outerOf = (part: Span): Span => ({ start: endBefore(part.start, parts), end: part.end });
  if (line.by) basis('by', line.by, slots, { outer: outerOf(line.by.span) });
  else {
    const lead = ` ${p.spell('by')}${p.language === 'zh' ? '' : ' '}`;
    slots.absent('by', 'choice', first.end, { takes: 'choice', list: 'spans', lead });
  }
  if (line.remainder) remainder('remainder', line.remainder, slots, { outer: outerOf(line.remainder.span) });
  else {
    const lead = ` ${p.spell('remainder')} `;
    const at = line.by && line.by.span.start >= first.end ? line.by.span.end : first.end;
    slots.absent('remainder', 'choice', at, { takes: 'choice', list: 'remainders', lead });
  }
  if (line.falling) slots.words('falling', line.falling.span, said(falls(line.falling, p)));
  when({ cond: line.when, parts, line: { start: line.span.start, end } }, slots);
};

/** `每 3 小时` before what is granted. */
const every = (
  rate: {
    readonly every?: { readonly digits: string; readonly span: Span };
    readonly everyReading?: { readonly text: string; readonly span: Span };
    readonly unit?: { readonly id: UnitId; readonly span: Span };
    readonly field?: { readonly text: string; readonly span: Span };
  },
  slots: Slots,
  outer?: Span,
): void => {
  const away = outer && { outer };
  if (rate.everyReading) {
    slots.words(
      'every',
      rate.everyReading.span,
      said(rate.everyReading.text, rate.unit && slots.reading.p.spell(rate.unit.id)),
    );
  } else if (rate.every) slots.number('every', rate.every, rate.unit, { units: unitIds, ...away });
  else if (rate.unit) {
    const at = rate.unit.span.start;
    slots.number('every', { digits: '1', span: emptyAt(at) }, rate.unit, {
      units: unitIds,
      span: rate.unit.span,
      ...away,
    });
  }
  if (rate.field) slots.choice('of', rate.field.span, rate.field.text, 'numbers');
};

const optionShown = (value: OptionValue, slots: Slots): string => {
  const { p } = slots.reading;
  if (value.kind === 'amount') return said(counted(value, p));
  if (value.kind === 'range') return said(range(value, p));
  if (value.kind === 'basis') return spanWord(value.id, p);
  return value.kind === 'ratio' ? ratio(value.ratio) : said(remainderRule(value.of, p));
};

const ratioSlot = (slot: string, of: Parameters<typeof ratio>[0], slots: Slots): void => {
  const value = ratio(of);
  slots.put({ slot, kind: 'number', span: of.span, shown: value, value, editable: true, takes: 'ratio' });
};

const facts = (
  line: { readonly facts: readonly Fact[]; readonly span: Span },
  slots: Slots,
  on: 'person' | 'record',
): void => factSlots(line.facts, on, slots);

const required = (line: LineOf<'minimum'>, slots: Slots): void => {
  const { amount } = line;
  if (amount.kind === 'amount') slots.amount('amount', amount.amount, REQUIRED);
  else ratioSlot('amount', amount.ratio, slots);
};

const lineSlots: LineSlots = {
  language: (line, slots) => slots.words('version', line.version.span, line.version.digits),
  cite: (line, slots) => {
    slots.clauses('clauses', line.clauses);
    const outer = line.quote && { start: line.clauses.span.end, end: line.quote.span.end };
    if (line.quote) slots.text('quote', line.quote, outer && { outer });
    else slots.absent('quote', 'text', line.clauses.span.end, { takes: 'quoted', lead: ' ' });
  },
  title: (line, slots) => slots.text('text', line.text),
  number: (line, slots) => slots.text('text', line.text),
  effective: (line, slots) => slots.date('date', line.date),
  until: (line, slots) => slots.date('date', line.date),
  under: (line, slots) => {
    slots.words('name', line.name.span, line.name.text);
    if (line.version) slots.raw('version', line.version);
  },
  repeals: (line, slots) => {
    for (const [k, text] of line.texts.entries()) slots.text(`text ${k + 1}`, text);
  },
  clauses: (line, slots) => slots.clauses('clauses', line.clauses),
  cycle: (line, slots) => {
    slots.number('years', line.years, undefined, { takes: 'whole' });
    if (line.rolling || !line.from) return;
    if ('quoted' in line.from) slots.choice('from', line.from.span, line.from.text, undefined);
    else slots.date('from', line.from);
  },
  remainder: (line, slots) => remainder('remainder', line.of, slots),
  option: (line, slots) =>
    line.options.forEach((option, at) => {
      const k = at + 1;
      slots.name(`label ${k}`, option.label);
      if (option.code) slots.name(`code ${k}`, option.code);
      const value = option.value && optionShown(option.value, slots);
      if (option.value && value !== undefined)
        slots.choice(`value ${k}`, option.value.span, value, undefined, { kind: 'text' });
      if (option.text)
        slots.text(`text ${k}`, option.text, {
          outer: { start: (option.value ?? option.code ?? option.label).span.end, end: option.text.span.end },
        });
      else slots.absent(`text ${k}`, 'text', option.span.end, { takes: 'quoted', lead: ' ' });
    }),
  question: (line, slots) => slots.text('text', line.text),
  adopt: (line, slots, within) => {
    const list = within.label === undefined ? undefined : slots.reading.vocabulary.readingList(within.label);
    slots.choice('option', line.option.span, line.option.text, list);
  },
  except: (line, slots) => slots.put(conditionSlot('when', line.when, slots.reading)),
  for: (line, slots) => slots.put(conditionSlot('when', line.when, slots.reading)),
  form: (line, slots) => slots.choices('forms', line.values, slots.reading.vocabulary.listOf('form', 'record')),
  approver: (line, slots) => slots.raw('who', line.who),
  placed: (line, slots) => slots.choice('field', line.field.span, line.field.text, 'dates'),
  members: (line, slots) => {
    const { p } = slots.reading;
    const value = said(references(line.of, p));
    const [first] = line.of;
    const last = line.of.at(-1);
    if (!first || !last) return;
    const span = { start: first.span.start, end: last.span.end };
    slots.put({
      slot: 'members',
      kind: 'text',
      span,
      shown: value,
      value,
      editable: true,
      takes: 'read',
      list: 'sections',
    });
  },
  gate: (line, slots) => {
    slots.put(conditionSlot('that', line.that, slots.reading));
    when({ cond: line.when, parts: [line.word, line.that.span], line: line.span }, slots);
  },
  award: (line, slots) => {
    const { rate } = line;
    const regulation = line.word.start > line.span.start;
    if (rate.kind === 'per') {
      every(rate, slots, { start: rate.span.start, end: rate.credits.span.start });
      slots.amount('credits', rate.credits, CREDITS);
    } else if (rate.kind === 'flat') {
      const lead = `${slots.reading.p.spell('per')} `;
      slots.absent('every', 'number', rate.span.start, { takes: 'decimal', lead, tail: ' ', units: unitIds });
      slots.amount('credits', rate.credits, CREDITS);
    } else slots.choice('credits', rate.field.span, rate.field.text, 'numbers');
    modifiers(line, rate.span, line.span.end, slots);
    if (!regulation) return;
    // In the regulation's own order the parts stand elsewhere: they are shown, and lead to the text.
    slots.list.splice(0, slots.list.length, ...slots.list.flatMap((one) => (one.absent ? [] : [locked(one)])));
  },
  awardTable: (line, slots) => {
    const head = { start: line.word.start, end: lastOf(line) };
    modifiers(line, line.word, head.end, slots);
  },
  falling: (line, slots) => slots.words('falling', line.of.span, said(falls(line.of, slots.reading.p))),
  factor: (line, slots) => {
    if (line.by.kind === 'ratio') ratioSlot('by', line.by.ratio, slots);
    else slots.number('by', line.by.number, undefined);
    const by = line.by.kind === 'ratio' ? line.by.ratio.span : line.by.number.span;
    when({ cond: line.when, parts: [line.word, by], line: line.span }, slots);
  },
  best: (line, slots) => {
    slots.number('count', line.count, undefined, { takes: 'whole' });
    basis('per', line.per, slots);
    when({ cond: line.when, parts: [line.word, line.per.span], line: line.span }, slots);
  },
  deem: (line, slots) => {
    if (line.credits) slots.amount('credits', line.credits, CREDITS);
    slots.put(conditionSlot('when', line.when, slots.reading));
  },
  cap: (line, slots) => {
    basis('per', line.per, slots);
    slots.amount('limit', line.limit, CREDITS);
    when({ cond: line.when, parts: [line.word, line.limit.span], line: line.span }, slots);
  },
  minimum: (line, slots) => {
    const { p, text } = slots.reading;
    const at = line.word.end + (/^\s*/.exec(text.slice(line.word.end, line.span.end))?.[0].length ?? 0);
    const own = p.spell(line.per === 'year' ? 'spanYear' : 'cycle');
    const word = text.slice(at, line.span.end).startsWith(own) ? own.length : undefined;
    if (word !== undefined) slots.choice('per', { start: at, end: at + word }, own, 'years');
    if (line.subject) slots.words('subject', line.subject.span, said(reference(line.subject, p)));
    required(line, slots);
    if (line.fillable) {
      slots.words('fillable', line.fillable.span, said(p.spell('fillable'), references(line.fillable.from, p)));
      if (line.fillable.limit) ratioSlot('fills', line.fillable.limit, slots);
    }
    when({ cond: line.when, parts: [line.word, line.amount.span, line.fillable?.span], line: line.span }, slots);
  },
  since: (line, slots) => {
    slots.choice('field', line.field.span, line.field.text, undefined);
    if (line.step) slots.amount('step', line.step, CREDITS);
  },
  reduce: (line, slots) => {
    const { by } = line;
    const { p } = slots.reading;
    if (line.subject) slots.words('subject', line.subject.span, said(reference(line.subject, p)));
    let part = line.word;
    if (by.kind === 'amount') {
      slots.amount('amount', by.amount, REQUIRED);
      part = by.amount.span;
    } else if (by.kind === 'per') {
      every(by, slots);
      slots.amount('amount', by.credits, REQUIRED);
      part = by.credits.span;
    } else if (by.kind === 'share') {
      ratioSlot('amount', by.ratio, slots);
      part = by.ratio.span;
    } else if (line.when) return slots.put(conditionSlot('when', line.when, slots.reading));
    when({ cond: line.when, parts: [line.word, part], line: line.span }, slots);
  },
  open: (line, slots) => {
    const start =
      line.word.end + (/^[\s:：]*/.exec(slots.reading.text.slice(line.word.end, line.span.end))?.[0].length ?? 0);
    slots.choice('mode', { start, end: line.span.end }, slots.reading.p.spell(line.mode), 'modes');
  },
  accepted: (line, slots) => {
    slots.words('code', line.code.span, line.code.text);
    slots.text('reason', line.reason);
  },
  exampleYear: (line, slots) => slots.number('year', line.year, undefined, { takes: 'whole' }),
  exampleAdopt: (line, slots) => {
    const list = slots.reading.vocabulary.readingList(line.reading.text);
    slots.words('reading', line.reading.span, line.reading.text);
    slots.choice('option', line.option.span, line.option.text, list);
  },
  person: (line, slots) => facts(line, slots, 'person'),
  record: (line, slots) => facts(line, slots, 'record'),
  expect: (line, slots) =>
    line.of.forEach((one, at) => {
      const { p } = slots.reading;
      const slot = line.of.findIndex((other) => other.kind === one.kind) === at ? one.kind : `${one.kind} ${at + 1}`;
      const before = line.of[at - 1];
      const outer = before && { outer: { start: before.span.end, end: one.span.end } };
      if (one.kind === 'status') slots.choice(slot, one.span, p.spell(one.status), 'statuses', { ...outer });
      else
        slots.number(slot, one.amount, undefined, {
          span: one.span,
          unit: 'credits',
          shown: said(one.amount.digits, p.spell('credits')),
          ...outer,
        });
    }),
  exampleTable: () => {},
  broken: () => {},
};

const locked = ({ takes: _, ...slot }: Slot): Slot => ({ ...slot, editable: false, takes: 'nothing' });

/** The end of a 授予表's own line. */
const lastOf = (line: LineOf<'awardTable'>): number =>
  Math.max(line.word.end, ...[line.by, line.remainder, line.falling, line.when].map((part) => part?.span.end ?? 0));

export function slotsOfLine<K extends LineKind>(line: LineOf<K>, reading: Reading, within: Within): readonly Slot[] {
  const slots = new Slots(reading);
  lineSlots[line.kind](line, slots, within);
  return slots.list;
}
