/** Many clauses in a few words, and what is missing between them. */
import { type ClausePath, clauseText } from './clause.ts';
import { compareClauses } from './clauseOrder.ts';
import { rankOf } from './clauseRank.ts';

/** Siblings by number: the clauses directly within one clause that are numbered alike. */
interface Siblings {
  readonly parent: ClausePath;
  readonly values: Set<number>;
  readonly spell: (value: number) => string;
}

/** What holds a clause counts as named with it. */
const siblingsOf = (paths: Iterable<ClausePath>): Iterable<Siblings> => {
  const all = new Map<string, Siblings>();
  for (const path of paths) {
    path.forEach((segment, depth) => {
      const { kind, value, spell } = rankOf(segment);
      // 款 and words are no list that has to be whole.
      if (kind === '款' || kind === 'words' || Number.isNaN(value)) return;
      const parent = path.slice(0, depth);
      const key = `${clauseText(parent)} ${kind}`;
      const known = all.get(key);
      if (known) known.values.add(value);
      else all.set(key, { parent, values: new Set([value]), spell });
    });
  }
  return all.values();
};

export interface Gap {
  readonly from: ClausePath;
  readonly to: ClausePath;
}

/** The runs of numbers, from one to the last of each list, that are not named. */
export const gapsIn = (paths: Iterable<ClausePath>): readonly Gap[] =>
  [...siblingsOf(paths)].flatMap(({ parent, values, spell }) => {
    const found: Gap[] = [];
    let before = 0;
    for (const value of [...values].sort((a, b) => a - b)) {
      if (value > before + 1) {
        found.push({ from: [...parent, spell(before + 1)], to: [...parent, spell(value - 1)] });
      }
      before = value;
    }
    return found;
  });

const follows = (a: ClausePath, b: ClausePath): boolean => {
  if (a.length !== b.length || a.slice(0, -1).some((segment, at) => segment !== b[at])) return false;
  const [one, other] = [rankOf(a.at(-1) ?? ''), rankOf(b.at(-1) ?? '')];
  return one.kind === other.kind && other.value === one.value + 1;
};

const spokenRun = (run: readonly ClausePath[]): readonly string[] => {
  const [first, last] = [run[0] ?? [], run.at(-1) ?? []];
  if (run.length < 3) return run.map(clauseText);
  return [`${clauseText(first)}～${last.at(-1) ?? ''}`];
};

export const gapText = ({ from, to }: Gap): string =>
  clauseText(from) === clauseText(to) ? clauseText(from) : `${clauseText(from)}～${to.at(-1) ?? ''}`;

/** `第三条、第五条～第八条`; of a great many the first. */
export const spoken = (paths: readonly ClausePath[], most = 8): string => {
  const runs: ClausePath[][] = [];
  for (const path of paths.toSorted(compareClauses)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && follows(last, path)) run.push(path);
    else runs.push([path]);
  }
  const texts = runs.flatMap(spokenRun);
  return texts.length <= most ? texts.join('、') : `${texts.slice(0, most).join('、')}……`;
};
