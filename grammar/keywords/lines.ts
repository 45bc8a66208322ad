/** Words that open a line; some stand within one too. */
import { type Keyword, wordOf } from './keyword.ts';

const line = wordOf('line', 'line');
const both = wordOf('both', 'line');

export const lines = {
  language: line('语言', 'language', '规则语言的版本，不写就是 1', 'The version of the rule language; 1 unless said.'),
  cite: line(
    '依据',
    'clause',
    '这一节依据的条款，可附一句引文',
    'The clauses that this section rests on, with a quotation if wanted.',
  ),
  title: line('名称', 'title', '文件的正式名称，写在引号里', 'The official title, in quotation marks.'),
  number: line('文号', 'number', '文件的发文字号，写在引号里', 'The official number, in quotation marks.'),
  effective: line('施行', 'effective', '规则从哪一天起施行', 'The first day on which the rules are in force.'),
  until: line('止于', 'until', '规则施行到哪一天为止', 'The last day on which the rules are in force.'),
  under: line(
    '上位',
    'under',
    '所依据的上位规则及其版本，其内容一并有效',
    'The baseline and its version; what it says holds here too.',
  ),
  repeals: line(
    '废止',
    'repeals',
    '施行后废止的文件，写在引号里',
    'The documents that these rules repeal, in quotation marks.',
  ),
  clauses: line(
    '条款',
    'clauses',
    '原文有哪些条款，用来核对有没有遗漏',
    'The clauses that the text has, so that none is forgotten.',
  ),
  // The span itself, too.
  cycle: wordOf('both', 'span')(
    '周期',
    'cycle',
    '几年为一个周期，从何时起算；也指按周期计算',
    'How many years a cycle has and from when; also the span itself.',
  ),
  remainder: both('尾数', 'remainder', '不足一个单位的零头怎样处理', 'What becomes of less than a whole unit.'),
  option: line(
    '选项',
    'option',
    '列出可选的值或可选的理解，可附英文代码',
    'Lists the values of a choice, or the ways to read a clause.',
  ),
  question: line(
    '问题',
    'question',
    '用一句话写明这个口径要回答的问题',
    'The question that this reading answers, in one sentence.',
  ),
  adopt: line('采用', 'adopt', '从各种理解中选定的一种', 'The one that is chosen among the options.'),
  except: line('除外', 'except', '符合所写条件的人不受约束', 'People for whom this holds are not bound.'),
  form: line(
    '形式',
    'form',
    '哪些活动形式的记录属于这个条目',
    'The forms of activity whose records belong to this item.',
  ),
  for: line(
    '适用',
    'for',
    '还须符合的条件，符合的记录或人员才归这里',
    'A condition that picks the records or the people meant here.',
  ),
  approver: line(
    '审核',
    'approver',
    '由谁审核，只作说明，不影响计算',
    'Who approves; shown only, computed from never.',
  ),
  placed: line('归期', 'placed', '按哪个日期确定记录属于哪一年', 'The date that places a record in its year.'),
  members: line(
    '成员',
    'members',
    '分组包含哪些类别、条目或分组',
    'The categories, items or groups that belong to the group.',
  ),
  gate: line('条件', 'gate', '记录必须满足的条件，不满足就不授予学分', 'What must hold for a record to earn anything.'),
  award: both(
    '授予',
    'award',
    '写明授予多少学分，可按数量、按条件分别写',
    'Says how many credits are earned, by quantity or by condition.',
  ),
  awardTable: line(
    '授予表',
    'awardtable',
    '用表格写明各种情形授予多少学分',
    'Says by a table how many credits each case earns.',
  ),
  falling: both('递减', 'falling', '排名每往后一位，学分减少多少', 'How much less each later rank earns.'),
  factor: line(
    '系数',
    'factor',
    '学分乘以一个比例，几个系数相乘',
    'Multiplies the credits by a share; several multiply together.',
  ),
  best: line('只计最高', 'best', '一个范围内只计学分最高的若干次', 'Counts only the best few records within a span.'),
  deem: line(
    '视同完成',
    'deem',
    '条件满足时视为完成，按所写学分计',
    'Counts as completed, with the credits said, once the condition holds.',
  ),
  cap: line('上限', 'cap', '一个范围内最多计多少学分', 'The most credits that count within a span.'),
  per: wordOf('both', 'connective')(
    '每',
    'per',
    '每多少单位或每个范围，后面写数量',
    'For each so many units, or within each span.',
  ),
  prorate: wordOf('both', 'rounding')(
    '折算',
    'prorate',
    '按比例计算，可写明精确到多少',
    'Counts in proportion, to a step if one is said.',
  ),
  reduce: line(
    '减免',
    'reduce',
    '符合条件的人减少要求，或者全部免除',
    'Lessens what is required of those for whom the condition holds.',
  ),
  open: line('开放', 'open', '下级规则对这一节可以怎样改动', 'What files under this one may change in the section.'),
  accepted: line(
    '已知',
    'accepted',
    '说明某个检查提示已知晓及其理由，不再提示',
    'A finding that is known, with the reason; it is not shown again here.',
  ),
  exampleYear: line(
    '年度',
    'year',
    '例子所在的年度，不写就是施行的那一年',
    'The year of the example; that of coming into force unless said.',
  ),
  person: line(
    '人员',
    'person',
    '例子中人员的资料，各项用逗号隔开',
    'The facts of the example’s person, parted by commas.',
  ),
  record: line(
    '活动',
    'record',
    '例子中一条活动记录，各项用逗号隔开',
    'One record of the example, its facts parted by commas.',
  ),
  expect: line(
    '期望',
    'expect',
    '例子应得的学分、是否达标、差多少',
    'The credits, status and shortfall that the example should give.',
  ),
} as const satisfies Record<string, Keyword>;
