/** Revisions of the shipped file, as they are told: what changed, which way, and for whom. */
import { describe, expect, test } from 'vitest';
import { type Change, compare, evaluator, format, type Plan } from '../../../src/index.ts';
import { compiled, plans, texts } from '../../support/hubeiRules.ts';

const planWith = (text: string): Plan => {
  const { plan, diagnostics } = compiled('hubei', {}, text);
  if (plan === null) throw new Error(JSON.stringify(diagnostics));
  return plan;
};

/** The file with this in place of that, behind a heading where one is given. */
const edited = (from: string, to: string, behind = ''): string => {
  const start = texts.hubei.indexOf(behind);
  const at = texts.hubei.indexOf(from, start);
  expect(start).toBeGreaterThanOrEqual(0);
  expect(at).toBeGreaterThanOrEqual(0);
  return texts.hubei.slice(0, at) + to + texts.hubei.slice(at + from.length);
};

const told = (text: string) => compare(plans.hubei, planWith(text));

const shown = ({ witness }: Change) =>
  witness && {
    person: Object.fromEntries(witness.person.facts),
    records: witness.person.records.map((record) => Object.fromEntries(record)),
    before: `${witness.before.credits} ${witness.before.status}`,
    after: `${witness.after.credits} ${witness.after.status}`,
  };

const only = (text: string): Change => {
  const { changes, equivalent, exhausted } = told(text);
  expect(changes.map(({ path }) => path)).toHaveLength(1);
  const [change] = changes as [Change];
  expect(equivalent).toBe(change.effect === 'neutral');
  expect(exhausted).toBe(true);
  return change;
};

const projects = '条目 国家和省级项目\n';

describe('a number', () => {
  test('of a cap: one record of the roundest hours', () => {
    const change = only(edited('上限 每项目 10 学分', '上限 每项目 8 学分', projects));
    expect(change).toMatchObject({
      kind: 'cap',
      effect: 'stricter',
      path: '类别 继续医学教育项目／条目 国家和省级项目／上限 每项目',
      clause: '第十三条（一）1',
      before: '上限 每项目 10 学分',
      after: '上限 每项目 8 学分',
    });
    expect(shown(change)).toMatchObject({
      records: [{ role: 'lecturer', hours: '5' }],
      before: '10 unmet',
      after: '8 unmet',
    });
  });

  test('of a cap under another that lets through no more: nobody', () => {
    expect(only(edited('  上限 每年 10 学分\n', '', '条目 自学\n'))).toMatchObject({ kind: 'cap', effect: 'neutral' });
    // Under 仅评定 the cap above does not hold, and this one is all there is.
    expect(only(edited('  上限 每年 10 学分\n', '  上限 每年 8 学分\n', '条目 自学\n')).effect).toBe('stricter');
  });

  test('of the requirement: somebody whose verdict turns', () => {
    const change = only(edited('每年 25 学分', '每年 20 学分', '\n要求\n'));
    expect(change).toMatchObject({
      kind: 'requirement',
      effect: 'looser',
      before: '每年 25 学分',
      after: '每年 20 学分',
    });
    expect(shown(change)).toMatchObject({ before: '20 unmet', after: '20 met' });
    expect(change.witness?.person.records).toHaveLength(1);
  });

  test('of a rate', () => {
    const change = only(edited('每 3 小时 1 学分', '每 2 小时 1 学分', projects));
    expect(change).toMatchObject({ kind: 'award', effect: 'looser' });
    expect(shown(change)).toMatchObject({ records: [{ hours: '2' }], before: '0 unmet', after: '1 unmet' });
  });

  test('of a rate, where the unit grows with what it gives: never more', () => {
    const change = only(edited('每 3 小时 1 学分', '每 6 小时 2 学分', projects));
    expect(change).toMatchObject({ effect: 'stricter' });
    expect(shown(change)).toMatchObject({ records: [{ hours: '3' }], before: '1 unmet', after: '0 unmet' });
  });

  test('of a rate, where the unit grows otherwise: some gain and some lose', () => {
    expect(only(edited('每 3 小时 1 学分', '每 5 小时 2 学分', projects)).effect).toBe('mixed');
  });
});

describe('a condition', () => {
  test('that is added', () => {
    const change = only(edited('形式 著作\n', '形式 著作\n  条件 认定\n'));
    expect(change).toMatchObject({ kind: 'gate', effect: 'stricter', before: null, after: '条件 认定' });
  });

  test('that asks the same of whole numbers otherwise', () => {
    expect(only(edited('署名排名 不少于 1', '署名排名 超过 0'))).toMatchObject({ kind: 'gate', effect: 'neutral' });
  });

  test('of those who are exempt', () => {
    const change = only(edited('除外 参加毕业后医学教育\n', '除外 参加毕业后医学教育\n  除外 人员类别 是 乡村医生\n'));
    expect(change).toMatchObject({ kind: 'scope', effect: 'looser' });
    expect(shown(change)).toMatchObject({ person: { personnel: 'village_doctor' }, records: [], after: '0 exempt' });
  });
});

