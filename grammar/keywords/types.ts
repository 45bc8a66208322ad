/** Types of fields. */
import { type Keyword, wordOf } from './keyword.ts';

const type = wordOf('inner', 'type');

export const types = {
  text: type('文字', 'text', '资料类型：一段文字', 'A type of fact: some text.'),
  yesno: type('是否', 'yesno', '资料类型：只有是和否两个值', 'A type of fact: yes or no.'),
  whole: type('整数', 'whole', '资料类型：不带小数的数字', 'A type of fact: a number without decimals.'),
  decimal: type('小数', 'decimal', '资料类型：可以带小数的数字', 'A type of fact: a number that may have decimals.'),
  date: type('日期', 'date', '资料类型：某年某月某日', 'A type of fact: a day of the calendar.'),
  yearType: type('年份', 'year', '资料类型：某个年度', 'A type of fact: a year.'),
} as const satisfies Record<string, Keyword>;
