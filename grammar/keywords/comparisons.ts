/** What a fact or a quantity is compared by. */
import { type Keyword, wordOf } from './keyword.ts';

const operator = wordOf('inner', 'operator');

export const comparisons = {
  is: operator('是', 'is', '资料等于所列的某个值', 'The fact is one of the values named.'),
  isnt: operator('不是', 'isnt', '资料不等于所列的任何值', 'The fact is none of the values named.'),
  in: operator('属于', 'in', '资料是所列各值中的一个', 'The fact is among the values named.'),
  notin: operator('不属于', 'notin', '资料不在所列各值之中', 'The fact is not among the values named.'),
  atLeast: operator('不少于', '>=', '达到或者多于所写的数量', 'The quantity reaches what is said, or more.'),
  reaches: operator('满', 'reaches', '达到所写的数量，与「不少于」相同', 'The same as 不少于: at least so much.'),
  lessThan: operator('少于', '<', '没有达到所写的数量', 'The quantity stays below what is said.'),
  shortOf: operator('不足', 'shortof', '没有达到所写的数量，与「少于」相同', 'The same as 少于: less than so much.'),
  atMost: operator('不超过', '<=', '等于或者少于所写的数量', 'The quantity is what is said, or less.'),
  upTo: operator('至多', 'upto', '最多所写的数量，与「不超过」相同', 'The same as 不超过: at most so much.'),
  moreThan: operator('超过', '>', '比所写的数量还要多', 'The quantity is more than what is said.'),
} as const satisfies Record<string, Keyword>;
