/**
 * Classes: the records of an item that earn by one line and give the same answers to all conditions of caps, factors and
 * subjects. What is under a cap is then a list of classes, known before any record is.
 */
import type { AwardLine, Basis, Cap, Expr, Item, Minimum, Subject } from '../../model/plan.ts';
import { leftByRank } from '../ranks.ts';
import type { Build } from './build.ts';
import { ofPersonAlone, simple, textOf } from './expr.ts';
import { type Answer, possible } from './possible.ts';

export interface Class {
  readonly kind: 'class';
  readonly item: Item;
  readonly line: AwardLine;
  /** What the line's records are pooled over. */
  readonly per: Basis;
  readonly answers: readonly (readonly [Expr, Answer])[];
}

/** What a deeming adds to an item, which no record of a class holds. */
export interface Deemed {
  readonly kind: 'deemed';
  readonly item: Item;
}

export type Leaf = Class | Deemed;

const MOST_CONDITIONS = 6;

/** Conditions of the item that must be known where a record earns. */
const needed = (build: Build, item: Item): readonly Expr[] =>
  [...build.plan.caps.filter(({ items }) => items.includes(item.key)), ...item.factors].map(({ when }) => simple(when));

const subjectsIn = (lines: readonly Minimum[]): readonly Subject[] =>
  lines.map(({ subject }) => subject).filter((subject) => subject !== null);

const spoken = (build: Build, item: Item): readonly Expr[] =>
  build.plan.requirements
    .flatMap(({ lines }) => subjectsIn(lines))
    .filter(({ items }) => items.includes(item.key))
    .map(({ when }) => simple(when));

const aloneIn = ({ rate }: AwardLine): boolean => rate.kind === 'flat' || rate.kind === 'field';

export function classesOf(build: Build, item: Item): readonly Class[] {
  const needs = new Set(needed(build, item).map(textOf));
  const apart = new Map(item.apart.map(simple).map((expr) => [textOf(expr), expr]));
  const all = new Map([
    ...apart,
    ...[...needed(build, item), ...spoken(build, item)].map((e) => [textOf(e), e] as const),
  ]);
  const conditions = [...all.values()].filter(({ op }) => op !== 'const');
  return item.lines.flatMap((line) => {
    const per = aloneIn(line) ? 'record' : line.basis;
    if (per === 'cycle') {
      build.refuse(line.source, 'cycle');
      return [];
    }
    if (line.falling !== null && leftByRank(line, item) === null) {
      build.refuse(line.source, 'falling');
      return [];
    }
    if (conditions.length > MOST_CONDITIONS) {
      build.refuse(line.source, 'tooMany');
      return [];
    }
    // A condition that does not part pools would part them here.
    if (per !== 'record' && conditions.some((one) => !apart.has(textOf(one)) && !ofPersonAlone(one)))
      build.refuse(line.source, 'toldApart');
    const holding = [
      [simple(item.match), 2],
      [simple(line.when), 2],
    ] as const;
    return answersTo(conditions, needs)
      .filter((answers) => possible([...holding, ...answers], build.names))
      .map((answers): Class => ({ kind: 'class', item, line, per, answers }));
  });
}

function answersTo(conditions: readonly Expr[], needs: ReadonlySet<string>): readonly Class['answers'][] {
  let all: Class['answers'][] = [[]];
  for (const condition of conditions) {
    const open: readonly Answer[] = needs.has(textOf(condition)) ? [2, 0] : [2, 0, 1];
    all = all.flatMap((answers) => open.map((answer) => [...answers, [condition, answer] as const]));
  }
  return all;
}

/** The answer that all records of a class give. */
export function answerOf({ answers }: Class, when: Expr | null): Answer {
  const asked = simple(when);
  if (asked.op === 'const') return asked.value ? 2 : 0;
  const text = textOf(asked);
  return answers.find(([condition]) => textOf(condition) === text)?.[1] ?? 1;
}

/** Whether a leaf is under the cap or of the subject; null where that is no question of leaves. */
export function covers({ items, when }: Pick<Cap, 'items' | 'when'>, leaf: Leaf): boolean | null {
  if (!items.includes(leaf.item.key)) return false;
  if (leaf.kind === 'class') return answerOf(leaf, when) === 2;
  const asked = simple(when);
  return asked.op === 'const' ? asked.value : null;
}
