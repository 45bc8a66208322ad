/** Words that open a section. */
import { type Keyword, wordOf } from './keyword.ts';

const section = wordOf('section', 'section');

export const sections = {
  rules: section(
    '规则',
    'rules',
    '写明这份规则的名称、代码和版本，是文件的第一节',
    'Names this rule file, with its code and version; it opens the file.',
  ),
  personField: section(
    '人员字段',
    'personfield',
    '声明人员的一项资料：名称、代码和类型',
    'Declares a fact about a practitioner: its label, code and type.',
  ),
  recordField: section(
    '活动字段',
    'recordfield',
    '声明活动记录的一项资料：名称、代码和类型',
    'Declares a fact about an activity record: its label, code and type.',
  ),
  convert: section(
    '换算',
    'convert',
    '写明两个单位怎样换算，如 1 学时等于 45 分钟',
    'Says how two units convert, such as one class hour to 45 minutes.',
  ),
  reading: section(
    '口径',
    'reading',
    '条文有不止一种理解时，列出各种理解并选定一种',
    'Lists the ways a clause can be understood, and which one is adopted.',
  ),
  scope: section('对象', 'scope', '写明规则管哪些人，不管哪些人', 'Says whom the rules bind, and whom they do not.'),
  require: section(
    '要求',
    'require',
    '写明每年或每周期应当达到的学分、学时或次数',
    'Says what must be reached each year or cycle.',
  ),
  category: section(
    '类别',
    'category',
    '一类活动，其下的条目共用它的上限',
    'A kind of activity, whose items share its caps.',
  ),
  item: section(
    '条目',
    'item',
    '一种具体活动：哪些记录算它，授予多少学分',
    'One kind of activity: which records belong to it, and what they earn.',
  ),
  group: section(
    '分组',
    'group',
    '把几个类别或条目合在一起，另设上限或要求',
    'Gathers categories or items for a cap or a requirement of their own.',
  ),
  makeup: section(
    '补学',
    'makeup',
    '允许次年补上本年所缺的学分，可附条件',
    'Lets the next year make up for this one, on a condition if any.',
  ),
  carry: section(
    '结转',
    'carry',
    '允许把上期结余带入，写明由哪项资料给出、最多多少',
    'Lets an earlier surplus count: which fact states it, and at most how much.',
  ),
  notice: section(
    '提示',
    'notice',
    '遇到所写情形时提醒核对，不影响学分',
    'Asks for a second look where the condition holds; credits stay as they are.',
  ),
  uncomputed: section(
    '不计算',
    'uncomputed',
    '登记不参与计算的条款，并说明理由',
    'Registers clauses that nothing is computed from, and why.',
  ),
  example: section(
    '用例',
    'example',
    '一个人一年的例子和应得的结果，检查时会试算',
    'One person’s year and its expected result, tried at every check.',
  ),
  examples: section(
    '用例表',
    'examples',
    '用表格列出的许多小例子，每行一条记录',
    'Many small examples as a table, one record a row.',
  ),
  drop: section('不沿用', 'drop', '去掉上位规则中的某一节', 'Takes a section of the baseline away.'),
} as const satisfies Record<string, Keyword>;
