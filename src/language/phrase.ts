/** Pieces of sentences that findings put into the placeholders of the catalogue, in both languages. */
import { type KeywordId, keywords } from '../../grammar/keywords.ts';
import type { FactValue, TypeId, UnitId } from '../model/ast.ts';
import type { Bilingual, Lang } from '../model/codes.ts';
import { operand } from './value.ts';
import { lineOf, words } from './words.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const phrases = {
  // what a name was looked for among
  field: both('字段', 'field'),
  recordField: both('活动字段', 'record field'),
  numberField: both('数字的活动字段', 'number field of a record'),
  personNumber: both('数字的人员字段', 'number field of a person'),
  wholeField: both('整数的活动字段', 'whole-number field of a record'),
  dateField: both('日期的活动字段', 'date field of a record'),
  personDate: both('日期的人员字段', 'date field of a person'),
  creditField: both('以学分为单位的活动字段', 'record field in credits'),
  personCredit: both('以学分为单位的人员字段', 'field of a person in credits'),
  conditionName: both('字段、值或口径', 'field, value or reading'),
  sectionName: both('类别、分组或条目', 'category, group or item'),
  reading: both('口径', 'reading'),
  // what was expected or found
  numberAndUnit: both('数和单位', 'a number with its unit'),
  bareNumber: both('没有单位的数', 'a number without a unit'),
  noUnit: both('没有单位', 'no unit'),
  oneNumber: both('一个数', 'one number'),
  aNumber: both('数', 'a number'),
  wholeNumber: both('整数', 'a whole number'),
  decimalNumber: both('小数', 'a decimal'),
  numberOrRange: both('数或区间', 'a number or a range'),
  bounds: both('一个数、一个区间或比较', 'a number, a range or comparisons'),
  oneCredit: both('一个学分数', 'one number of credits'),
  requirementUnit: both('学分、学时或次', '学分, 学时 or 次'),
  yesOrNo: both('是或否', '是 or 否'),
  text: both('文字', 'a text'),
  date: both('日期', 'a date'),
  personField: both('人员字段', 'a field of the practitioner'),
  otherValue: both('别的值', 'another value'),
  otherContent: both('别的内容', 'something else'),
  quantity: both('数量', 'a quantity'),
  spanBehindBy: both('「按」的范围', 'what 按 sums over'),
  rounding: both('尾数', '尾数'),
  otherKind: both('写的是另一种值', 'has a value of another kind'),
  noValue: both('没有写值', 'has no value'),
  theValue: both('值', 'a value'),
  anyVersion: both('任意', 'any'),
  noOtherFiles: both('（没有别的规则文件）', '(there are no other rule files)'),
  theTable: both('表', 'a table'),
  // hints
  fieldAndValue: both('写成「字段 值」，或检查名称', 'write FIELD VALUE, or check the name'),
  checkName: both('检查写法，或先声明它', 'check the spelling, or declare it first'),
  nothingInBaseline: both('上位规则没有这样的一节', 'the baseline has no such section'),
  // operators that fit a type
  choiceOperators: both('是、不是、属于、不属于', '是, 不是, 属于, 不属于'),
  orderOperators: both('满、不足、不少于、少于、不超过、超过', '满, 不足, 不少于, 少于, 不超过, 超过'),
} as const satisfies Record<string, Bilingual>;

/** `A、B、C`, in English `A, B, C`; of a great many the first. */
export const listed = (names: readonly string[]): Bilingual => {
  const first = names.slice(0, MOST_LISTED);
  const more = names.length > first.length;
  return both(
    `${first.join('、')}${more ? `…（共 ${names.length} 项）` : ''}`,
    `${first.join(', ')}${more ? `… (${names.length} in all)` : ''}`,
  );
};
const MOST_LISTED = 20;

export const didYouMean = (near: string): Bilingual => both(`是不是「${near}」？`, `did you mean 「${near}」?`);

export const chooseFrom = (names: readonly string[]): Bilingual =>
  both(`可选：${names.join('、')}`, `one of: ${names.join(', ')}`);

/** A suggestion, else the choice where it is short. */
export const hint = (near: string | null, among: readonly string[]): Bilingual => {
  if (near !== null) return didYouMean(near);
  return among.length > 0 && among.length <= 12 ? chooseFrom(among) : phrases.checkName;
};

/** The word that opens a section: 类别 category. */
export const sectionPhrase = (id: KeywordId): Bilingual => both(keywords[id].zh, keywords[id].en);

const types: Record<TypeId | 'choice', Bilingual> = {
  text: both('文字', 'a text'),
  yesno: both('是否', 'a yes/no'),
  whole: both('整数', 'a whole number'),
  decimal: both('小数', 'a decimal'),
  date: both('日期', 'a date'),
  yearType: both('年份', 'a year'),
  choice: both('选项', 'a choice'),
};

/** What a field of the type is. */
export const typePhrase = (type: TypeId | 'choice'): Bilingual => types[type];

export const fieldOfType = (type: TypeId | 'choice'): Bilingual =>
  both(`${types[type].zh}字段`, `${types[type].en} field`.replace(/^an? /, 'a '));

/** What a field is declared as: `小数 小时`, `是否 缺省 否`. */
export const declaredAs = (type: TypeId | 'choice', unit: UnitId | null, implied: FactValue | undefined): Bilingual => {
  const of = (language: Lang): string => {
    const spell = (id: KeywordId): string => keywords[id][language];
    const measured = unit && `${language === 'en' ? 'in ' : ''}${spell(unit)}`;
    const value = implied && lineOf(words(spell('default'), operand(implied, { language, spell })));
    return [types[type][language], measured, value].filter(Boolean).join(' ');
  };
  return both(of('zh'), of('en'));
};

export const fieldInUnit = (unit: UnitId): Bilingual =>
  both(`以${keywords[unit].zh}为单位的字段`, `a field in ${keywords[unit].en}`);

/** `「时长」的数`, and the like. */
export const valueOfField = (label: string, what: 'number' | 'value'): Bilingual =>
  both(`「${label}」的${what === 'number' ? '数' : '值'}`, `a ${what} of 「${label}」`);

export const optionOf = (label: string): Bilingual =>
  both(`口径「${label}」的选项`, `an option of the reading 「${label}」`);

export const valueOfType = (type: TypeId | 'choice'): Bilingual =>
  both(`${types[type].zh}的值`, `a value for ${types[type].en}`);

/** `口径「项目时长」` */
export const named = (id: KeywordId, name: string): Bilingual =>
  both(`${keywords[id].zh}「${name}」`, `the ${keywords[id].en} 「${name}」`);
