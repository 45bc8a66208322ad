import { expect, test } from 'vitest';
import { compile, startUnder } from '../../src/index.ts';
import { compiled, texts } from '../support/hubeiRules.ts';

const library = [{ file: 'national.cme', text: texts.national }];

test.each([
  { label: '湖南', code: 'hunan', version: '2026', effective: '2026-01-01' },
  {
    label: '湖南 省',
    code: 'hn',
    version: '1',
    effective: '2026-01-01',
    title: '细则「试行」',
    number: '湘卫〔2026〕1号',
  },
])('a new province under the nation is sound from the first moment: $label', (start) => {
  const text = startUnder(compiled('national'), start);
  const { plan, diagnostics } = compile({ file: 'new.cme', text }, { library });
  // All that is left to say is which forms nobody has written a rule for yet.
  expect(diagnostics.map(({ code }) => code)).toEqual(['CME731']);
  expect(plan?.items.map(({ label }) => label)).toContain('进修学习');
  expect(text).toContain('# 类别 实践活动');
});
