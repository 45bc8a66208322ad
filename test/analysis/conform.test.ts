import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, conform, evaluator, type Point } from '../../src/index.ts';

const root = new URL('../../', import.meta.url);
const source = (name: string) => ({
  file: `rules/${name}.cme`,
  text: readFileSync(new URL(`rules/${name}.cme`, root), 'utf8'),
});
const national = source('national');
const hubei = source('hubei');

const compiled = (text: string, library = [national]) => compile({ file: hubei.file, text }, { library });

let known: readonly Point[] | null = null;
const points = (): readonly Point[] => {
  known ??= conform(compiled(hubei.text))?.points ?? [];
  return known;
};

/** The one point of this path, and of these words where several share it. */
const point = (path: string, words = ''): Point => {
  const found = points().filter((one) => one.path === path && (one.province ?? one.baseline ?? '').includes(words));
  expect(found.map((one) => one.province)).toHaveLength(1);
  return found[0] as Point;
};

const untilNext = (head: string): string => {
  const [found] = new RegExp(`^${head}\\n(?:(?!类别|条目|#|口径).*\\n)*`, 'm').exec(hubei.text) ?? [];
  return found ?? '';
};

/** The witness is judged by the evaluator: under Hubei's text, and under it with the nation's word in this one place. */
const expectShown = ({ witness }: Point, from: string, to: string): void => {
  expect(from).not.toBe('');
  const kept = compiled(hubei.text.replace(from, to));
  expect(kept.diagnostics.filter(({ code }) => code < 'CME7').map(({ code }) => code)).toEqual([]);
  const plans = [kept.plan, compiled(hubei.text).plan];
  const verdicts = plans.map((plan) => {
    if (!plan || !witness) throw new Error('nothing to judge');
    const { status, credits, required, shortfall } = evaluator(plan)(witness.person, witness.year).result;
    return { status, credits, required, shortfall };
  });
  expect(verdicts).toEqual([witness?.before, witness?.after]);
  expect(verdicts[0]).not.toEqual(verdicts[1]);
};

