/** Which examples touch which blocks and lines. */
import type { Key } from '../../src/edit/index.ts';
import type { Outline, Tried } from '../worker/protocol.ts';

export interface Coverage {
  readonly blocks: ReadonlySet<Key>;
  /** By line: the examples in which it did something. */
  readonly lines: ReadonlyMap<number, readonly Tried[]>;
}

const known = new WeakMap<readonly Tried[], ReadonlyMap<number, readonly Tried[]>>();

/** Null while the examples have not been run. */
export function coverageOf(examples: readonly Tried[] | null, outline: Outline): Coverage | null {
  if (examples === null) return null;
  const lines = byLine(examples);
  const touched = outline.blocks.filter(({ line, lastLine }) => {
    for (let at = line; at <= lastLine; at++) if (lines.has(at)) return true;
    return false;
  });
  return { blocks: new Set(touched.map(({ key }) => key)), lines };
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
