/** Which line a record earns by. */
import { type Context, either } from './context.ts';
import { also, type Branch, choice, type Script, told } from './script.ts';
import type { Sums } from './totals.ts';

/** `line`: the number of the line within its item; of two at once none is chosen, and the record is invalid. */
export function chooseLines({ plan, spell, byItem }: Context, script: Script, from: string, sums: Sums): string {
  const most = Math.max(1, ...plan.items.map(({ lines }) => lines.length));
  const places = Array.from({ length: most }, (_, at) => at);
  const held = places.map((at): [string, string] => {
    const branches = byItem((item) => {
      const line = item.lines[at];
      return line === undefined ? null : spell(line.when, { total: (total) => sums.nameOf(total) });
    }).map((branch): Branch => {
      const source = plan.items[Number(branch.when) - 1]?.lines[at]?.source;
      return source === undefined ? branch : { ...branch, says: told(source) };
    });
    return [`line_${at + 1}`, branches.length === 0 ? 'FALSE' : choice(branches, 'FALSE', 'item')];
  });
  script.step(
    'lines',
    'Which lines of its item hold for a record, by their place in the item.',
    also(`${from} t`, held),
  );
  const numbers = places.map((at) => at + 1);
  const count = numbers.map((at) => `CASE WHEN line_${at} THEN 1 ELSE 0 END`).join(' + ');
  script.step(
    'counted',
    'How many lines hold.',
    also('lines t', [
      ['lines_held', count],
      ['lines_open', either(numbers.map((at) => `line_${at} IS NULL`))],
    ]),
  );
  return script.step(
    'chosen',
    'A record earns by the one line that holds.',
    also('counted t', [
      [
        'line',
        choice(
          [
            { when: 'lines_held > 1', gives: 'NULL' },
            ...numbers.map((at) => ({ when: `line_${at}`, gives: String(at) })),
          ],
          null,
        ),
      ],
      ['disputed', 'lines_held > 1'],
    ]),
  );
}
