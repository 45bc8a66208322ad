/** A value into a cell: the edits that would write it, the likeliest first. */
import stringWidth from 'string-width';
import { keywords } from '../../grammar/keywords.ts';
import { name as printName, quoted } from '../language/value.ts';
import type { UnitId } from '../model/ast.ts';
import type { TextEdit } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import { type Said, say } from './messages.ts';
import { emptyAt, type Slot } from './slot.ts';
import * as values from './values.ts';
import { unitIds, type Vocabulary } from './vocabulary.ts';

export interface Putting {
  readonly text: string;
  readonly language: 'zh' | 'en';
  readonly vocabulary: Vocabulary;
}

/** Edits to try in turn, and what the cell must then say; or why there are none. */
export type Ways =
  | { readonly ways: readonly (readonly TextEdit[])[]; readonly value: string | undefined; readonly unit?: UnitId }
  | { readonly no: Said };

const no = (id: Said['id'], args: Said['args'] = {}): Ways => ({ no: say(id, args) });

const plainName = (text: string): string => printName({ text, quoted: false, span: emptyAt(0) });

/** Bare where it can be, and in quotation marks where it would else be read as something else. */
const spellings = (text: string): readonly string[] => [...new Set([plainName(text), quoted(text)])];

const over = (span: Span, text: string): readonly TextEdit[] => [{ span, text }];

/** Writes `text` where the cell is, or adds it with what leads it. */
const placed = (slot: Slot, text: string): readonly TextEdit[] =>
  slot.absent ? over(slot.span, `${slot.lead ?? ''}${text}${slot.tail ?? ''}`) : over(slot.span, text);

const numbers = (slot: Slot, value: string, unit: UnitId | undefined, of: Putting): Ways => {
  const said = /^\s*([\d０-９.．]+)\s*([^\d%\s/]+)\s*$/.exec(value);
  const word = said && unitIds.find((id) => keywords[id].zh === said[2] || keywords[id].en === said[2]);
  // `10 学分` says its unit itself.
  if (said?.[1] !== undefined && word && unit === undefined) return numbers(slot, said[1], word, of);
  const as = slot.takes === 'whole' ? values.whole : slot.takes === 'ratio' ? values.ratio : values.number;
  const digits = as(value);
  if (digits === undefined) {
    return no(slot.takes === 'whole' ? 'wantsWhole' : slot.takes === 'ratio' ? 'wantsRatio' : 'wantsNumber', { value });
  }
  const spell = (id: UnitId): string => keywords[id][of.language];
  if (slot.absent) {
    const own = unit ?? slot.units?.[0];
    return { ways: [placed(slot, own ? `${digits} ${spell(own)}` : digits)], value: digits, ...(own && { unit: own }) };
  }
  const at = slot.digits ?? slot.span;
  const edits: TextEdit[] = [];
  if (of.text.slice(at.start, at.end) !== digits) edits.push({ span: at, text: digits });
  if (unit !== undefined && unit !== slot.unit) {
    if (slot.unitSpan) edits.push({ span: slot.unitSpan, text: spell(unit) });
    else edits.push({ span: emptyAt(at.end), text: ` ${spell(unit)}` });
  }
  const spaced = edits.map((edit, i) => (i === 0 && at.start === at.end ? { ...edit, text: `${edit.text} ` } : edit));
  const own = unit ?? slot.unit;
  return { ways: [edits, spaced], value: digits, ...(own && { unit: own }) };
};

const choice = (slot: Slot, value: string, of: Putting): Ways => {
  const list = slot.list ?? '';
  const found = values.chosen(list, value, of.language, of.vocabulary);
  if (!found) return no('notInList', { value });
  const { text, keyword } = found;
  const written = keyword ? [text] : spellings(text);
  // 按年 and 每年 are written together; a name after such a word needs its blank.
  const parted = written.map((one) => ` ${one}`);
  const all = slot.absent && !keyword && !slot.lead?.endsWith(' ') ? parted : [...written, ...parted];
  return { ways: all.map((one) => placed(slot, one)), value: text };
};

/** Only the names that changed are written: what stands before and behind them stays. */
const choices = (slot: Slot, value: string, of: Putting): Ways => {
  const wanted: string[] = [];
  for (const one of values.split(value)) {
    const found = values.chosen(slot.list ?? '', one, of.language, of.vocabulary);
    if (!found) return no('notInList', { value: one });
    if (!wanted.includes(found.text)) wanted.push(found.text);
  }
  if (wanted.length === 0) return no('wantsSome');
  const each = slot.each ?? [];
  return {
    ways: [plainName, quoted].map((spell) => listEdits(each, wanted, spell, of.text)),
    value: wanted.join('、'),
  };
};

