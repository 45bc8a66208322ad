/** What is inherited is tried on the baseline, and written as a section of the file that means the same. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Knob } from '../../editor/roster/knobs.ts';
import { knobsOf } from '../../editor/roster/knobs.ts';
import { inheritedKnobs, layersOf } from '../../editor/roster/layers.ts';
import { spotName, spotOf } from '../../editor/roster/spot.ts';
import { turnAll, writtenOut } from '../../editor/roster/turnAll.ts';
import { documentOf, sheetsOf } from '../../src/edit/index.ts';
import { compare, compile, startUnder } from '../../src/index.ts';

const read = (path: string): string => readFileSync(new URL(`../../rules/${path}`, import.meta.url), 'utf8');
const library = [{ file: 'national.cme', text: read('national.cme') }];
const [national = { file: '', text: '' }] = library;

function opened(text: string) {
  const entry = { file: 'jia.cme', text };
  const compiled = compile(entry, { library, findings: 'errors' });
  const document = documentOf(compiled, 1);
  const view = sheetsOf(document);
  const layers = layersOf(compiled, library);
  return { compiled, document, view, layers, knobs: inheritedKnobs(compiled, view, layers) };
}

type Opened = ReturnType<typeof opened>;

function turned({ document, view, layers }: Opened, knobs: readonly (readonly [Knob, string])[]) {
  const done = turnAll(
    document,
    view,
    layers,
    knobs.map(([knob, value]) => ({ ...spotOf(knob), value })),
  );
  if ('refused' in done) throw new Error(done.refused.id);
  const below = library.map((one) => ({ ...one, text: done.below.get(one.file) ?? one.text }));
  const meant = compile({ file: 'jia.cme', text: done.text }, { library: below, findings: 'errors' }).plan;
  const text = done.edits && writtenOut(document, done.edits);
  const written = text === null ? null : compile({ file: 'jia.cme', text }, { library, findings: 'errors' }).plan;
  return { meant, text: text ?? '', written };
}

const start = { label: '甲省', code: 'jia', version: '2026', effective: '2026-01-01' };
const young = opened(startUnder(compile(national, { library }), start));
const hubei = opened(read('hubei.cme'));
const named = ({ knobs }: Opened, label: string): Knob => {
  const found = knobs.find((one) => one.label.startsWith(label));
  if (!found) throw new Error(`no ${label} among ${knobs.map((one) => one.label).join('; ')}`);
  return found;
};

describe('what a file inherits can be turned', () => {
  test('all that stands of the baseline, and nothing that the file says itself', () => {
    expect(young.knobs.length).toBeGreaterThan(10);
    expect(new Set(young.knobs.map(({ kind }) => kind))).toEqual(
      new Set(['cap', 'need', 'reading', 'rate', 'threshold']),
    );
    // Hubei says everything itself, but for what the options of a reading that it only adopts stand for.
    expect(hubei.knobs.map(({ label, value, from }) => [label.slice(0, 5), value, from?.label])).toEqual([
      ['三个月标准', '90', '国家'],
    ]);
    const names = [...knobsOf(hubei.view), ...hubei.knobs].map(spotName);
    expect(new Set(names).size).toBe(names.length);
  });

  test('each, written out in the file, means what was tried', () => {
    for (const knob of young.knobs) {
      const value = knob.options.find((one) => one !== knob.value) ?? String(Number(knob.value) + 1);
      const { meant, written, text } = turned(young, [[knob, value]]);
      expect(meant, knob.label).not.toBeNull();
      if (!meant || !written) throw new Error(`${knob.label} could not be written:\n${text}`);
      const { changes } = compare(meant, written, { witnesses: false });
      expect(
        changes.filter(({ effect }) => effect !== 'neutral'),
        `${knob.label}\n${text}`,
      ).toEqual([]);
    }
  });

  test('a 条目 comes with its 类别, without the clauses of another document; several are one writing', () => {
    const { text, meant, written } = turned(young, [
      [named(young, '进修学习 视同完成'), '20'],
      [named(young, '不足单位'), '折算'],
      [named(young, '要求 每年 25'), '24'],
    ]);
    expect(text).toContain(
      '类别 进修学习 advanced_study\n  审核 用人单位\n\n条目 进修学习\n  形式 进修学习\n  视同完成 20 学分 当',
    );
    expect(text).toMatch(/口径 不足单位 partial_unit\n {2}采用 折算\n\n/);
    expect(text).toContain('要求\n  每年 24 学分\n');
    expect(text).not.toMatch(/^ +(?:依据|开放)/m);
    expect(written && meant && compare(meant, written, { witnesses: false }).changes).toEqual([]);
  });

  test('options go into a 口径 that so far adopts alone', () => {
    const { text, meant, written } = turned(hubei, [[named(hubei, '三个月标准'), '60']]);
    const [before, after] = [hubei.document.text.split('\n'), text.split('\n')];
    expect(after.length).toBe(before.length + 2);
    expect(text).toMatch(/口径 三个月标准\n {2}选项 九十天 days90 = 60 天 .*\n {2}选项 自然月 .*\n {2}采用 九十天\n/);
    if (!meant || !written) throw new Error('no plan');
    expect(compare(meant, written, { witnesses: false }).changes.filter(({ effect }) => effect !== 'neutral')).toEqual(
      [],
    );
  });
});
