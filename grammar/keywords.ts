/**
 * Every keyword of the language once: its id, Chinese and English spelling, where it may stand, its colour class, and one
 * sentence of help in each language. Lexer, word splitting, highlighting, completion, hover, formatter and the reference
 * page are made from this table; no other file spells a keyword.
 *
 * `place`: `section` opens a section, `line` opens a line, `inner` stands within a line, `both` opens a line and stands
 * within one. A spelling may belong to several keywords (年 is a unit and a span, 是 compares and answers): there the
 * place in the line decides.
 */
export type Place = 'section' | 'line' | 'inner' | 'both';
export type Colour = 'section' | 'line' | 'operator' | 'connective' | 'unit' | 'span' | 'type' | 'constant' | 'rounding';

export interface Keyword {
  readonly zh: string;
  readonly en: string;
  readonly place: Place;
  readonly colour: Colour;
  readonly help: { readonly zh: string; readonly en: string };
}

const word = (zh: string, en: string, place: Place, colour: Colour, helpZh: string, helpEn: string): Keyword => ({
  zh, en, place, colour, help: { zh: helpZh, en: helpEn },
});

export const keywords = {
  // ---- sections
  rules: word('规则', 'rules', 'section', 'section', '', ''),
  personField: word('人员字段', 'personfield', 'section', 'section', '', ''),
  recordField: word('活动字段', 'recordfield', 'section', 'section', '', ''),
  convert: word('换算', 'convert', 'section', 'section', '', ''),
  reading: word('口径', 'reading', 'section', 'section', '', ''),
  scope: word('对象', 'scope', 'section', 'section', '', ''),
  require: word('要求', 'require', 'section', 'section', '', ''),
  category: word('类别', 'category', 'section', 'section', '', ''),
  item: word('条目', 'item', 'section', 'section', '', ''),
  group: word('分组', 'group', 'section', 'section', '', ''),
  makeup: word('补学', 'makeup', 'section', 'section', '', ''),
  carry: word('结转', 'carry', 'section', 'section', '', ''),
  notice: word('提示', 'notice', 'section', 'section', '', ''),
  uncomputed: word('不计算', 'uncomputed', 'section', 'section', '', ''),
  example: word('用例', 'example', 'section', 'section', '', ''),
  examples: word('用例表', 'examples', 'section', 'section', '', ''),
  drop: word('不沿用', 'drop', 'section', 'section', '', ''),
  // ---- lines
  language: word('语言', 'language', 'line', 'line', '', ''),
  cite: word('依据', 'clause', 'line', 'line', '', ''),
  title: word('名称', 'title', 'line', 'line', '', ''),
  number: word('文号', 'number', 'line', 'line', '', ''),
  effective: word('施行', 'effective', 'line', 'line', '', ''),
  until: word('止于', 'until', 'line', 'line', '', ''),
  under: word('上位', 'under', 'line', 'line', '', ''),
  repeals: word('废止', 'repeals', 'line', 'line', '', ''),
  clauses: word('条款', 'clauses', 'line', 'line', '', ''),
  cycle: word('周期', 'cycle', 'both', 'span', '', ''), // also the span
  remainder: word('尾数', 'remainder', 'both', 'line', '', ''),
  option: word('选项', 'option', 'line', 'line', '', ''),
  question: word('问题', 'question', 'line', 'line', '', ''),
  adopt: word('采用', 'adopt', 'line', 'line', '', ''),
  except: word('除外', 'except', 'line', 'line', '', ''),
  form: word('形式', 'form', 'line', 'line', '', ''),
  for: word('适用', 'for', 'line', 'line', '', ''),
  approver: word('审核', 'approver', 'line', 'line', '', ''),
  placed: word('归期', 'placed', 'line', 'line', '', ''),
  members: word('成员', 'members', 'line', 'line', '', ''),
  gate: word('条件', 'gate', 'line', 'line', '', ''),
  award: word('授予', 'award', 'both', 'line', '', ''),
  awardTable: word('授予表', 'awardtable', 'line', 'line', '', ''),
  falling: word('递减', 'falling', 'both', 'line', '', ''),
  factor: word('系数', 'factor', 'line', 'line', '', ''),
  best: word('只计最高', 'best', 'line', 'line', '', ''),
  deem: word('视同完成', 'deem', 'line', 'line', '', ''),
  cap: word('上限', 'cap', 'line', 'line', '', ''),
  per: word('每', 'per', 'both', 'connective', '', ''),
  prorate: word('折算', 'prorate', 'both', 'rounding', '', ''),
  reduce: word('减免', 'reduce', 'line', 'line', '', ''),
  open: word('开放', 'open', 'line', 'line', '', ''),
  accepted: word('已知', 'accepted', 'line', 'line', '', ''),
  exampleYear: word('年度', 'year', 'line', 'line', '', ''),
  person: word('人员', 'person', 'line', 'line', '', ''),
  record: word('活动', 'record', 'line', 'line', '', ''),
  expect: word('期望', 'expect', 'line', 'line', '', ''),
  // ---- within a line
  version: word('版本', 'version', 'inner', 'connective', '', ''),
  from: word('起于', 'from', 'inner', 'connective', '', ''), // fillable from … too
  rolling: word('滚动', 'rolling', 'inner', 'connective', '', ''),
  default: word('缺省', 'default', 'inner', 'connective', '', ''),
  when: word('当', 'when', 'inner', 'connective', '', ''),
  and: word('且', 'and', 'inner', 'connective', '', ''),
  or: word('或', 'or', 'inner', 'connective', '', ''),
  not: word('并非', 'not', 'inner', 'connective', '', ''),
  by: word('按', 'by', 'inner', 'connective', '', ''),
  since: word('自', 'since', 'inner', 'connective', '', ''),
  to: word('到', 'to', 'inner', 'connective', '', ''),
  fillable: word('可由', 'fillable', 'inner', 'connective', '', ''),
  fills: word('抵充', 'fills', 'inner', 'connective', '', ''),
  same: word('相同', 'same', 'inner', 'connective', '', ''),
  total: word('累计', 'total', 'inner', 'operator', '', ''),
  yearTotal: word('当年累计', 'yeartotal', 'inner', 'operator', '', ''),
  nextYear: word('次年', 'nextyear', 'inner', 'constant', '', ''),
  ofRequired: word('要求的', 'ofrequired', 'inner', 'operator', '', ''),
  ofEarned: word('所得的', 'ofearned', 'inner', 'operator', '', ''),
  is: word('是', 'is', 'inner', 'operator', '', ''),
  isnt: word('不是', 'isnt', 'inner', 'operator', '', ''),
  in: word('属于', 'in', 'inner', 'operator', '', ''),
  notin: word('不属于', 'notin', 'inner', 'operator', '', ''),
  atLeast: word('不少于', '>=', 'inner', 'operator', '', ''),
  reaches: word('满', 'reaches', 'inner', 'operator', '', ''),
  lessThan: word('少于', '<', 'inner', 'operator', '', ''),
  shortOf: word('不足', 'shortof', 'inner', 'operator', '', ''),
  atMost: word('不超过', '<=', 'inner', 'operator', '', ''),
  upTo: word('至多', 'upto', 'inner', 'operator', '', ''),
  moreThan: word('超过', '>', 'inner', 'operator', '', ''),
  yes: word('是', 'yes', 'inner', 'constant', '', ''),
  no: word('否', 'no', 'inner', 'constant', '', ''),
  any: word('任意', 'any', 'inner', 'constant', '', ''),
  else: word('其他', 'else', 'inner', 'constant', '', ''),
  all: word('全部', 'all', 'inner', 'constant', '', ''),
  floor: word('舍去', 'floor', 'inner', 'rounding', '', ''),
  ceil: word('进位', 'ceil', 'inner', 'rounding', '', ''),
  stricter: word('从严', 'stricter', 'inner', 'constant', '', ''),
  freely: word('自定', 'freely', 'inner', 'constant', '', ''),
  add: word('增补', 'add', 'inner', 'constant', '', ''),
  met: word('达标', 'met', 'inner', 'constant', '', ''),
  unmet: word('未达标', 'unmet', 'inner', 'constant', '', ''),
  exempt: word('免除', 'exempt', 'inner', 'constant', '', ''),
  short: word('差', 'short', 'inner', 'connective', '', ''),
  // ---- types
  text: word('文字', 'text', 'inner', 'type', '', ''),
  yesno: word('是否', 'yesno', 'inner', 'type', '', ''),
  whole: word('整数', 'whole', 'inner', 'type', '', ''),
  decimal: word('小数', 'decimal', 'inner', 'type', '', ''),
  date: word('日期', 'date', 'inner', 'type', '', ''),
  yearType: word('年份', 'year', 'inner', 'type', '', ''),
  // ---- units
  credits: word('学分', 'credits', 'inner', 'unit', '', ''),
  hours: word('小时', 'hours', 'inner', 'unit', '', ''),
  classHours: word('学时', 'classhours', 'inner', 'unit', '', ''),
  periods: word('课时', 'periods', 'inner', 'unit', '', ''),
  minutes: word('分钟', 'minutes', 'inner', 'unit', '', ''),
  days: word('天', 'days', 'inner', 'unit', '', ''),
  months: word('个月', 'months', 'inner', 'unit', '', ''),
  years: word('年', 'years', 'inner', 'unit', '', ''),
  words: word('字', 'words', 'inner', 'unit', '', ''),
  times: word('次', 'times', 'inner', 'unit', '', ''),
  courses: word('门', 'courses', 'inner', 'unit', '', ''),
  items: word('项', 'items', 'inner', 'unit', '', ''),
  pieces: word('篇', 'pieces', 'inner', 'unit', '', ''),
  // ---- spans (cycle stands above)
  spanRecord: word('次', 'record', 'inner', 'span', '', ''),
  spanProject: word('项目', 'project', 'inner', 'span', '', ''),
  spanDay: word('日', 'day', 'inner', 'span', '', ''),
  spanYear: word('年', 'year', 'inner', 'span', '', ''),
} as const satisfies Record<string, Keyword>;

export type KeywordId = keyof typeof keywords;