describe('Hubei against the nation', () => {
  test('grants assigned tasks without the assessment that the nation asks for', () => {
    const found = point('类别 政府指令性任务／条目 政府指令性任务／视同完成');
    expect(found).toMatchObject({
      relation: 'looser',
      effect: 'looser',
      allowed: false,
      baseline: '视同完成 25 学分 当 累计 满 三个月标准 且 考核合格',
      clause: '第十三条（六）',
    });
    expectShown(found, found.province ?? '', found.baseline ?? '');
  });

  test('lowers the requirement for basic-level institutions', () => {
    const found = point('要求 基层／每年', '学分');
    expect(found).toMatchObject({
      relation: 'looser',
      allowed: true,
      baseline: '每年 25 学分',
      province: '每年 15 学分',
    });
    expectShown(found, '每年 15 学分', '每年 25 学分');
    expect(found.witness?.person.facts.get('institution')).not.toBe('hospital');
  });

  test('names the community health centre where the nation names both institutions', () => {
    const found = point('要求 基层／适用');
    expect(found).toMatchObject({ relation: 'stricter', allowed: true });
    expect(found.baseline).toContain('社区卫生服务站');
    expect(found.province).not.toContain('社区卫生服务站');
    expect(found.witness?.person.facts.get('institution')).toBe('community_health_station');
    const listed = '适用 机构类别 属于 乡镇卫生院、村卫生室、社区卫生服务中心\n';
    expectShown(found, listed, listed.replace('\n', '、社区卫生服务站\n'));
  });

  test('adds municipal projects', () => {
    const found = point('类别 继续医学教育项目／条目 市级项目');
    expect(found).toMatchObject({ relation: 'added', effect: 'looser', allowed: true, baseline: null });
    expectShown(found, untilNext('条目 市级项目'), '');
  });

  test('adds apprenticeship, a category of its own', () => {
    const found = point('类别 师承教育');
    expect(found).toMatchObject({ relation: 'added', effect: 'looser', allowed: true, baseline: null });
    const sections = [untilNext('类别 师承教育 apprenticeship'), untilNext('条目 师承教育')];
    expectShown(found, sections.join(''), '');
  });

  test('caps remote projects', () => {
    const found = point('类别 继续医学教育项目／条目 国家和省级项目／上限 每项目', '远程');
    expect(found).toMatchObject({ relation: 'added', effect: 'stricter', allowed: true, baseline: null });
    expectShown(found, '  上限 每项目 3 学分 当 远程\n', '');
  });

  test('differs in nothing else that it may not', () => {
    expect(points().filter(({ allowed }) => !allowed)).toHaveLength(1);
  });

  test('has a point for each line of the nation', () => {
    const told = new Set(points().map(({ baseline }) => baseline));
    const lines = national.text.split('\n').map((line) => line.trim());
    const granting = lines.filter((line) => /^(每年|视同完成|上限|授予 |除外|类别) /.test(line));
    expect(granting.length).toBeGreaterThan(15);
    expect(granting.filter((line) => !told.has(line))).toEqual([]);
    for (const reading of ['不足单位', '三个月标准', '学时要求'])
      expect(point(`口径 ${reading}`)).toMatchObject({ relation: 'same', allowed: true });
  });

  test('tells what a reading not adopted would change', () => {
    expect(point('要求 基层／每年', '学时')).toMatchObject({
      relation: 'same',
      note: { of: 'reading', reading: '学时要求', option: '另计', effect: 'looser' },
    });
  });

  test('every witness is judged as it says', () => {
    const plan = compiled(hubei.text).plan;
    const judge = plan && evaluator(plan);
    const shown = points().filter(({ witness, note }) => witness && note?.of !== 'alone');
    expect(shown.length).toBeGreaterThan(30);
    for (const { witness } of shown) {
      if (witness) expect(judge?.(witness.person, witness.year).result).toMatchObject(witness.after);
    }
  });
});

const base = (open: string, more = ''): string => `规则 全国 base 版本 1
  语言 1
  施行 2020-01-01
${open === '规则' ? '  开放 增补\n' : ''}
活动字段 形式 form
  选项 实践活动 practice、论文 paper、讲座 lecture
活动字段 时长 hours 小数 小时
活动字段 考核合格 passed 是否

口径 认可办法 approval
  选项 照旧 old
  选项 改办 new
  采用 照旧
要求
${open}  每年 10 学分
类别 实践 practice_category
${open}  上限 每年 6 学分
条目 实践活动
${open}  形式 实践活动
  条件 考核合格
  授予 每 2 小时 1 学分
类别 论文
条目 论文
  形式 论文
  授予 1 学分
${more}`;

/** A section is replaced whole, so that each says all of itself again. */
const province = (sections: string): string => `规则 某省 demo 版本 1
  语言 1
  施行 2020-01-01
  上位 全国 1
${sections}`;

const item = (lines: string): string => `类别 实践
  上限 每年 6 学分
条目 实践活动
  形式 实践活动
${lines}`;

const told = (open: string, sections: string, path: string) => {
  const library = [{ file: 'base.cme', text: base(open) }];
  const made = compile({ file: 'demo.cme', text: province(sections) }, { library });
  expect(made.plan).not.toBeNull();
  const found = conform(made)?.points.filter((one) => one.path === path && one.relation !== 'same');
  return found?.map(({ relation, allowed }) => `${relation} ${allowed ? 'allowed' : 'refused'}`);
};

