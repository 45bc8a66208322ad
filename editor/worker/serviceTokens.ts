/** The classes of words in the order in which they are numbered between the service and Monaco. */
import type { TokenClass } from '../../src/service/index.ts';

const classes: Readonly<Record<TokenClass, true>> = {
  section: true,
  line: true,
  operator: true,
  connective: true,
  unit: true,
  span: true,
  type: true,
  constant: true,
  rounding: true,
  number: true,
  string: true,
  comment: true,
  name: true,
  declaration: true,
  clause: true,
  odd: true,
  mark: true,
};

export const tokenTypes = Object.keys(classes) as readonly TokenClass[];
