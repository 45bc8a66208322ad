import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { lineAfter, readSums, sha256, verifyLog } from '../../src/audit/index.ts';
import { dialectIds } from '../../src/index.ts';
import {
  type CheckId,
  folderOf,
  otherVersions,
  releaseOf,
  type SignOff,
  SUMS,
  surveyOf,
  versionBefore,
} from '../../src/release/index.ts';
import { first, second, version } from './rules.ts';

const who = { by: '王芳', reason: '讲座封顶', at: '2030-12-01T01:02:03.000Z', program: 'cme 0' };
const survey = (text: string, { today = '2030-12-01', base = first as typeof first | null } = {}) =>
  surveyOf({ entry: { file: 'a/island.cme', text }, library: [], base, others: base ? [base] : [], today });
const states = (text: string, options = {}) =>
  Object.fromEntries(survey(text, options).checks.map(({ id, state }) => [id, state]));
const green = { errors: 'green', examples: 'green', clauses: 'green', compared: 'green', effective: 'green' };

describe('the checks of a release', () => {
  test('a first version that is well is green', () => {
    expect(states(first.text, { base: null, today: '2029-12-31' })).toEqual(green);
  });

  test('a version after another waits for the comparison to be read', () => {
    const { checks } = survey(second.text);
    expect(checks.map(({ state }) => state)).toEqual(['green', 'green', 'green', 'open', 'green']);
    const compared = checks.find(({ id }) => id === 'compared');
    expect(compared?.told.zh).toMatch(/^与 海岛 2030 相比：收紧 1 处，放宽 0 处/);
    expect(compared?.details.map(({ zh }) => zh).join()).toMatch(/收紧：.*上限/);
    expect(states(first.text.replace('2030', '2031').replace('2030-01-01', '2031-01-01'))).toEqual(green);
  });

  test('each is open for its own reason', () => {
    const on = second.text;
    expect(states(on.replace('期望 2', '期望 3')).examples).toBe('open');
    expect(states(on.replace(/用例[\s\S]*/, '')).examples).toBe('open');
    expect(states(on.replace('～第二条', '～第三条')).clauses).toBe('open');
    expect(states(on.replace(/ {2}条款.*\n/, '')).clauses).toBe('open');
    expect(states(on, { today: '2031-01-02' }).effective).toBe('open');
    expect(states(on.replace('2031-01-01', '2030-01-01')).effective).toBe('open');
    expect(states(on, { base: { ...first, text: '规则 海岛 island 版本 2030\n  施行 x\n' } }).compared).toBe('open');
  });

  test('an error bars the release, whatever is signed', async () => {
    const broken = survey(second.text.replace('每 2 小时', '每 2 课时'));
    expect(broken.checks.map(({ state }) => state)).toEqual(['barred', 'barred', 'green', 'barred', 'green']);
    const all = broken.checks.map(({ id }): SignOff => ({ check: id, reason: '照发' }));
    expect(await releaseOf(broken, who, all)).toMatchObject({
      refused: 'unready',
      left: ['errors', 'examples', 'compared'],
    });
  });

  test('whoever signs says why, and for what was read', async () => {
    const made = survey(second.text);
    const mark = made.checks.find(({ id }) => id === 'compared')?.mark ?? '';
    const left = async (...signOffs: SignOff[]): Promise<readonly CheckId[] | null> => {
      const released = await releaseOf(made, who, signOffs);
      return 'refused' in released && released.refused === 'unready' ? released.left : null;
    };
    expect(await left()).toEqual(['compared']);
    expect(await left({ check: 'compared', reason: ' ' })).toEqual(['compared']);
    expect(await left({ check: 'examples', reason: '没关系' })).toEqual(['compared']);
    expect(await left({ check: 'compared', reason: '已读', mark: 'of another' })).toEqual(['compared']);
    expect(await left({ check: 'compared', reason: '已读', mark })).toBeNull();
  });
});

test('the version before is the last to come into force before it', () => {
  const third = { file: 'c.cme', text: version('2032', '2032-01-01') };
  const stranger = { file: 'd.cme', text: second.text.replace('island', 'other') };
  const others = otherVersions(second, [first, second, third, stranger, { file: 'e', text: 'nothing' }]);
  expect(others).toEqual([first, third]);
  expect(versionBefore(second, others)).toBe(first);
  expect(versionBefore(third, [first, second])).toBe(second);
  expect(versionBefore(first, otherVersions(first, [second]))).toBeNull();
});

test.each([
  ['hubei', '2025', 'hubei-2025'],
  ['湖北', '2025.1', '湖北-2025.1'],
  ['hubei', '../../x', null],
  ['hubei', '2025/1', null],
  ['hubei', '2025\\1', null],
  ['hubei', '..', null],
  ['hubei', '2025.lock', null],
  ['hubei', '2025.', null],
  ['hubei', '２０２５', null],
  ['hubei', '2025~1', null],
  ['hubei', '2025:1', null],
  ['con', '1', null],
  ['hubei', '', null],
  ['hubei', 'x'.repeat(80), null],
])('%s %s stands in a folder named %s', (code, name, folder) => {
  expect(folderOf(code, name)).toBe(folder);
});

