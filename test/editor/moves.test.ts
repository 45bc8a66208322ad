/** A place in an older version of a text is found again where its own letters stand now. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Edits, RuleText } from '../../editor/state/text.ts';

/** Replacements that leave the letter at `but` where it is among its neighbours. */
function editsAround(
  text: string,
  but: number,
  cuts: readonly (readonly [at: number, long: number, put: string])[],
): Edits {
  const edits: { span: { start: number; end: number }; text: string }[] = [];
  let from = 0;
  for (const [at, long, put] of cuts) {
    const start = Math.min(text.length, from + at);
    const end = Math.min(text.length, start + long);
    if (start <= but && but < end) continue;
    edits.push({ span: { start, end }, text: put });
    from = end + 1;
  }
  return edits;
}

const cut = fc.tuple(fc.nat(4), fc.nat(3), fc.constantFrom('', '甲', '乙\n丙', '丁戊己'));
const step = fc.oneof(
  { weight: 3, arbitrary: fc.array(cut, { maxLength: 4 }) },
  fc.constantFrom('undo' as const, 'redo' as const),
);

test('through gestures, undone and made again', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.array(step, { maxLength: 8 }), fc.nat(8), (at, steps, since) => {
      const before = '〇'.repeat(at);
      const text = new RuleText(`${before}★${'〇'.repeat(20 - at)}`);
      const seen: { version: number; place: number }[] = [];
      const see = () => seen.push({ version: text.version, place: text.text.indexOf('★') });
      see();
      for (const one of steps) {
        if (typeof one === 'string') text[one]();
        else text.edit(editsAround(text.text, text.text.indexOf('★'), one));
        see();
      }
      const from = seen[Math.min(since, seen.length - 1)];
      const now = text.text.indexOf('★');
      const span = { start: from?.place ?? 0, end: (from?.place ?? 0) + 1 };
      expect(text.placeNow(span, from?.version ?? 0)).toEqual({ start: now, end: now + 1 });
    }),
  );
});

test('what was taken away is where it was', () => {
  const text = new RuleText('甲乙丙丁');
  text.edit([{ span: { start: 1, end: 3 }, text: '' }]);
  expect(text.placeNow({ start: 2, end: 3 }, 0)).toEqual({ start: 1, end: 1 });
  text.undo();
  expect(text.placeNow({ start: 3, end: 4 }, 0)).toEqual({ start: 3, end: 4 });
});
