/** What differs between two aligned plans, element by element, with a name and a place for each. */

import type { Cap } from '../../model/plan.ts';
import type { Aligned } from './align.ts';
import type { Pair } from './pair.ts';
import { requirements, whole } from './population.ts';
import { sameMeaning } from './text.ts';
import { type Edit, Finding, placeOf, sourceOf } from './told.ts';

export type { Edit } from './told.ts';

const items = (found: Finding, { before, after }: Aligned): void => {
  const old = new Map(before.items.map((item) => [item.key, item]));
  const now = new Map(after.items.map((item) => [item.key, item]));
  for (const item of after.items) {
    const was = old.get(item.key);
    if (was) found.item(was, item);
    else
      found.told(
        'item',
        found.pathOf(item, after),
        { before: null, after: placeOf(item) },
        [{ of: 'item', before: null, after: item }],
        [null, `条目 ${item.label}`],
      );
  }
  for (const item of before.items) {
    if (now.has(item.key)) continue;
    found.told(
      'item',
      found.pathOf(item, before),
      { before: placeOf(item), after: null },
      [{ of: 'item', before: item, after: null }],
      [`条目 ${item.label}`, null],
    );
  }
};

const limitAlone = ([old, now]: Pair<Cap>): boolean =>
  old !== null && now !== null && sameMeaning({ ...old, limit: 0 }, { ...now, limit: 0 });

const caps = (found: Finding, { before, after, caps: all }: Aligned): void => {
  const changed = all.filter(([old, now]) => !sameMeaning(old, now));
  const cross = [...before.caps, ...after.caps].some(({ crossing }) => crossing !== null);
  const structural = changed.filter((pair) => !limitAlone(pair));
  for (const [old, now] of changed) {
    if ((cross && structural.length > 0) || found.withItem(old, now)) continue;
    const path = found.capPath((now ?? old) as Cap, now ? after : before);
    found.told('cap', path, { before: sourceOf(old), after: sourceOf(now) }, [{ of: 'cap', before: old, after: now }]);
  }
  if (!cross || structural.length === 0) return;
  // Which caps cross hangs on all of them: they are put in together, and told by the first that changed.
  const [old, now] = changed[0] as Pair<Cap>;
  const path = changed.map(([a, b]) => found.capPath((b ?? a) as Cap, b ? after : before)).join('；');
  const words = [
    changed.flatMap(([a]) => a?.source.words ?? []).join('；') || null,
    changed.flatMap(([, b]) => b?.source.words ?? []).join('；') || null,
  ] as const;
  found.told(
    'cap',
    path,
    { before: sourceOf(old), after: sourceOf(now) },
    [{ of: 'caps', before: before.caps, after: after.caps }],
    words,
  );
};

export const editsOf = (aligned: Aligned): readonly Edit[] => {
  const found = new Finding(aligned);
  whole(found, aligned);
  requirements(found, aligned);
  items(found, aligned);
  caps(found, aligned);
  const old = new Map(aligned.before.items.map((item) => [item.key, item]));
  for (const item of aligned.after.items) {
    const was = old.get(item.key);
    if (was) found.derived(was, item);
  }
  return found.edits;
};
