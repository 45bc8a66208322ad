/** Which line a record earns by. */
import type { Item } from '../../model/plan.ts';
import { type Context, either } from './context.ts';
import { also, type Branch, choice, type Script, told } from './script.ts';
import { type Sums, totalsIn } from './totals.ts';

/** Lines of these items look at sums of the year (累计), which are known when it is known who passed. */
const isLate = ({ lines }: Item): boolean => lines.some(({ when }) => totalsIn(when).length > 0);

/** Of these items: the number of the line within its item, how many hold, and whether of one that cannot be told. */
function lines(context: Context, script: Script, from: string, late: boolean, sums: Sums | null): string {
  const { plan, spell, byItem } = context;
  const name = late ? 'late' : 'line';
  const most = Math.max(1, ...plan.items.map(({ lines: all }) => all.length));
  const places = Array.from({ length: most }, (_, at) => at);
  const held = places.map((at): [string, string] => {
    const branches = byItem((item) => {
      const line = item.lines[at];
      if (line === undefined || isLate(item) !== late) return null;
      return spell(line.when, { total: (total) => sums?.nameOf(total) ?? '' });
    }).map((branch): Branch => {
      const source = plan.items[Number(branch.when) - 1]?.lines[at]?.source;
      return source === undefined ? branch : { ...branch, says: told(source) };
    });
    return [`${name}_${at + 1}`, branches.length === 0 ? 'FALSE' : choice(branches, 'FALSE', 'item')];
  });
  script.step(
    `${name}s`,
    `Which lines of its item hold for a record, by their place in the item${late ? '; of items that look at sums' : ''}.`,
    also(`${from} t`, held),
  );
  const numbers = places.map((at) => at + 1);
  return script.step(
    `${name}s_held`,
    'The first that holds, how many do, and whether there is one of which that cannot be told.',
    also(`${name}s t`, [
      [
        `${name}_first`,
        choice(
          numbers.map((at) => ({ when: `${name}_${at}`, gives: String(at) })),
          null,
        ),
      ],
      [`${name}_many`, numbers.map((at) => `CASE WHEN ${name}_${at} THEN 1 ELSE 0 END`).join(' + ')],
      [`${name}_open`, either(numbers.map((at) => `${name}_${at} IS NULL`))],
    ]),
  );
}

/** Those of items that look at no sum. Gives the step. */
export const chooseEarly = (context: Context, script: Script, from: string): string =>
  lines(context, script, from, false, null);

/** Those of the others. `line`: the number within the item; of two at once none is chosen, and the record is invalid. */
export function chooseLines(context: Context, script: Script, from: string, sums: Sums): string {
  const late = context.plan.items.flatMap((item, at) => (isLate(item) ? [at + 1] : []));
  const last = late.length === 0 ? from : lines(context, script, from, true, sums);
  const of = (column: string): string =>
    late.length === 0
      ? `line_${column}`
      : `CASE WHEN item IN (${late.join(', ')}) THEN late_${column} ELSE line_${column} END`;
  script.step(
    'counted',
    'The same of all items.',
    also(`${last} t`, [
      ['lines_held', of('many')],
      ['lines_open', of('open')],
      ['line_held', of('first')],
    ]),
  );
  return script.step(
    'chosen',
    'A record earns by the one line that holds.',
    also('counted t', [
      ['line', 'CASE WHEN lines_held <= 1 THEN line_held END'],
      ['disputed', 'lines_held > 1'],
    ]),
  );
}

export const chosenColumns = ['pos', 'line', 'lines_open', 'disputed'];

/** What is known of lines before sums are. */
export const lineColumns = ['line_first', 'line_many', 'line_open'];
