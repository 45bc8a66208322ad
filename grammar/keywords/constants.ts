/** Values that the language itself knows: answers, cells, roundings, what files below may do, results. */
import { type Keyword, wordOf } from './keyword.ts';

const constant = wordOf('inner', 'constant');
const rounding = wordOf('inner', 'rounding');

export const constants = {
  yes: constant('是', 'yes', '是否类资料的值：属实', 'The value of a yes/no fact that holds.'),
  no: constant('否', 'no', '是否类资料的值：不属实', 'The value of a yes/no fact that does not hold.'),
  any: constant('任意', 'any', '表格中这一格不限，什么值都可以', 'In a table: this cell does not matter.'),
  else: constant('其他', 'else', '表格中其余各行都没有写到的值', 'In a table: every value that no other row names.'),
  all: constant('全部', 'all', '减免全部要求，即免除', 'Takes the whole requirement away.'),
  floor: rounding('舍去', 'floor', '零头不计，只计整数个单位', 'Whole units count, what is over does not.'),
  ceil: rounding('进位', 'ceil', '零头按一个整单位计', 'A unit begun counts as a whole one.'),
  stricter: constant('从严', 'stricter', '下级规则只能改得更严', 'Files under this one may only be stricter.'),
  freely: constant('自定', 'freely', '下级规则可以自行规定', 'Files under this one may decide for themselves.'),
  add: constant('增补', 'add', '下级规则可以增加，不能改动', 'Files under this one may add, and change nothing.'),
  met: constant('达标', 'met', '结果：达到了全部要求', 'A result: everything required is reached.'),
  unmet: constant('未达标', 'unmet', '结果：还有要求没有达到', 'A result: something required is not reached.'),
  exempt: constant('免除', 'exempt', '结果：不受要求约束或已经免除', 'A result: not bound, or let off.'),
  short: wordOf('inner', 'connective')('差', 'short', '距离要求还缺多少学分', 'How many credits are lacking.'),
} as const satisfies Record<string, Keyword>;
