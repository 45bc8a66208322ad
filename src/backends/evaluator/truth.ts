/** Three-valued truth, ordered so that and is the least, or the greatest, and not the mirror image. */
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;

export type Truth = 0 | 1 | 2;

export const truth = (holds: boolean): Truth => (holds ? TRUE : FALSE);
