/** Step 4: the one 条目 whose 形式 and 适用 hold. */
import type { ItemEntry } from '../../../src/model/ruleset.ts';
import { type Asked, decisive, every, type Truth, truthOf } from './condition.ts';
import { fieldNamed, itemsOf, linesOf } from './world.ts';

const formed = (asked: Asked, item: ItemEntry): Truth => {
  const forms = linesOf(item.section, 'form');
  const names = forms.flatMap(({ values }) => values.map(({ text }) => text));
  const form = asked.record?.get('form');
  const field = fieldNamed(asked.world, 'form', 'record');
  const keys = names.map(
    (name) => field?.options.find(({ key, label }) => key === name || label === name)?.key ?? name,
  );
  return forms.length === 0 ? true : form === undefined ? undefined : keys.includes(form as string);
};

const holds = (asked: Asked, item: ItemEntry): Truth =>
  every([formed(asked, item), ...linesOf(item.section, 'for').map((line) => truthOf(line.when, asked))]);

/** `open`: no item holds, and a missing fact leaves one possible. `several`: the rule file names no single one. */
export const classified = (
  asked: Asked,
): {
  item: ItemEntry | null;
  open: boolean;
  several: boolean;
  category: string | null;
  possible: readonly ItemEntry[];
  readings: ReadonlySet<string>;
} => {
  const truths = itemsOf(asked.world).map((item) => [item, holds(asked, item)] as const);
  const held = truths.filter(([, truth]) => truth === true).map(([item]) => item);
  const possible = truths.filter(([, truth]) => truth !== false).map(([item]) => item);
  const categories = new Set(possible.map(({ category }) => category));
  return {
    // Which item is not known, but each that could be is of one category.
    category: held.length === 0 && categories.size === 1 ? ([...categories][0] ?? null) : null,
    readings: new Set(
      itemsOf(asked.world)
        .filter((item) => formed(asked, item) === true)
        .flatMap((item) => linesOf(item.section, 'for').flatMap((line) => [...decisive(line.when, asked)])),
    ),
    possible: held.length === 0 ? possible : held,
    item: held.length === 1 ? (held[0] as ItemEntry) : null,
    open: held.length === 0 && truths.some(([, truth]) => truth === undefined),
    several: held.length > 1,
  };
};
