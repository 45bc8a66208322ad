/** Where something is turned, and to what. */

/** Of the row and its cell; of a threshold which part of a condition, which comparison in that, which number of it. */
export interface Spot {
  /** Of a baseline; the rule file itself unless said. */
  readonly file?: string;
  readonly row: string;
  readonly slot: string;
  readonly chip?: number;
  readonly inner?: number;
  readonly part?: number;
}

export interface Turned extends Spot {
  readonly value: string;
}

export const spotOf = ({ file, row, slot, chip, inner, part }: Spot): Spot => ({
  ...(file !== undefined && { file }),
  row,
  slot,
  ...(chip !== undefined && { chip }),
  ...(inner !== undefined && { inner }),
  ...(part !== undefined && { part }),
});

/** No two spots of one view have the same. */
export const spotName = ({ file, row, slot, chip, inner, part }: Spot): string =>
  [file ?? '', row, slot, chip ?? '', inner ?? '', part ?? ''].join('\n');
