/** A new section: named, with the least that makes it one, where its like stand. */
import { name as printName, quoted } from '../language/value.ts';
import type { LineKind, Section, SectionKind } from '../model/ast.ts';
import type { TextEdit } from '../model/diagnostic.ts';
import { given, indentOf } from './addLine.ts';
import { type Desk, refuse } from './desk.ts';
import type { Edited, FactInput, Gesture, Refused, Where } from './intent.ts';
import { type Said, say } from './messages.ts';
import { family, regionOfBlock, wholeOf } from './region.ts';
import { emptyAt, type Reading } from './slot.ts';
import { insertAfter, insertBefore } from './surgery.ts';
import { lineTemplate } from './template.ts';
import * as values from './values.ts';
import type { Block } from './view.ts';

type Of<K extends Gesture['kind']> = Extract<Gesture, { kind: K }>;

/** The lines that a new section begins with. */
const firstLines: Partial<Readonly<Record<SectionKind, readonly LineKind[]>>> = {
  personField: [],
  recordField: [],
  reading: ['question', 'option', 'adopt'],
  scope: ['except'],
  require: ['minimum'],
  category: ['cite'],
  item: ['cite', 'form', 'award'],
  group: ['members'],
  notice: [],
  uncomputed: [],
  makeup: [],
  example: ['person', 'record', 'expect'],
};

const plain = (text: string): string => printName({ text, quoted: false, span: emptyAt(0) });

function headText(kind: SectionKind, { label, code }: Of<'addSection'>, { p }: Reading): string {
  const word = p.spell(kind === 'brokenSection' ? 'item' : kind);
  const name = values.typed(label);
  if (kind === 'notice' || kind === 'example' || kind === 'examples') return `${word} ${quoted(name)}`;
  if (kind === 'scope') return word;
  if (kind === 'makeup') return `${word} ${p.spell('nextYear')}`;
  const named = kind === 'uncomputed' ? name : plain(name);
  const type = kind === 'personField' || kind === 'recordField' ? p.spell('text') : undefined;
  return [word, named, code && values.typed(code), type].filter(Boolean).join(' ');
}

/** The order in which sections are usually written. */
const order: readonly SectionKind[] = [
  'rules',
  'personField',
  'recordField',
  'convert',
  'reading',
  'scope',
  'require',
  'category',
  'item',
  'group',
  'makeup',
  'carry',
  'notice',
  'uncomputed',
  'drop',
  'example',
  'examples',
];
const rank = (kind: SectionKind): number => {
  const at = order.indexOf(kind === 'examples' ? 'example' : kind === 'item' ? 'category' : kind);
  return at < 0 ? order.length : at;
};

/** Behind the last of its kind, else behind the last of those usually before it. */
export function anchorOf(desk: Desk, kind: SectionKind): Block | undefined {
  const { blocks } = desk.view;
  const group = (one: SectionKind): number => rank(one);
  const same = blocks.findLast((block) => !block.disabled && group(block.kind) === group(kind));
  return same ?? blocks.findLast((block) => !block.disabled && group(block.kind) < group(kind)) ?? blocks.at(-1);
}

/** Puts a section's lines beside another section. */
export function insertSection(
  desk: Desk,
  lines: readonly string[],
  anchor: Block | undefined,
  before: boolean,
): TextEdit {
  const { page } = desk.look;
  if (!anchor) return insertBefore(page, 0, lines);
  const region = before ? regionOfBlock(desk, anchor) : wholeOf(desk, anchor);
  // One-line sections may stand together; anything else stands apart.
  const apart = lines.length > 1 || anchor.rows.length > 0 || region.first === 0 || page.isBlank(region.first - 1);
  if (before) return insertBefore(page, region.first, apart ? [...lines, ''] : lines);
  return insertAfter(page, region.last, apart ? ['', ...lines] : lines);
}

export function addSection(desk: Desk, gesture: Of<'addSection'>): Edited | Refused {
  const { section: kind, into, where } = gesture;
  const starting = firstLines[kind];
  if (!starting) return refuse('notHere');
  const label = values.typed(gesture.label);
  if (label === '' && kind !== 'require' && kind !== 'scope' && kind !== 'makeup') return refuse('wantsName');
  const [first] = desk.look.document.tree.sections;
  const reading = desk.look.readingOf(first?.word ?? emptyAt(0));
  const taken = desk.view.blocks.some(
    (block) => block.kind === kind && block.title === label && kind !== 'item' && kind !== 'uncomputed',
  );
  if (taken) return refuse('nameTaken', { name: label });
  const category = into === undefined ? undefined : desk.place(into)?.block;
  if (into !== undefined && category?.kind !== 'category') return refuse('needsCategory');
  if (category && family(desk, category).some((block) => block.kind === 'item' && block.title === label))
    return refuse('nameTaken', { name: label });
  const indent = indentOf(desk, undefined);
  const head = headText(kind, gesture, reading);
  // Its first lines are made up one by one: each may need the one before.
  let lines: readonly string[] = [head];
  for (const line of starting) {
    const section = desk.look.of(lines.join('\n')).document.tree.sections[0] as Section | undefined;
    const made = section && lineTemplate(line, { reading, section });
    if (made) lines = [...lines, ...made.map((one) => indent + one)];
  }
  return placed(desk, kind, lines, where, category, say('addedSection', { name: label }));
}