describe('what the baseline leaves open', () => {
  const [uniform, stricter, freely, add] = ['', '  开放 从严\n', '  开放 自定\n', '  开放 增补\n'];

  test.each([
    ['a higher requirement', '要求\n  每年 12 学分\n', '要求／每年', 'stricter', [uniform, add]],
    ['a lower requirement', '要求\n  每年 8 学分\n', '要求／每年', 'looser', [uniform, stricter, add]],
    [
      'a gate more',
      item('  条件 考核合格\n  条件 时长 不少于 2 小时\n  授予 每 2 小时 1 学分\n  上限 每年 5 学分\n'),
      '类别 实践／条目 实践活动／上限 每年',
      'added',
      [uniform],
    ],
    [
      'a gate less',
      item('  授予 每 2 小时 1 学分\n'),
      '类别 实践／条目 实践活动／条件',
      'missing',
      [uniform, stricter, add],
    ],
    [
      'an item in its category',
      `${item('  条件 考核合格\n  授予 每 2 小时 1 学分\n')}条目 讲座\n  形式 讲座\n  授予 1 学分\n`,
      '类别 实践／条目 讲座',
      'added',
      [uniform, stricter],
    ],
    ['a higher cap', '类别 实践\n  上限 每年 8 学分\n', '类别 实践／上限 每年', 'looser', [uniform, stricter, add]],
    [
      'an item not taken over',
      '不沿用 条目 实践活动\n',
      '类别 实践／条目 实践活动',
      'missing',
      [uniform, stricter, add],
    ],
  ])('%s', (_, sections, path, relation, refusing) => {
    for (const open of [uniform, stricter, freely, add]) {
      const expected = `${relation} ${refusing.includes(open) ? 'refused' : 'allowed'}`;
      expect([open, told(open, sections, path)]).toEqual([open, [expected]]);
    }
  });

  test('a whole section more is for the head of the baseline to allow', () => {
    const more =
      '类别 讲座类\n条目 讲座\n  形式 讲座\n  授予 1 学分\n分组 合计\n  成员 类别 实践、类别 论文\n  上限 每年 4 学分\n补学 次年\n';
    for (const [text, expected] of [
      [base(''), 'refused'],
      [base('').replace('  施行 2020-01-01\n', '  施行 2020-01-01\n  开放 增补\n'), 'allowed'],
    ] as const) {
      const library = [{ file: 'base.cme', text }];
      const found = conform(compile({ file: 'demo.cme', text: province(more) }, { library }))?.points ?? [];
      const added = found.filter(({ relation, kind }) => relation === 'added' && kind !== 'makeup');
      expect(added.map(({ path, allowed }) => [path, allowed ? 'allowed' : 'refused'])).toEqual([
        ['类别 讲座类／条目 讲座', expected],
        ['分组 合计／上限 每年', expected],
        ['类别 讲座类', expected],
      ]);
    }
  });

  test('a field or an option more needs no leave, and the lines that ask for it do', () => {
    const more = '活动字段 形式\n  选项 参观 visit\n活动字段 备注 note 文字\n';
    const asking = `${item('  条件 考核合格\n  授予 每 2 小时 1 学分\n')}条目 参观\n  形式 参观\n  授予 1 学分\n`;
    expect(told('', more, '活动字段 形式／选项 参观')).toEqual(['added allowed']);
    expect(told('', more, '活动字段 备注')).toEqual(['added allowed']);
    expect(told('', `${more}${asking}`, '类别 实践／条目 参观')).toEqual(['added refused']);
  });

  test('nothing said over again is a difference', () => {
    const library = [{ file: 'base.cme', text: base('') }];
    const again = item('  条件 考核合格\n  授予 每 2 小时 1 学分\n').replace(
      '类别 实践',
      '要求\n  每年 10 学分\n类别 实践',
    );
    const found = conform(compile({ file: 'demo.cme', text: province(again) }, { library }));
    expect(found?.points.filter(({ relation, allowed }) => relation !== 'same' || !allowed)).toEqual([]);
    expect(found?.points.length).toBeGreaterThan(8);
  });

  test('there is no answer without a baseline, or with an error', () => {
    expect(conform(compile({ file: 'base.cme', text: base('') }))).toBeNull();
    const library = [{ file: 'base.cme', text: base('') }];
    expect(conform(compile({ file: 'demo.cme', text: province('要求\n  每年 多少 学分\n') }, { library }))).toBeNull();
  });
});
