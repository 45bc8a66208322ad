/** The words of a comparison once, for the screen and for paper, in Chinese and English. */
import type { Bilingual, Lang } from '../../model/codes.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const comparisonWords = {
  title: both('规则对比说明', 'Comparison of rules'),
  subtitle: both('原：{before}　现：{after}', 'before: {before} · after: {after}'),
  // ---- directions
  stricter: both('收紧', 'stricter'),
  looser: both('放宽', 'looser'),
  mixed: both('有增有减', 'mixed'),
  neutral: both('不影响结果', 'no effect'),
  unknown: both('无法判定', 'undecided'),
  // ---- the sentence
  against: both('与「{before}」相比，「{after}」', 'Compared with 「{before}」, 「{after}」: '),
  counted: both('{effect} {count} 处', '{effect} in {count}'),
  countedMixed: both('{effect} {count} 处', 'mixed in {count}'),
  countedUnknown: both('{effect} {count} 处', 'undecided in {count}'),
  andNeutral: both('，另有 {count} 处不影响结果。', '; {count} more change no result.'),
  end: both('。', '.'),
  onlyNeutral: both(
    '有 {count} 处改动，都不影响任何人的学分和结论。',
    '{count} places differ, none of which changes anybody’s credits or verdict.',
  ),
  sameMeaning: both(
    '含义相同：只有注释、空行、写法或次序不同，不影响任何人的学分和结论。',
    'the same in meaning. Only comments, blanks, wording or order differ; nobody’s credits or verdict change.',
  ),
  sameText: both('一字不差。', 'the same to the letter.'),
  open: both(
    '没有找到含义上的差别，但也没能证明完全相同。',
    'no difference in meaning was found, nor was it proven that there is none.',
  ),
  notExhausted: both(
    '情形太多，没有穷尽：没有证明的不作数，请自行核对标为「无法判定」的各处。',
    'There are too many cases, and not all were gone through: what was not proven is not claimed; look at what is undecided.',
  ),
  cannot: both('无法比较', 'These cannot be compared'),
  cannotWhy: both(
    '有一边的规则读不通，没有含义可比，所以不给任何数字。先改好这些地方：',
    'The rules of a side do not hold together, so there is no meaning to compare and no number is given. Mend these places first:',
  ),
  faultAt: both('{side} {file} 第 {line} 行：{message}', '{side} {file}, line {line}: {message}'),
  // ---- sides and rows
  before: both('原', 'before'),
  after: both('现', 'after'),
  nothing: both('（没有）', '(none)'),
  still: both('写法未变', 'worded as before'),
  item: both('事项', 'matter'),
  content: both('内容', 'content'),
  place: both('位置', 'place'),
  where: both('{path}', '{path}'),
  conclusion: both('结论', 'Conclusion'),
  each: both('逐处说明', 'Each change'),
  others: both('不影响结果的改动', 'Changes without effect'),
  example: both('例子', 'example'),
  counter: both('反过来的例子', 'the other way'),
  who: both('{year} 年，{who}', 'in {year}: {who}'),
  anyone: both('任何人', 'anybody'),
  noRecords: both('没有活动记录', 'no records'),
  result: both('结果', 'result'),
  verdict: both('{credits} 学分，{status}', '{credits} credits, {status}'),
  short: both('，差 {short} 学分', ', {short} short'),
  required: both('（要求 {required}）', ' ({required} required)'),
  alone: both('这是单独作这一处改动时的结果', 'this is with this change alone'),
  odd: both('反直觉', 'unexpected'),
  undone: both(
    '单独看有变化，同一次修改里的其他改动把它抵消了',
    'it matters by itself, and other changes of the same revision take it back',
  ),
  againstWords: both(
    '数字往一个方向改，却有人的结果往另一个方向变',
    'its number goes one way, and somebody’s result the other',
  ),
  nobodyGains: both('没有例子：已证明没有人因此多得', 'no example: it was proven that nobody gains'),
  nobodyLoses: both('没有例子：已证明没有人因此少得', 'no example: it was proven that nobody loses'),
  undecided: both(
    '没有找到受影响的例子，也没能证明没有影响，请自行核对',
    'nobody was found for whom it matters, nor was it proven to matter to none; look at it yourself',
  ),
  undecidedShown: both(
    '例子里有变化；对别人是不是也往这个方向变，没能证明，请自行核对',
    'it matters as shown; whether it goes the other way for others was not proven; look at it yourself',
  ),
  // ---- people
  people: both(
    '以 {year} 年的名册 {people} 人测算：{unmetToMet} 人由未达标变为达标，{metToUnmet} 人由达标变为未达标，{changed} 人结果有变化。',
    'By the roster of {year} with {people} people: {unmetToMet} come to meet the requirement, {metToUnmet} no longer do, and {changed} have another result.',
  ),
  sign: both('核对人：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿', 'Checked by: ____________    Date: ____________'),
} as const satisfies Record<string, Bilingual>;

export type ComparisonWord = keyof typeof comparisonWords;
export type SayComparison = (id: ComparisonWord, args?: Readonly<Record<string, string | number>>) => string;

export const comparisonSay =
  (lang: Lang): SayComparison =>
  (id, args = {}) =>
    comparisonWords[id][lang].replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? ''));
