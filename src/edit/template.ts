/** A new line of each kind, as it stands before anybody has filled it in: short, and read without a complaint. */
import type { KeywordId } from '../../grammar/keywords.ts';
import { wordOfKind } from '../../grammar/lineRules.ts';
import { name as printName, quoted } from '../language/value.ts';
import type { LineKind, Section } from '../model/ast.ts';
import type { FieldEntry } from '../model/ruleset.ts';
import { emptyAt, type Reading } from './slot.ts';

const plain = (text: string): string => printName({ text, quoted: false, span: emptyAt(0) });

interface Making {
  readonly reading: Reading;
  readonly section: Section;
}

/** A condition that the rules surely know: a yes/no field, else a value of a choice. */
function someCondition({ reading }: Making, on: FieldEntry['on']): string | undefined {
  const fields = reading.vocabulary.rules.fields.filter((field) => field.on === on);
  const flag = fields.find(({ type }) => type === 'yesno');
  if (flag) return plain(flag.label);
  const choice = fields.find(({ options }) => options.length > 0);
  const [option] = choice?.options ?? [];
  return choice && option && `${plain(choice.label)} ${reading.p.spell('is')} ${plain(option.label)}`;
}

const firstOf = (list: string, { reading }: Making): string | undefined => {
  const value = reading.vocabulary.choices(list)?.[0]?.value;
  return value === undefined ? undefined : plain(value);
};

const clause = (making: Making): string => making.reading.vocabulary.register[0] ?? '第一条';

/** What stands behind the word; undefined where such a line cannot be made up. */
type Rest = (making: Making) => string | undefined;

const credits =
  (n: string): Rest =>
  ({ reading: { p } }) =>
    `${n} ${p.spell('credits')}`;

const perYear = ({ reading: { p } }: Making): string =>
  p.language === 'zh' ? `${p.spell('per')}${p.spell('spanYear')}` : `${p.spell('per')} ${p.spell('spanYear')}`;

const asked =
  (on: FieldEntry['on']): Rest =>
  (making) =>
    someCondition(making, on);

const rests: Partial<Readonly<Record<LineKind, Rest>>> = {
  cite: clause,
  title: () => quoted('名称'),
  number: () => quoted('文号'),
  effective: () => '2025-01-01',
  until: () => '2030-12-31',
  clauses: clause,
  repeals: () => quoted('文号'),
  remainder: ({ reading: { p } }) => p.spell('floor'),
  option: ({ reading: { p } }) => (p.language === 'zh' ? '新选项' : 'another'),
  question: () => quoted('问题'),
  adopt: ({ section }) => {
    const options = section.lines.flatMap((line) => (line.kind === 'option' ? line.options : []));
    return options[0] && plain(options[0].label.text);
  },
  except: asked('person'),
  for: (making) =>
    someCondition(making, making.section.kind === 'item' || making.section.kind === 'group' ? 'record' : 'person'),
  form: (making) => firstOf(making.reading.vocabulary.listOf('form', 'record') ?? '', making),
  approver: ({ reading: { p } }) => (p.language === 'zh' ? '用人单位' : 'employer'),
  placed: (making) => firstOf('dates', making),
  members: ({ reading: { vocabulary } }) => vocabulary.choices('sections')?.[0]?.value,
  gate: asked('record'),
  award: credits('1'),
  factor: () => '1',
  best: (making) => `1 ${making.reading.p.spell('times')} ${perYear(making)}`,
  deem: (making) => {
    const cond = someCondition(making, 'record');
    return cond && `${credits('1')(making)} ${making.reading.p.spell('when')} ${cond}`;
  },
  cap: (making) => `${perYear(making)} ${credits('10')(making)}`,
  reduce: credits('1'),
  open: ({ reading: { p } }) => p.spell('stricter'),
  exampleYear: () => '2025',
  exampleAdopt: ({ reading: { vocabulary } }) => {
    const [reading] = vocabulary.rules.readings;
    const [option] = reading?.options ?? [];
    return reading && option && `${plain(reading.label)} ${plain(option.label)}`;
  },
  person: asked('person'),
  record: (making) =>
    firstOf(making.reading.vocabulary.listOf('form', 'record') ?? '', making) ?? someCondition(making, 'record'),
  expect: credits('0'),
};

/** The lines of a new one, the first without its indent; undefined where it cannot be made up. */
export function lineTemplate(kind: LineKind, making: Making): readonly string[] | undefined {
  const { p, vocabulary } = making.reading;
  if (kind === 'minimum') return [`${perYear(making)} ${credits('1')(making)}`];
  if (kind === 'awardTable') {
    const field = vocabulary.rules.fields.find(({ on, options }) => on === 'record' && options.length > 0);
    if (!field) return undefined;
    return [p.spell('awardTable'), `| ${plain(field.label)} | ${p.spell('credits')} |`, `| ${p.spell('any')} | 1 |`];
  }
  const rest = rests[kind]?.(making);
  const word: KeywordId = wordOfKind(kind);
  return rest === undefined ? undefined : [`${p.spell(word)} ${rest}`];
}

/** The order in which lines of a section are usually written. */
const order: readonly LineKind[] = [
  'language',
  'cite',
  'open',
  'title',
  'number',
  'effective',
  'until',
  'under',
  'repeals',
  'clauses',
  'cycle',
  'accepted',
  'question',
  'option',
  'adopt',
  'members',
  'approver',
  'form',
  'for',
  'except',
  'placed',
  'minimum',
  'since',
  'reduce',
  'gate',
  'deem',
  'award',
  'awardTable',
  'falling',
  'factor',
  'best',
  'cap',
  'remainder',
  'exampleYear',
  'exampleAdopt',
  'person',
  'record',
  'exampleTable',
  'expect',
];

export const rankOf = (kind: LineKind): number => {
  const at = order.indexOf(kind);
  return at < 0 ? order.length : at;
};
