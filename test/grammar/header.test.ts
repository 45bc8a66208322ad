import { describe, expect, test } from 'vitest';
import { declaredNames, parse, scanHeader } from '../../src/parse.ts';

describe('a look at the header', () => {
  test('finds the name, the version and the baseline', () => {
    const text = '\ufeff# 注\n\n规则 湖北 hubei 版本 2025\n  依据 第一条\n  上位 国家 2024\n类别 甲\n  上位 乙\n';
    expect(scanHeader(text)).toMatchObject({
      label: '湖北',
      code: 'hubei',
      version: '2025',
      under: { name: '国家', version: '2024' },
    });
    const { under } = scanHeader(text);
    expect(under && text.slice(under.span.start, under.span.end)).toBe('上位 国家 2024');
  });
  test('reads English and does without spaces', () => {
    expect(scanHeader('rules Hubei hubei version 2025\n  under national')).toMatchObject({
      label: 'Hubei',
      code: 'hubei',
      version: '2025',
      under: { name: 'national' },
    });
    expect(scanHeader('规则湖北\n上位国家2024')).toMatchObject({
      label: '湖北',
      under: { name: '国家', version: '2024' },
    });
  });
  test.each(['', '类别 甲', '规则', '上位 国家', '\0\0'])('finds nothing in %j', (text) => {
    expect(scanHeader(text)).toEqual({});
  });
});

test('what a file declares: labels and codes, but no option made of words alone', () => {
  const text = `规则 甲 jia
人员字段 任职日期 appointed 日期
活动字段 学科 subject
  选项 公需 common、专业 special
口径 时长 hours_basis
  选项 合并 project = 项目
  选项 按次 record = 次
类别 乙
条目 「丙 丁」
分组 戊
要求 基层
要求
`;
  const { file, diagnostics } = parse(text, { file: 'test.cme' });
  expect(diagnostics).toEqual([]);
  expect(declaredNames(file)).toEqual([
    '甲',
    'jia',
    '任职日期',
    'appointed',
    '学科',
    'subject',
    '公需',
    'common',
    '专业',
    'special',
    '时长',
    'hours_basis',
    '合并',
    '乙',
    '丙 丁',
    '戊',
    '基层',
  ]);
});