/** Edits that turn one list into another. */
export function listEdits(
  each: readonly { readonly text: string; readonly span: Span }[],
  wanted: readonly string[],
  spell: (name: string) => string,
  text: string,
): readonly TextEdit[] {
  let head = 0;
  while (head < each.length && head < wanted.length && each[head]?.text === wanted[head]) head++;
  let tail = 0;
  const most = Math.min(each.length, wanted.length) - head;
  while (tail < most && each[each.length - 1 - tail]?.text === wanted[wanted.length - 1 - tail]) tail++;
  const gone = each.slice(head, each.length - tail);
  const come = wanted.slice(head, wanted.length - tail).map(spell);
  if (gone.length === 0 && come.length === 0) return [];
  const first = gone[0];
  const last = gone.at(-1);
  const before = each[head - 1];
  const after = each[each.length - tail];
  const [one, two] = each;
  // As the author parts the names of this list.
  const between = one && two ? text.slice(one.span.end, two.span.start) : '、';
  const mark = /[\r\n#＃]/.test(between) ? '、' : between;
  if (first && last && come.length > 0) {
    return over({ start: first.span.start, end: last.span.end }, come.join(mark));
  }
  if (first && last) {
    if (before) return over({ start: before.span.end, end: last.span.end }, '');
    return after ? over({ start: first.span.start, end: after.span.start }, '') : [];
  }
  if (before) return over(emptyAt(before.span.end), come.map((name) => mark + name).join(''));
  return after ? over(emptyAt(after.span.start), come.map((name) => name + mark).join('')) : [];
}

const quotation = (slot: Slot, value: string): Ways => {
  const inside = value.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  if (slot.absent) return { ways: [placed(slot, quoted(inside))], value: inside };
  const { start, end } = slot.span;
  const marks = /[「」“”"＂]/;
  const whole = over(slot.span, quoted(inside));
  const kept = over({ start: start + 1, end: end - 1 }, inside);
  return { ways: marks.test(inside) ? [whole] : [kept, whole], value: inside };
};

/** A cell of a table takes of the blanks behind it, or gives them, so that the next mark stays where it was. */
export function intoTable({ span }: Pick<Slot, 'span'>, text: string, value: string): readonly TextEdit[] {
  const old = text.slice(span.start, span.end);
  const rest = /^[ ]*(?=[|｜])/.exec(text.slice(span.end))?.[0];
  if (old.trim() === '') {
    const width = stringWidth(old) - stringWidth(value);
    const padded = width >= 2 ? ` ${value}${' '.repeat(width - 1)}` : ` ${value} `;
    return over(span, value === '' ? old || ' ' : padded);
  }
  if (rest === undefined) return over(span, value);
  const spare = stringWidth(old) + rest.length - stringWidth(value);
  const blanks = ' '.repeat(Math.max(spare, rest.length > 0 ? 1 : 0));
  return blanks === rest ? over(span, value) : over({ start: span.start, end: span.end + rest.length }, value + blanks);
}

/** A value of a column that neither its field nor a reading has. */
const strangeIn = (list: string, text: string, { language, vocabulary }: Putting): string | undefined =>
  values.split(text).find((one) => {
    const name = one.replace(/^[「“"]|[」”"]$/g, '');
    const isWord = (['any', 'else'] as const).some((id) => keywords[id].zh === one || keywords[id].en === one);
    return !isWord && !values.chosen(list, name, language, vocabulary) && !vocabulary.reading(name);
  });

const free = (slot: Slot, value: string, of: Putting): Ways => {
  const text = values.typed(value);
  if (/[|｜]/.test(text) && slot.inTable) return no('hasBar');
  if (slot.inTable) {
    const strange = slot.list && slot.list !== 'clauses' ? strangeIn(slot.list, text, of) : undefined;
    if (strange !== undefined) return no('notInList', { value: strange });
    // A name in the place of a number is a reading that stands for one, or a mistake.
    const word = slot.kind === 'number' && !/\d/.test(text) ? strangeIn('', text, of) : undefined;
    if (word !== undefined) return no('wantsNumber', { value: word });
    const listed = slot.kind === 'choices' || slot.kind === 'choice' ? values.split(text).join('、') : text;
    const named = values.split(listed).map(plainName).join('、');
    const marked = values.split(listed).map(quoted).join('、');
    const loose = [listed, ...(slot.list && slot.list !== 'yesno' && slot.list !== 'clauses' ? [named, marked] : [])];
    return { ways: [...new Set(loose)].map((one) => intoTable(slot, of.text, one)), value: undefined };
  }
  return { ways: [placed(slot, text)], value: undefined };
};

/** How a value may be written into a cell. */
export function waysTo(slot: Slot, value: string, unit: UnitId | undefined, of: Putting): Ways {
  switch (slot.takes) {
    case 'nothing':
      return no('readOnly');
    case 'decimal':
    case 'whole':
    case 'ratio':
      return numbers(slot, value, unit, of);
    case 'choice':
      return choice(slot, values.typed(value), of);
    case 'choices':
      return choices(slot, values.typed(value), of);
    case 'name': {
      const text = values.typed(value);
      return text === '' ? no('wantsName') : { ways: spellings(text).map((one) => placed(slot, one)), value: text };
    }
    case 'quoted':
      return quotation(slot, value);
    case 'date': {
      const day = values.date(value);
      return day === undefined ? no('wantsDate', { value }) : { ways: [placed(slot, day)], value: day };
    }
    case 'flag': {
      const spelt = values.keywordOf('yesno', values.typed(value), of.language);
      if (spelt === undefined) return no('notInList', { value });
      return { ways: [over(emptyAt(slot.span.end), ` ${spelt}`)], value: spelt };
    }
    case 'condition':
      return { ways: [placed(slot, values.typed(value))], value: undefined };
    case 'read':
      return free(slot, value, of);
  }
}
