/** Where something is turned, and to what. */

/** Of the row and its cell; of a threshold which comparison of a condition, and which number of a comparison. */
export interface Spot {
  readonly row: string;
  readonly slot: string;
  readonly chip?: number;
  readonly part?: number;
}

export interface Turned extends Spot {
  readonly value: string;
}

export const spotOf = ({ row, slot, chip, part }: Spot): Spot => ({
  row,
  slot,
  ...(chip !== undefined && { chip }),
  ...(part !== undefined && { part }),
});

/** No two spots of one view have the same. */
export const spotName = ({ row, slot, chip, part }: Spot): string => [row, slot, chip ?? '', part ?? ''].join('\n');
