import { describe, expect, test } from 'vitest';
import { completeAt } from '../../src/service/index.ts';
import { Random } from '../support/random.ts';
import { HEAD, hubei, marked } from './open.ts';

const offered = (text: string): string[] => {
  const { document, offset } = marked(text);
  return completeAt(document, offset).offers.map((one) => one.text);
};
const typed = (text: string): string => {
  const { document, offset } = marked(text);
  const { span } = completeAt(document, offset);
  return document.text.slice(span.start, span.end);
};

const ITEM = `${HEAD}类别 讲座 talks
  依据 第一条
条目 讲座
  形式 教学授课
`;

describe('completion knows', () => {
  test('which words open a line here, and which sections', () => {
    const all = offered(`${ITEM}  |`);
    expect(all).toEqual(expect.arrayContaining(['授予', '上限', '条件', '适用', '条目', '用例']));
    expect(all).not.toContain('问题');
  });

  test('those that begin as typed', () => {
    expect(offered(`${ITEM}  授|`)).toEqual(expect.arrayContaining(['授予', '授予表']));
    expect(offered(`${ITEM}  授|`)).not.toContain('上限');
    expect(typed(`${ITEM}  授|`)).toBe('授');
  });

  test('fields, lone values and 累计 after 当', () => {
    const all = offered(`${ITEM}  授予 每 1 小时 1 学分 当 |`);
    expect(all).toEqual(expect.arrayContaining(['级别', '机构类别', '主讲人', '远程', '累计', '并非']));
    // Several fields have it.
    expect(all).not.toContain('其他');
  });

  test('the comparisons after a field, then its values', () => {
    expect(offered(`${ITEM}  适用 级别 |`)).toEqual(expect.arrayContaining(['是', '属于', '不属于']));
    const levels = offered(`${ITEM}  适用 级别 属于 省级、|`);
    expect(levels).toEqual(expect.arrayContaining(['国家级', '市级']));
    expect(levels).not.toContain('主讲人');
  });

  test('the part of a run without blanks that is being typed', () => {
    expect(offered(`${ITEM}  授予每1小时1学分当参|`).sort()).toEqual(['参加毕业后医学教育', '参加者']);
    expect(typed(`${ITEM}  授予每1小时1学分当参|`)).toBe('参');
    expect(offered(`${ITEM}  授予每1小时1学分|`)).toEqual(expect.arrayContaining(['当', '按']));
  });

  test('units after a number, spans after 按 and 每', () => {
    expect(offered(`${ITEM}  授予 每 3 |`)).toEqual(expect.arrayContaining(['小时', '课时', '学时']));
    expect(offered(`${ITEM}  授予 每 3 小时 1 学分 按 |`)).toEqual(expect.arrayContaining(['项目', '年', '次']));
    expect(offered(`${ITEM}  上限 每|`)).toEqual(expect.arrayContaining(['项目', '年']));
  });

  test('readings only where their values can stand', () => {
    expect(offered(`${ITEM}  授予 每 3 小时 1 学分 尾数 |`)).toContain('不足单位');
    expect(offered(`${ITEM}  授予 每 3 小时 1 学分 按 |`)).not.toContain('不足单位');
  });

  test('forms, clauses of the register, options of the reading', () => {
    expect(offered(`${ITEM}  形式 推荐项目、|`)).toEqual(expect.arrayContaining(['论文', '进修学习']));
    expect(offered(`${ITEM}  依据 第|`)).toEqual(['第一条', '第二条', '第三条']);
    expect(offered(`${HEAD}口径 三个月标准\n  采用 |`)).toEqual(expect.arrayContaining(['九十天', '自然月']));
  });

  test('fields of the person in an example, and their values', () => {
    const person = offered(`${HEAD}用例 「甲」\n  人员 |`);
    expect(person).toEqual(expect.arrayContaining(['机构类别', '医院']));
    expect(person).not.toContain('主讲人');
    expect(offered(`${HEAD}用例 「甲」\n  人员 机构类别 |`)).toEqual(expect.arrayContaining(['乡镇卫生院']));
    expect(offered(`${HEAD}用例 「甲」\n  人员 机构类别 |`)).not.toContain('初级');
    expect(offered(`${HEAD}用例 「甲」\n  期望 |`)).toEqual(expect.arrayContaining(['达标', '未达标', '差']));
  });

  test('columns and cells of a table', () => {
    const table = `${ITEM}  授予表\n    ¦ 级别 ¦ 学分 ¦\n    ¦ |`;
    expect(offered(table)).toEqual(expect.arrayContaining(['省级', '任意', '其他']));
    expect(offered(`${ITEM}  授予表\n    ¦ |`)).toEqual(expect.arrayContaining(['级别', '学分', '依据']));
  });

  test('English keywords in an English file', () => {
    const text = 'rules 甲 a version 1\n  language 1\n  effective 2030-01-01\n\ncategory 讲座 talks\n\nitem 讲座\n  |';
    expect(offered(text)).toEqual(expect.arrayContaining(['award', 'cap']));
    expect(offered(text)).not.toContain('授予');
  });

  test('nothing in a comment or in a text', () => {
    expect(offered(`${ITEM}  # 授|`)).toEqual([]);
    expect(offered(`${HEAD}口径 甲\n  问题 「授|`)).toEqual([]);
  });
});

test('wherever the cursor stands in a real file, what is offered replaces what stands before it', () => {
  const document = hubei();
  const random = new Random(Number(process.env.CME_SEED));
  for (let n = 0; n < 400; n++) {
    const offset = random.int(0, document.text.length);
    const { span } = completeAt(document, offset);
    expect(span.end).toBe(offset);
    expect(span.start).toBeLessThanOrEqual(offset);
    expect(document.text.slice(span.start, span.end)).not.toMatch(/\n/);
  }
});
