import { describe, expect, test } from 'vitest';
import { frameOf } from '../../src/cli/frame.ts';
import { pad, printable, widthOf } from '../../src/cli/width.ts';
import { LineMap } from '../../src/index.ts';

/** The frame of the part of a text that stands between ⟦ and ⟧. */
function frame(marked: string): string {
  const start = marked.indexOf('⟦');
  const text = marked.replace('⟦', '').replace('⟧', '');
  const { code, carets } = frameOf(new LineMap(text), { start, end: marked.indexOf('⟧') - 1 });
  return `${code}\n${carets}\n`;
}

describe('carets line up', () => {
  test.each([
    ['under Chinese text', '  授予 每 3 ⟦小时⟧ 1 学分', '1 |   授予 每 3 小时 1 学分\n  |             ^^^^\n'],
    ['after full-width digits', '上限 每年 １５ ⟦学分⟧', '1 | 上限 每年 １５ 学分\n  |                ^^^^\n'],
    ['after Han beyond the first plane', '条目 𠀀𠮷 ⟦x⟧', '1 | 条目 𠀀𠮷 x\n  |           ^\n'],
    ['under Han beyond the first plane', '条目 ⟦𠀀⟧', '1 | 条目 𠀀\n  |      ^^\n'],
    ['after tabs', '\t授\t⟦予⟧', '1 |     授  予\n  |         ^^\n'],
    ['after combining marks', 'cafe\u0301 ⟦x⟧', '1 | cafe\u0301 x\n  |      ^\n'],
    ['after emoji', '👨‍👩‍👧 ⟦x⟧', '1 | 👨‍👩‍👧 x\n  |    ^\n'],
    ['on a later line', '甲\r\n  乙⟦丙⟧', '2 |   乙丙\n  |     ^^\n'],
    ['at the end of a line', '上限⟦⟧', '1 | 上限\n  |     ^\n'],
    ['on an empty text', '⟦⟧', '1 | \n  | ^\n'],
    ['for the first of several lines', '上⟦限\n授予⟧', '1 | 上限\n  |   ^^\n'],
    ['after a control character', 'a\u001b[31m⟦b⟧', '1 | a␛[31mb\n  |       ^\n'],
  ])('%s', (_, marked, wanted) => {
    expect(frame(marked)).toBe(wanted);
  });

  test('in the middle of a very long line, which is cut around the place', () => {
    const { code, carets } = frameOf(new LineMap(`${'学'.repeat(5000)}×${'分'.repeat(5000)}`), {
      start: 5000,
      end: 5001,
    });
    expect(widthOf(code)).toBeLessThan(130);
    expect(widthOf(code.slice(0, code.indexOf('×')))).toBe(carets.indexOf('^'));
  });
});

test('nothing printed moves the cursor or turns the direction', () => {
  expect(printable('a\u0007\u202eb\u009b31m')).toBe('a␇�b�31m');
  expect(pad('湖北', 6)).toBe('湖北  ');
  expect(pad('湖北', 6, 'right')).toBe('  湖北');
});
