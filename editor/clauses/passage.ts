/** What a regulation says in a clause, with what stands under it; and which clause of a citation one points at. */
import { type ClausePath, clausesOf, clauseText } from '../../src/index.ts';
import type { RegulationPart } from '../worker/questions.ts';

/**
 * The paragraphs of a clause and of its parts, these with their numbers. A clause is often cited closer than it is
 * numbered, as in 第二条第二段: then it is what is around it. Null: the text has nothing of the kind.
 */
export function passageOf(parts: readonly RegulationPart[], clause: string): readonly string[] | null {
  const [path] = clausesOf(clause);
  for (let wanted: ClausePath = path ?? []; wanted.length > 0; wanted = wanted.slice(0, -1)) {
    const name = clauseText(wanted);
    const at = parts.findIndex((one) => one.kind === 'clause' && one.name === name);
    const own = parts[at];
    if (!own) continue;
    const rest = parts.slice(at + 1);
    const end = rest.findIndex(({ kind, depth }) => kind === 'chapter' || depth <= own.depth);
    const within = end < 0 ? rest : rest.slice(0, end);
    const lines = [...own.paragraphs, ...within.map(({ label, paragraphs }) => [label, ...paragraphs].join(''))];
    return lines.filter((line) => line !== '');
  }
  return null;
}

/** No more than a reader takes in at a glance. */
export function shortened(lines: readonly string[], most: number): readonly string[] {
  const shown: string[] = [];
  let left = most;
  for (const line of lines) {
    if (line.length > left) return [...shown, `${line.slice(0, left)}…`];
    shown.push(line);
    left -= line.length;
  }
  return shown;
}

/** Of `第二条（一）、（二）` with the place at （二）: `第二条（二）`. A range is all of its clauses. */
export function namedAt(citation: string, place: number): readonly string[] {
  const ends = [...citation.matchAll(/[、，,；;]/g)].map(({ index }) => index).concat(citation.length);
  const end = ends.find((one) => place <= one) ?? citation.length;
  const start = ends.findLast((one) => one < end) ?? -1;
  const before = start < 0 ? 0 : clausesOf(citation.slice(0, start)).length;
  return clausesOf(citation.slice(0, end)).slice(before).map(clauseText);
}