describe('a release', () => {
  test('holds the rules, what is made of them, and check sums that fit', async () => {
    const made = await releaseOf(survey(second.text), who, [{ check: 'compared', reason: '已读' }]);
    if ('refused' in made) throw new Error(made.refused);
    expect(made.folder).toBe('island-2031');
    const files = new Map(made.files.map(({ name, bytes }) => [name, bytes]));
    expect([...files.keys()].sort()).toEqual(
      [
        'island.cme',
        SUMS,
        '名册.schema.json',
        '对比说明.docx',
        '条款对照.docx',
        '规则.duckdb.sql',
        '规则.jsonlogic.json',
        ...dialectIds.map((dialect) => `规则.jsonlogic-input.${dialect}.sql`),
        '规则.postgres.sql',
        '规则.spark.sql',
        '规则表.docx',
        '规则表.html',
        '规则表.md',
        '证书.json',
      ].sort(),
    );
    const text = (name: string): string => new TextDecoder().decode(files.get(name));
    expect(text('island.cme')).toBe(second.text);
    for (const [name, sum] of readSums(text(SUMS))) expect(sha256(files.get(name) ?? '')).toBe(sum);
    expect(readSums(text(SUMS)).size).toBe(files.size - 1);
    expect(made.sum).toBe(sha256(text(SUMS)));
    expect(JSON.parse(text('证书.json'))).toMatchObject({
      ruleset: { code: 'island', version: '2031' },
      released: { by: '王芳', reason: '讲座封顶' },
      examples: { passed: 1, failed: 0 },
      clauses: { registered: 2, encoded: 2, uncomputed: 0, open: 0 },
      comparison: { with: '海岛 2030', equivalent: false },
    });
    const clauses = unzipSync(files.get('条款对照.docx') ?? new Uint8Array());
    const words = new TextDecoder().decode(clauses['word/document.xml']);
    for (const one of ['条款对照表', '第一条', '第二条']) expect(words).toContain(one);
    const comparison = unzipSync(files.get('对比说明.docx') ?? new Uint8Array());
    const told = new TextDecoder().decode(comparison['word/document.xml']);
    for (const one of ['海岛 2030', '收紧', '上限 每年 8 学分']) expect(told).toContain(one);
    expect(verifyLog(`${lineAfter(null, made.entry)}\n`).lines[0]).toMatchObject({
      folder: 'island-2031',
      sum: made.sum,
      signed: [{ check: 'compared', reason: '已读' }],
    });
  });

  test('the same release is the same bytes', async () => {
    const make = () => releaseOf(survey(second.text), who, [{ check: 'compared', reason: '已读' }]);
    expect(await make()).toEqual(await make());
  });

  test('what a form cannot say is listed in its place', async () => {
    const file = (name: string) => ({
      file: name,
      text: readFileSync(new URL(`../../docs/examples/${name}`, import.meta.url), 'utf8'),
    });
    const made = await releaseOf(
      surveyOf({
        entry: file('rolling.cme'),
        library: [file('base.cme')],
        base: null,
        others: [],
        today: '2020-01-01',
      }),
      who,
      ['examples', 'clauses', 'effective'].map((check) => ({ check: check as CheckId, reason: '样例' })),
    );
    if ('refused' in made) throw new Error(JSON.stringify(made));
    const refused = made.files.find(({ name }) => name === '规则.jsonlogic.json-未导出.txt');
    expect(new TextDecoder().decode(refused?.bytes)).toMatch(/没有导出[\s\S]*\n- .+\n {2}.+/);
    expect(made.files.some(({ name }) => name === '规则.jsonlogic.json')).toBe(false);
  });

  test('rules without a name for a folder are not released', async () => {
    const odd = survey(second.text.replace('版本 2031', '版本 「../../x」'));
    const made = await releaseOf(
      odd,
      who,
      odd.checks.map(({ id }) => ({ check: id, reason: '照发' })),
    );
    expect(made).toHaveProperty('refused');
  });
});

test('the same rules are the same release, wherever the file lies and whatever parts its path', async () => {
  const reading = '口径 短期 short\n  问题 「短期的封不封顶」\n  选项 不封顶 none\n  选项 封顶 capped\n  采用 不封顶\n';
  const text = `${version('2031', '2031-01-01', '  上限 每年 8 学分 当 短期 是 封顶\n')}\n${reading}`;
  const made = async (file: string) => {
    const released = await releaseOf(
      surveyOf({ entry: { file, text }, library: [], base: null, others: [], today: '2030-12-01' }),
      who,
      [],
    );
    return 'refused' in released ? released : released.files.map(({ name, sha256: sum }) => [name, sum]);
  };
  const plain = await made('island.cme');
  expect(plain).toHaveLength(15);
  expect(await made('rules/island.cme')).toEqual(plain);
  expect(await made('C:\\规则 文件\\island.cme')).toEqual(plain);
});
