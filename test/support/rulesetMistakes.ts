/** Slips of the pen in a rule file, each on one line of it. */
import type { Random } from './random.ts';

export interface Mistake {
  readonly what: string;
  /** The line as it should be. */
  readonly line: RegExp;
  /** The line with the slip. */
  readonly slip: (line: string) => string;
}

export const mistakes: readonly Mistake[] = [
  { what: 'a unit is left out', line: /^ +授予 每 [\d.]+ 小时 (?!时长)/, slip: (line) => line.replace(' 小时 ', ' ') },
  { what: 'a line word is misspelt', line: /^ +授予 /, slip: (line) => line.replace('授予', '授于') },
  { what: 'a section word is misspelt', line: /^补学 /, slip: (line) => line.replace('补学', '补课') },
  { what: 'a name in a condition is unknown', line: /当 远程$/, slip: (line) => line.replace(/远程$/, '远呈') },
  { what: 'a value is unknown', line: /身份 是 听众/, slip: (line) => line.replace('身份 是 听众', '身份 是 听从') },
  { what: 'a choice is put in order', line: /岗位 是 /, slip: (line) => line.replace('岗位 是', '岗位 不少于') },
  { what: 'a range is upside down', line: /是 1～3/, slip: (line) => line.replace('1～3', '3～1') },
  { what: 'a member is unknown', line: /^ +成员 /, slip: (line) => line.replace(/成员 .*$/, '成员 无此类') },
  { what: 'a subject is unknown', line: /^ +每年 类别 /, slip: (line) => line.replace(/类别 [^ ]+/, '类别 无此类') },
  { what: 'a form is unknown', line: /^ +形式 /, slip: (line) => line.replace(/形式 .*$/, '形式 无此式') },
  { what: 'there is no such day', line: /施行 2028-01-01/, slip: (line) => line.replace('2028-01-01', '2028-02-30') },
  { what: 'a quotation is not closed', line: /问题 「怎样理解」/, slip: (line) => line.replace('」', '') },
  { what: 'the adopted option is none', line: /^ +采用 /, slip: (line) => line.replace(/采用 .*$/, '采用 丁说') },
  { what: 'an hour is measured in credits', line: /时长 不少于 [\d.]+$/, slip: (line) => `${line} 学分` },
  { what: 'a cap has no span', line: /^ +上限 每年 /, slip: (line) => line.replace('每年 ', '') },
  {
    what: 'credits have three decimals',
    line: /^ +上限 每年 [\d.]+ /,
    slip: (line) => line.replace(/年 [\d.]+/, '年 1.234'),
  },
  { what: 'a bracket is not closed', line: /^ +(?:条件|授予) .*（[^（）]+）/, slip: (line) => line.replace('）', '') },
  { what: 'a rank is no field', line: /^ +授予.* 递减 .* 按 排名/, slip: (line) => line.replace('按 排名', '按 名次') },
];

export interface Slipped {
  readonly text: string;
  /** Where the line with the slip begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** The text with this mistake made once, somewhere; null where it has no such line. */
export const slipped = (text: string, { line, slip }: Mistake, random: Random): Slipped | null => {
  const lines = text.split('\n');
  const places = lines.flatMap((one, at) => (line.test(one) && !one.startsWith('口径') ? [at] : []));
  if (places.length === 0) return null;
  const at = random.pick(places);
  const wrong = slip(lines[at] ?? '');
  const from = lines.slice(0, at).join('\n').length + (at > 0 ? 1 : 0);
  return { text: lines.with(at, wrong).join('\n'), from, to: from + wrong.length };
};
