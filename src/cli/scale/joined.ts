/**
 * A row of texts as one text. It goes to DuckDB, and comes from it, in a third of the time of its cells one by one: each
 * value that crosses costs a call.
 */

/** Between the cells. */
export const BETWEEN = 31;
/** Stands for what is absent; before a digit, for itself (0) or for what stands between the cells (1). */
const ABSENT = 30;

const [between, absent] = [BETWEEN, ABSENT].map((code) => String.fromCharCode(code)) as [string, string];
const BOTH = new RegExp(`[${between}${absent}]`);

/** `cells`: null and undefined are absent; an empty text is a text. */
export function joined(cells: readonly unknown[]): string {
  let text = '';
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (at > 0) text += between;
    text += cell === null || cell === undefined ? absent : coded(String(cell));
  }
  return text;
}

const coded = (cell: string): string =>
  BOTH.test(cell) ? cell.replaceAll(absent, `${absent}0`).replaceAll(between, `${absent}1`) : cell;

/** The cells of `text` as a list, in SQL. */
export const apart = (text: string): string => `string_split(${text}, chr(${BETWEEN}))`;

/** One of such a list, from 0, as it was. */
export function cellAt(list: string, at: number): string {
  const [cell, sign] = [`${list}[${at + 1}]`, `chr(${ABSENT})`];
  const decoded = `replace(replace(${cell}, ${sign} || '1', chr(${BETWEEN})), ${sign} || '0', ${sign})`;
  return `CASE WHEN ${cell} = ${sign} THEN NULL WHEN contains(${cell}, ${sign}) THEN ${decoded} ELSE ${cell} END`;
}
