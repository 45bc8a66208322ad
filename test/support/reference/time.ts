/** The time of an item's records, for 学时: where its lines measure, compare or look it up, or deem it done. */
import type { Column, Table } from '../../../src/model/ast.ts';
import type { FieldEntry, ItemEntry } from '../../../src/model/ruleset.ts';
import { between, chosenOf, type World } from './world.ts';

/** A column where every cell is 任意 looks up nothing. */
const columns = ({ columns: all, rows }: Table): readonly Column[] =>
  all.filter((_, at) => rows.some((row) => row.cells[at]?.kind !== 'any'));

export const timeOf = (world: World, item: ItemEntry): FieldEntry | undefined => {
  const fields = world.rules.fields.filter(
    ({ on, unit }) => on === 'record' && unit !== null && between(world, unit, 'classHours') !== null,
  );
  const { lines } = item.section.node;
  if (lines.some(({ kind }) => kind === 'deem')) return fields[0];
  const granting = lines.filter(({ kind }) => kind === 'award' || kind === 'awardTable');
  return fields.find((field) => {
    const speaks = (node: unknown): boolean => {
      if (typeof node !== 'object' || node === null) return false;
      if ('id' in node && typeof node.id === 'string')
        return node.id === field.unit || ['hours', 'minutes', 'classHours'].includes(node.id);
      if ('columns' in node && 'rows' in node) return columns(node as unknown as Table).some(speaks);
      if ('text' in node && 'quoted' in node) {
        const name = String(node.text);
        if (name === field.key || name === field.label) return true;
        const value = chosenOf(world, name)?.value;
        return value ? speaks(value) : false;
      }
      return Object.values(node).some(speaks);
    };
    return granting.some(speaks);
  });
};
