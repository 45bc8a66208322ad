/**
 * How large rules may be. Within these bounds no file takes more than seconds, whatever it says: each is far above what
 * any regulation needs, and far below where the product of two of them would be felt. `docs/design.md` lists them.
 */
export const MOST = {
  /** Findings of one pass. */
  findings: 1000,
  /** Rule files over one another. */
  layers: 5,
  /** Sections of a kind, with those of the baselines. */
  fields: 1000,
  readings: 1000,
  /** 类别 and 条目. */
  items: 2000,
  groups: 200,
  requirements: 200,
  notices: 1000,
  caps: 1000,
  /** 每年, 每周期 and 减免 under all 要求. */
  demands: 1000,
  /** Lines under one section, rows of tables included; 选项 and examples not. */
  lines: 1000,
  /** Names and values of one condition. */
  parts: 200,
  /** Clauses cited or registered, ranges written out. */
  clauses: 20_000,
  /** Lines that are read again for the options of readings. */
  reread: 200_000,
  /** Cells that 其他 and the conditions of tables stand for. */
  cells: 500_000,
  /** Records in the examples of one file. */
  examples: 50_000,
} as const;
