/** Clauses compared: 第二条 before 第十条, （二） before （十）, what holds others before what it holds. */
import type { ClausePath } from './clause.ts';
import { kindOrder, rankOf } from './clauseRank.ts';

const compareSegments = (a: string, b: string): number => {
  if (a === b) return 0;
  const [one, other] = [rankOf(a), rankOf(b)];
  if (one.kind !== other.kind) return kindOrder(one.kind) - kindOrder(other.kind);
  if (one.value !== other.value && !Number.isNaN(one.value) && !Number.isNaN(other.value))
    return one.value - other.value;
  return a < b ? -1 : 1;
};

/** Negative where `a` stands before `b`, as for `sort`. A clause stands before those within it. */
export const compareClauses = (a: ClausePath, b: ClausePath): number => {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const by = compareSegments(a[at] ?? '', b[at] ?? '');
    if (by !== 0) return by;
  }
  return a.length - b.length;
};

/** Whether `inner` is `outer` or lies within it. */
export const contains = (outer: ClausePath, inner: ClausePath): boolean =>
  outer.length <= inner.length && outer.every((segment, at) => segment === inner[at]);
