/** What hangs on the line that a record earns by. */
import type { AwardLine, Item } from '../../model/plan.ts';
import type { Context } from './context.ts';
import { choice, told } from './script.ts';

/** By item and line, of records that have a line; `last` where nothing is said. Lines that say the same are said once. */
export function byLine({ byItem }: Context, of: (line: AwardLine, item: Item) => string | null, last: string): string {
  const branches = byItem((item) => {
    const each = item.lines.map((line) => of(line, item) ?? last);
    if (each.every((one) => one === last)) return null;
    if (new Set(each).size === 1) return each[0] ?? last;
    const lines = item.lines.map((line, at) => ({
      when: String(at + 1),
      gives: each[at] ?? last,
      says: told(line.source),
    }));
    return choice(
      lines.filter(({ gives }) => gives !== last),
      last,
      'line',
    );
  });
  return branches.length === 0 ? last : choice(branches, last, 'item');
}
