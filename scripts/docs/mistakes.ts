/** Common mistakes, each made in an example file: what stands there, and what is written in its place. */
export interface Mistake {
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
}

export const mistakes: readonly Mistake[] = [
  { file: 'first.cme', right: '授予 每 3 小时 1 学分 当 听课', wrong: '受予 每 3 小时 1 学分 当 听课' },
  { file: 'first.cme', right: '当 听课', wrong: '当 旁听' },
  { file: 'first.cme', right: '授予 每 3 小时 1 学分 当 听课', wrong: '授予 每 3 小时 当 听课' },
  { file: 'first.cme', right: '每 1 小时 2 学分', wrong: '每 1 课时 2 学分' },
  { file: 'first.cme', right: '上限 每项目 10 学分', wrong: '上限 10 学分' },
  { file: 'first.cme', right: '施行 2030-01-01', wrong: '施行 2030年1月1日' },
  { file: 'first.cme', right: '施行 2030-01-01', wrong: '施行 2030-02-30' },
  { file: 'first.cme', right: '用例 「听课七小时，零头不计」', wrong: '用例 「听课七小时，零头不计' },
  { file: 'first.cme', right: '期望 2 学分，未达标，差 18 学分', wrong: '期望 2 学分，不达标' },
  { file: 'base.cme', right: '采用 不计', wrong: '采用 四舍五入' },
  { file: 'province.cme', right: '上位 样例基线 2030', wrong: '上位 样例基线 2029' },
  { file: 'awards.cme', right: '| 普通期刊 | 任意     | 2    |', wrong: '| 普通期刊 | 2    |' },
  {
    file: 'awards.cme',
    right: '| 级别       | 学分 | 依据          |',
    wrong: '| 级别       | 分值 | 依据          |',
  },
];
