/** Where what was not found in one clause may be meant: the clause that is nearest, and clauses that hold a number. */
import { type ClausePath, clauseText } from '../clause.ts';
import { rankOf } from '../clauseRank.ts';
import { spoken } from '../clauseRuns.ts';
import { numbersIn, stands, type Wanted, type Written } from './numbers.ts';
import { clausesWithin, ownText, type Regulation, type RegulationClause } from './regulation.ts';

/** Of the clauses beside it, the one whose number is nearest; else the clause that would hold it. */
export const nearestClause = (regulation: Regulation, path: ClausePath): RegulationClause | null => {
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const parent = depth === 0 ? null : regulation.named.get(clauseText(path.slice(0, depth)));
    if (parent === undefined) continue;
    const wanted = rankOf(path[depth] ?? '');
    let best: { clause: RegulationClause; apart: number } | null = null;
    for (const clause of parent?.children ?? regulation.clauses) {
      const { kind, value } = rankOf(clause.path.at(-1) ?? '');
      const apart = Math.abs(value - wanted.value);
      if (kind === wanted.kind && (best === null || apart <= best.apart)) best = { clause, apart };
    }
    return best?.clause ?? parent;
  }
  return null;
};

/** The numbers of each clause are read once. */
export class NumberIndex {
  readonly regulation: Regulation;
  readonly #all: readonly RegulationClause[];
  readonly #own = new Map<RegulationClause, readonly Written[]>();
  readonly #known = new Map<string, string>();

  constructor(regulation: Regulation) {
    this.regulation = regulation;
    this.#all = clausesWithin(regulation.clauses);
  }

  own(clause: RegulationClause): readonly Written[] {
    const known = this.#own.get(clause);
    if (known) return known;
    const found = numbersIn(ownText(this.regulation, clause));
    this.#own.set(clause, found);
    return found;
  }

  /** Whether it stands in the clause, within it, or in what the clauses around it say before they part. */
  stands(clause: RegulationClause, wanted: Wanted): boolean {
    if (clausesWithin([clause]).some((one) => stands(wanted, this.own(one)))) return true;
    return clause.path.some((_, depth) => {
      const around = depth === 0 ? undefined : this.regulation.named.get(clauseText(clause.path.slice(0, depth)));
      return around !== undefined && stands(wanted, this.own(around));
    });
  }

  /** Clauses that hold the number, those of the same article before others; empty where none does. */
  whereElse(clause: RegulationClause, wanted: Wanted): string {
    const key = `${clause.path[0]} ${wanted.value.n}/${wanted.value.d} ${wanted.unit}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const holding = this.#all.filter((one) => stands(wanted, this.own(one))).map(({ path }) => path);
    const beside = holding.filter((path) => path[0] === clause.path[0]);
    const found = spoken(beside.length > 0 ? beside : holding, 3);
    this.#known.set(key, found);
    return found;
  }
}
