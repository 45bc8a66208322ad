/** The year that is reckoned, as the one view that says it. */
import type { Dialect } from './dialect.ts';

const BLANKS =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** `year` is the one literal to change. */
export const yearView = (dialect: Dialect, year: number): string =>
  `CREATE OR REPLACE TEMPORARY VIEW cme_year AS\nSELECT year, make_date(year, 1, 1) AS first_day, make_date(year, 12, 31) AS last_day,\n  make_date(year + 1, 12, 31) AS last_of_next,\n  -- what counts as space around a text\n  ${dialect.literal(BLANKS)} AS blanks\nFROM (SELECT ${year} AS year) y`;
