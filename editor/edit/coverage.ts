/** Which examples touch which blocks and lines. */
import type { Key } from '../../src/edit/index.ts';
import type { Outline, Tried } from '../worker/protocol.ts';

export interface Coverage {
  readonly blocks: ReadonlySet<Key>;
  /** How many examples fail that touch a block. */
  readonly failed: ReadonlyMap<Key, number>;
  /** By line: the examples in which it did something. */
  readonly lines: ReadonlyMap<number, readonly Tried[]>;
}

const known = new WeakMap<readonly Tried[], ReadonlyMap<number, readonly Tried[]>>();

/** Null while the examples have not been run. */
export function coverageOf(examples: readonly Tried[] | null, outline: Outline): Coverage | null {
  if (examples === null) return null;
  const lines = byLine(examples);
  const failed = new Map<Key, number>();
  const blocks = new Set<Key>();
  for (const { key, line, lastLine } of outline.blocks) {
    const touching = new Set<Tried>();
    for (let at = line; at <= lastLine; at++) for (const one of lines.get(at) ?? []) touching.add(one);
    if (touching.size > 0) blocks.add(key);
    failed.set(key, [...touching].filter(({ pass }) => !pass).length);
  }
  return { blocks, failed, lines };
}

export function byLine(examples: readonly Tried[]): ReadonlyMap<number, readonly Tried[]> {
  const before = known.get(examples);
  if (before) return before;
  const lines = new Map<number, Tried[]>();
  for (const one of examples) {
    for (const line of one.uses) {
      const list = lines.get(line);
      if (list) list.push(one);
      else lines.set(line, [one]);
    }
  }
  known.set(examples, lines);
  return lines;
}
