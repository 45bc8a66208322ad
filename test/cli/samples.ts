/** A small world of rule files and rosters for the command line. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder } from './cme.ts';

/** The baseline: the vocabulary, and a reading to set. */
export const base = `规则 全国 base 版本 1
  语言 1
  施行 2020-01-01
  尾数 不足单位

人员字段 编号 id 文字
人员字段 姓名 name 文字
人员字段 机构类别 institution
  选项 医院 hospital、村卫生室 village_clinic

活动字段 编号 id 文字
活动字段 人员编号 practitioner 文字
活动字段 形式 form
  选项 实践活动 practice、论文 paper
活动字段 日期 date 日期
活动字段 时长 hours 小数 小时
活动字段 考核合格 passed 是否

口径 不足单位 partial_unit
  问题 「不足一个单位的怎么算」
  选项 舍去 floor = 舍去
  选项 折算 prorate = 折算
  采用 舍去
`;

const province = (version: string, effective: string, cap: number): string => `规则 示例 demo 版本 ${version}
  语言 1
  施行 ${effective}
  上位 全国 1

要求
  每年 5 学分

类别 实践 practice_category
  上限 每年 ${cap} 学分

条目 实践活动
  形式 实践活动、论文
  条件 考核合格
  授予 每 2 小时 1 学分

用例 「四小时」
  活动 实践活动，时长 4 小时，考核合格 是
  期望 2 学分，未达标，差 3 学分
`;

export const demo2024 = province('2024', '2024-01-01', 10);
export const demo2025 = province('2025', '2025-01-01', 6);

export const roster = JSON.stringify({
  year: 2025,
  practitioners: [
    {
      id: 'p1',
      name: '张三',
      institution: 'hospital',
      records: [
        { id: 'r1', form: 'practice', date: '2025-03-01', hours: 9, passed: true },
        { id: 'r2', form: '实践活动', date: '2025-04-01', hours: 5, passed: '是' },
      ],
    },
    { id: 'p2', institution: '村卫生室' },
  ],
});

/** A folder with `rules/` and these files. */
export function world(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const home = folder();
  mkdirSync(join(home, 'rules'));
  const all = {
    'rules/base.cme': base,
    'rules/demo-2024.cme': demo2024,
    'rules/demo-2025.cme': demo2025,
    'roster.json': roster,
  };
  for (const [name, content] of Object.entries({ ...all, ...files })) writeFileSync(join(home, name), content);
  return home;
}
