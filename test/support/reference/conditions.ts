/** The conditions that tell an item's records apart: of caps, factors and groups. Records that differ in one never pool. */
import type { Cond, SectionRef } from '../../../src/model/ast.ts';
import type { ItemEntry } from '../../../src/model/ruleset.ts';
import { type Asked, every, type Truth, truthOf, when } from './condition.ts';
import { linesOf, placeNamed, type World } from './world.ts';

type Group = World['rules']['groups'][number];

export const refHas = (world: World, ref: SectionRef, item: ItemEntry): boolean => {
  const place = placeNamed(world, ref);
  if (place.kind === 'item') return place.of === item;
  return place.kind === 'category' ? place.of.key === item.category : membersHave(world, place.of, item);
};

/** Members: all, unless said. */
export const membersHave = (world: World, group: Group, item: ItemEntry): boolean => {
  const lines = linesOf(group.section, 'members');
  return lines.length === 0 || lines.some((line) => line.of.some((ref) => refHas(world, ref, item)));
};

/** 适用 of a group, and of the groups that it has the item from. */
export const inGroup = (group: Group, asked: Asked, item: ItemEntry): Truth => {
  const { world } = asked;
  const own = linesOf(group.section, 'for').map((line) => truthOf(line.when, asked));
  const lines = linesOf(group.section, 'members');
  if (lines.length === 0) return every(own);
  const through = lines
    .flatMap((line) => line.of)
    .map((ref): Truth => {
      const place = placeNamed(world, ref);
      if (place.kind === 'group') return membersHave(world, place.of, item) ? inGroup(place.of, asked, item) : false;
      return refHas(world, ref, item);
    });
  const member: Truth = through.includes(true) ? true : through.includes(undefined) ? undefined : false;
  return every([member, ...own]);
};

/** Someone must know of the group: it has a cap, or a requirement speaks of it, or a group that does holds it. */
const matters = (asked: Asked, group: Group): boolean => {
  const { world } = asked;
  const named = (refs: readonly SectionRef[]): boolean =>
    refs.some((ref) => {
      const place = placeNamed(world, ref);
      return place.kind === 'group' && place.of === group;
    });
  const binding = world.rules.requirements.filter(
    (section) => every(linesOf(section, 'for').map((line) => truthOf(line.when, asked))) === true,
  );
  const lines = binding
    .flatMap((section) => linesOf(section, 'minimum'))
    .filter((line) => when(line.when, asked) === true)
    .flatMap((line) => [...(line.subject ? [line.subject] : []), ...(line.fillable?.from ?? [])]);
  return (
    linesOf(group.section, 'cap').length > 0 ||
    named(lines) ||
    world.rules.groups.some(
      (other) =>
        other !== group && linesOf(other.section, 'members').some((line) => named(line.of)) && matters(asked, other),
    )
  );
};

/** `needed`: an answer must be known, or the record is incomplete. */
export const tellingApart = (asked: Asked, item: ItemEntry): readonly { cond: Cond; needed: boolean }[] => {
  const { world } = asked;
  const category = world.rules.categories.find(({ key }) => key === item.category);
  const groups = world.rules.groups.filter((group) => membersHave(world, group, item));
  const needed = [
    ...linesOf(item.section, 'cap').flatMap((line) => line.when ?? []),
    ...linesOf(item.section, 'factor').flatMap((line) => line.when ?? []),
    ...(category ? linesOf(category.section, 'cap').flatMap((line) => line.when ?? []) : []),
    ...groups.flatMap((group) => linesOf(group.section, 'cap').flatMap((line) => line.when ?? [])),
  ];
  return [
    ...needed.map((cond) => ({ cond, needed: true })),
    ...groups.flatMap((group) =>
      linesOf(group.section, 'for').map((line) => ({ cond: line.when, needed: matters(asked, group) })),
    ),
  ];
};