describe('another reading adopted is one change', () => {
  test('ninety days or three months: there are both who gain and who lose', () => {
    const change = only(edited('采用 九十天', '采用 自然月', '口径 三个月标准\n'));
    expect(change).toMatchObject({ kind: 'reading', effect: 'mixed', path: '口径 三个月标准' });
    expect(shown(change)).toMatchObject({ before: '25 met', after: '0 unmet' });
    expect(change.counter).toMatchObject({ before: { credits: 0 }, after: { credits: 25 } });
  });

  test('which station counts as basic', () => {
    const change = only(edited('采用 照列', '采用 含服务站'));
    expect(change).toMatchObject({ kind: 'reading', effect: 'looser' });
    expect(shown(change)).toMatchObject({ person: { institution: 'community_health_station' } });
  });

  test('hours of one project added up or not: two records show it', () => {
    const change = only(edited('采用 合并', '采用 按次', '口径 项目时长 '));
    expect(change).toMatchObject({ kind: 'reading', effect: 'stricter' });
    expect(change.witness?.person.records).toHaveLength(2);
  });
});

describe('a kind of activity', () => {
  const volunteer =
    '类别 志愿服务 volunteer\n\n条目 带教\n  形式 学习笔记\n  适用 并非 认定\n  授予 1 学分\n  上限 每年 3 学分\n\n';

  test('that is added, its cap with it', () => {
    const text = edited('类别 其他方式 other\n', `${volunteer}类别 其他方式 other\n`).replace(
      '形式 学习笔记\n  条件 认定',
      '形式 学习笔记\n  适用 认定',
    );
    const { changes } = told(text);
    expect(changes.map(({ kind, effect }) => `${kind} ${effect}`)).toContain('item looser');
    expect(changes.some(({ kind }) => kind === 'cap')).toBe(false);
  });

  test('that is called otherwise', () => {
    const text = texts.hubei.replaceAll('条目 国家和省级项目', '条目 国省项目');
    expect(only(text)).toMatchObject({
      kind: 'wording',
      effect: 'neutral',
      before: '条目 国家和省级项目',
      after: '条目 国省项目',
    });
  });
});

describe('nothing', () => {
  test.each([
    ['written in English words', format(compiled('hubei').tree, texts.hubei, { keywords: 'en' })],
    ['with other comments', `# 又一行\n${texts.hubei.replaceAll('\n# ', '\n# 说明：')}`],
    [
      'with two caps in another order',
      edited(
        '上限 每项目 10 学分\n  上限 每项目 3 学分 当 远程\n',
        '上限 每项目 3 学分 当 远程\n  上限 每项目 10 学分\n',
      ),
    ],
  ])('%s', (_, text) => {
    expect(told(text)).toEqual({ changes: [], equivalent: true, exhausted: true });
  });

  test.each(['hubei', 'national'] as const)('%s and itself', (name) => {
    expect(compare(plans[name], plans[name])).toEqual({ changes: [], equivalent: true, exhausted: true });
  });
});

test('an option that data know by another name is read no more: who used either name is shown', () => {
  const old = plans.hubei;
  const fields = old.recordFields.map((field) =>
    field.key === 'journal'
      ? { ...field, options: field.options.map((one) => (one.key === 'sci' ? { ...one, label: '国际刊物' } : one)) }
      : field,
  );
  const { changes, equivalent } = compare(old, { ...old, recordFields: fields });
  expect(changes.map(({ kind, effect }) => `${kind} ${effect}`)).toEqual(['field mixed']);
  expect(equivalent).toBe(false);
});

test('two changes that take each other back are both told', () => {
  const text = edited('上限 每项目 10 学分', '上限 每项目 8 学分', projects).replace(
    '每 1 小时 2 学分 按 项目时长',
    '每 1 小时 4 学分 按 项目时长',
  );
  const { changes, equivalent } = told(text);
  expect(changes.map(({ kind, effect }) => `${kind} ${effect}`).sort()).toEqual(['award looser', 'cap stricter']);
  expect(equivalent).toBe(false);
});

test('the province and the nation: each witness differs as it is said to', () => {
  const [old, now] = [evaluator(plans.national), evaluator(plans.hubei)];
  const { changes } = compare(plans.national, plans.hubei);
  const task = changes.find(({ kind, path }) => kind === 'deem' && path.includes('政府指令性任务'));
  expect(task).toMatchObject({ effect: 'looser' });
  expect(changes.find(({ path }) => path === '要求 基层／每年')).toMatchObject({ effect: 'looser' });
  const shownAll = changes.flatMap(({ witness }) => (witness && !witness.alone ? [witness] : []));
  expect(shownAll.length).toBeGreaterThan(20);
  for (const { person, year, before, after } of shownAll) {
    expect(old(person, year).result).toMatchObject(before);
    expect(now(person, year).result).toMatchObject(after);
  }
});

test('an arm that readings have decided is not told: what 适用 says is whom it is for', () => {
  const change = only(edited('、社区卫生服务中心\n', '\n', '要求 基层\n'));
  expect(change.before).toBe('适用 机构类别 属于 乡镇卫生院、村卫生室、社区卫生服务中心');
  expect(change.after).toBe('适用 机构类别 属于 乡镇卫生院、村卫生室');
});