function placed(
  desk: Desk,
  kind: SectionKind,
  lines: readonly string[],
  where: Where | undefined,
  category: Block | undefined,
  says: Said,
): Edited | Refused {
  const { tree, diagnostics } = desk.look.of(lines.join('\n')).document;
  const [section, more] = tree.sections;
  if (diagnostics.length > 0 || section?.kind !== kind || more)
    return refuse('wouldNotRead', { value: lines[0] ?? '' });
  let anchor = category ? family(desk, category).at(-1) : anchorOf(desk, kind);
  let before = false;
  if (where) {
    anchor = desk.place('before' in where ? where.before : where.after)?.block;
    before = 'before' in where;
    if (!anchor) return refuse('goneAway');
    if (anchor.kind === 'rules' && before) return refuse('notHere');
  }
  if (kind === 'item' && !desk.view.blocks.some((block) => block.kind === 'category')) return refuse('needsCategory');
  return given(desk, insertSection(desk, lines, anchor, before), lines, says);
}

// ---- an example from given facts

/** A fact in words: 远程, 省级, 时长 9 小时. */
function factText(
  { field: name, values: given }: FactInput,
  on: 'person' | 'record',
  { vocabulary, p }: Reading,
): string | undefined {
  const field = vocabulary.field(name, on);
  if (!field) return undefined;
  const said = given.map(values.typed);
  const [first = ''] = said;
  if (field.type === 'yesno') {
    const word = values.keywordOf('yesno', first, p.language);
    if (word === undefined) return undefined;
    return word === p.spell('yes') ? plain(field.label) : `${plain(field.label)} ${word}`;
  }
  if (field.type === 'choice') {
    const options = said.map((one) => field.options.find(({ key, label }) => key === one || label === one)?.label);
    if (options.some((one) => one === undefined)) return undefined;
    const only = options[0];
    const alone = said.length === 1 && only !== undefined && vocabulary.owner(only) === field;
    return alone ? plain(only) : `${plain(field.label)} ${options.map((one) => plain(one as string)).join('、')}`;
  }
  const list = said.map((one) => {
    if (field.type === 'text') return quoted(one);
    const made = field.type === 'date' ? values.date(one) : values.number(one.split(' ')[0] ?? '');
    return made !== undefined && field.unit && field.type !== 'date' ? `${made} ${p.spell(field.unit)}` : made;
  });
  return list.some((one) => one === undefined) ? undefined : `${plain(field.label)} ${list.join('、')}`;
}

export function addExample(desk: Desk, gesture: Of<'addExample'>): Edited | Refused {
  const [first] = desk.look.document.tree.sections;
  const reading = desk.look.readingOf(first?.word ?? emptyAt(0));
  const { p } = reading;
  const indent = indentOf(desk, undefined);
  const title = values.typed(gesture.title);
  if (title === '') return refuse('wantsName');
  if (desk.view.blocks.some((block) => block.kind === 'example' && block.title === title))
    return refuse('nameTaken', { name: title });
  const mark = p.language === 'zh' ? '，' : ', ';
  const lines = [`${p.spell('example')} ${quoted(title)}`];
  if (gesture.year !== undefined) lines.push(`${indent}${p.spell('exampleYear')} ${gesture.year}`);
  for (const [name, option] of gesture.adopt ?? [])
    lines.push(`${indent}${p.spell('adopt')} ${plain(name)} ${plain(option)}`);
  for (const [on, all] of [
    ['person', [gesture.person]],
    ['record', gesture.records],
  ] as const) {
    for (const facts of all) {
      const said = facts.map((fact) => ({ fact, text: factText(fact, on, reading) }));
      const wrong = said.find(({ text }) => text === undefined);
      if (wrong) return refuse('noField', { name: `${wrong.fact.field} ${wrong.fact.values.join('、')}` });
      if (said.length > 0) lines.push(`${indent}${p.spell(on)} ${said.map(({ text }) => text).join(mark)}`);
    }
  }
  const { credits, status, short } = gesture.expect;
  const expected = [
    credits !== undefined ? `${credits} ${p.spell('credits')}` : undefined,
    status && p.spell(status),
    short !== undefined ? `${p.spell('short')} ${short} ${p.spell('credits')}` : undefined,
  ].filter((one) => one !== undefined);
  if (expected.length > 0) lines.push(`${indent}${p.spell('expect')} ${expected.join(mark)}`);
  return placed(desk, 'example', lines, undefined, undefined, say('addedSection', { name: title }));
}
