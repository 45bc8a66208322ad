import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Compiled, compile, format, type RuleSource } from '../../src/index.ts';
import {
  comparisonDoc,
  headlineOf,
  markdownOf,
  type NotComparable,
  type ToldComparison,
  tellComparison,
} from '../../src/print/index.ts';
import { island } from '../support/island.ts';

const rules = join(import.meta.dirname, '../../rules');
const source = (file: string): RuleSource => ({ file, text: readFileSync(join(rules, file), 'utf8') });
const library = [source('national.cme')];
const hubei = source('hubei.cme');
const compiled = (text: string): Compiled => compile({ file: 'hubei.cme', text }, { library, findings: 'errors' });
const base = compiled(hubei.text);
const names = { before: '湖北 2025', after: '草案' };

/** The text with each first side found once and put otherwise. */
const revised = (...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((text, [from, to]) => {
    expect(text.split(from).length, from).toBeGreaterThan(1);
    return text.replace(from, to);
  }, hubei.text);

const against = (text: string): ToldComparison => {
  const told = tellComparison(base, compiled(text));
  if ('faults' in told) throw new Error(JSON.stringify(told.faults));
  return told;
};

describe('a comparison is told', () => {
  test('formatting, comments and order: no effect, and nothing else', () => {
    const text = revised(['# ==== 第十三条（五）', '# 整理过的注释\n\n\n# ====']).replaceAll(' 学分', '　学分');
    const told = against(format(compiled(text).tree, text));
    expect(told.equivalent).toBe(true);
    expect(told.rewritten).toBe(true);
    expect(told.changes.filter(({ effect }) => effect !== 'neutral')).toEqual([]);
    expect(headlineOf(told, names, 'zh')).toContain('不影响任何人的学分和结论');
  });

  test('the same text is the same to the letter', () => {
    expect(headlineOf(against(hubei.text), names, 'zh')).toBe('与「湖北 2025」相比，「草案」一字不差。');
  });

  test('25 to 20: looser, with somebody whose requirement is lower', () => {
    const told = against(revised(['  每年 25 学分', '  每年 20 学分']));
    expect(headlineOf(told, names, 'zh')).toBe('与「湖北 2025」相比，「草案」放宽 1 处。');
    const [change] = told.changes;
    expect(change).toMatchObject({ effect: 'looser', clause: '第十二条', odd: null });
    expect(change?.witness).toMatchObject({ before: { required: 25 }, after: { required: 20 } });
    expect(change?.lines.after).toBe(base.maps.get('hubei.cme')?.position(hubei.text.indexOf('  每年 25')).line);
  });

  test('a cap that takes a gain back is unexpected', () => {
    const told = against(
      revised(
        ['授予 每 1 课时 0.2 学分', '授予 每 1 课时 0.4 学分'],
        ['  条件 认定\n  授予 每 1 课时', '  条件 认定\n  上限 每次 0.1 学分\n  授予 每 1 课时'],
      ),
    );
    const award = told.changes.find(({ kind }) => kind === 'award');
    expect(award).toMatchObject({ odd: 'undone', witness: { alone: true } });
    expect(markdownOf(comparisonDoc(told, names, 'zh'))).toContain(
      '反直觉：单独看有变化，同一次修改里的其他改动把它抵消了',
    );
  });

  test('a side with errors: where, and no number of changes at all', () => {
    const told = tellComparison(base, compiled(revised(['授予 每 1 课时 0.2 学分', '授予 每 1 课时 学分'])));
    expect(told).toMatchObject({ faults: [{ side: 'after', file: 'hubei.cme' }] });
    const page = markdownOf(comparisonDoc(told as NotComparable, names, 'zh'));
    expect(page).toContain('**无法比较**');
    expect(page).toMatch(/现 hubei\.cme 第 \d+ 行：/);
    expect(page).not.toMatch(/收紧|放宽|\d+ 处/);
    // Either side.
    const other = tellComparison(compiled('规则'), base);
    expect(other).toMatchObject({ faults: [{ side: 'before' }, { side: 'before' }] });
  });

  test('on paper each change stands with clause, both wordings, an example and what it comes to', () => {
    const told = against(
      revised(['上限 每项目 3 学分 当 远程\n', '上限 每项目 2 学分 当 远程\n'], ['采用 仅省市', '采用 含国家']),
    );
    const page = markdownOf(
      comparisonDoc(told, names, 'zh', { year: 2025, people: 9, changed: 3, metToUnmet: 1, unmetToMet: 2 }),
    );
    expect(page).toContain('**与「湖北 2025」相比，「草案」收紧 1 处、放宽 1 处');
    expect(page).toContain('以 2025 年的名册 9 人测算：2 人由未达标变为达标，1 人由达标变为未达标');
    expect(page).toMatch(/### （一）▼ 收紧　.*国家和省级项目.* <small>第十三条（一）1<\/small>/);
    expect(page).toContain('| 原 | 上限 每项目 3 学分 当 远程 |\n| 现 | 上限 每项目 2 学分 当 远程 |');
    expect(page).toMatch(/\| 例子 \| 2025 年，.*<br>.*远程 是.* \|\n\| 结果 \| .*学分，未达标，差 .* → .* \|/);
    expect(page.indexOf('▼ 收紧')).toBeLessThan(page.indexOf('▲ 放宽'));
    expect(page).toContain('核对人：');
    expect(markdownOf(comparisonDoc(told, names, 'en'))).toContain(
      'Compared with 「湖北 2025」, 「草案」: stricter in 1, looser in 1',
    );
  });

  test('rule sets that share no vocabulary are compared too, in either order', () => {
    const other = compile({ file: 'island.cme', text: island }, { findings: 'errors' });
    const national = compile(library[0] as RuleSource, { findings: 'errors' });
    for (const [before, after] of [
      [national, other],
      [other, national],
    ] as const) {
      const told = tellComparison(before, after);
      expect('faults' in told).toBe(false);
      if (!('faults' in told)) expect(told.changes.length).toBeGreaterThan(20);
    }
  });
});
