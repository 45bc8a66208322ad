/** Units, and the spans over which records are summed; 周期 is a span too, and opens a line. */
import { type Keyword, wordOf } from './keyword.ts';

const unit = wordOf('inner', 'unit');
const span = wordOf('inner', 'span');

export const units = {
  credits: unit('学分', 'credits', '学分，授予和要求都用它来算', 'Credits: what is earned and what is required.'),
  hours: unit('小时', 'hours', '小时，一小时是六十分钟', 'Hours, of sixty minutes each.'),
  classHours: unit(
    '学时',
    'classhours',
    '学时，合多少分钟由「换算」写明',
    'Class hours; 换算 says how many minutes one has.',
  ),
  periods: unit('课时', 'periods', '课时，授课一节算一个', 'Teaching periods, one for a lesson.'),
  minutes: unit('分钟', 'minutes', '分钟，六十分钟是一小时', 'Minutes, sixty to the hour.'),
  days: unit('天', 'days', '天，起止日期都算在内', 'Days, the first and the last included.'),
  months: unit('个月', 'months', '个月，按起止日期数整月', 'Whole calendar months between the dates.'),
  years: unit('年', 'years', '年，用来写明周期有多长', 'Years, as the length of a cycle.'),
  words: unit('字', 'words', '字，用来计算文稿的篇幅', 'Characters of a text, by which its length is counted.'),
  times: unit('次', 'times', '次，每条计分的记录算一次', 'Times: each record that counts is one.'),
  courses: unit('门', 'courses', '门，用来计算课程的数目', 'Courses, counted one by one.'),
  items: unit('项', 'items', '项，用来计算成果的数目', 'Items, counted one by one.'),
  pieces: unit('篇', 'pieces', '篇，用来计算文章的数目', 'Pieces of writing, counted one by one.'),
  spanRecord: span('次', 'record', '按每条记录分别计算', 'Each record by itself.'),
  spanProject: span('项目', 'project', '按项目编号相同的记录合计', 'The records of one project number together.'),
  spanDay: span('日', 'day', '按同一天的记录合计', 'The records of one day together.'),
  spanYear: span('年', 'year', '按同一年度的记录合计', 'The records of one year together.'),
} as const satisfies Record<string, Keyword>;
