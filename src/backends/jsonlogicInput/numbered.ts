/** The place of a record among its practitioner's, and whether it is invalid. */
import type { Context } from '../sql/context.ts';
import { also, type Script } from '../sql/script.ts';

/** Makes the step `records_known`. */
export function numbered({ names, dialect }: Context, script: Script): string {
  const id = names.record('id');
  const order = [id, 'rest'].map((column) => `${dialect.byCodePoint(column)} NULLS LAST`).join(', ');
  const inOrder = `PARTITION BY person ORDER BY ${order}`;
  const beside = ['lag', 'lead'].map((which) => `COALESCE(${which}(${id}) OVER (${inOrder}) = ${id}, FALSE)`);
  return script.step(
    'records_known',
    'In order of their ids by code point; one with an id that another has is invalid.',
    also('records_beside t', [
      ['place', `row_number() OVER (${inOrder})`],
      ['invalid', ['faulty', ...beside].join(' OR ')],
    ]),
  );
}
