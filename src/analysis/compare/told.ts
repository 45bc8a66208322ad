/** Changes as they are found: a name, a place and words for each. */

import type { ChangeKind } from '../../model/comparison.ts';
import { microText } from '../../model/credit.ts';
import type { Cap, Expr, Item, Plan, Source } from '../../model/plan.ts';
import type { Aligned } from './align.ts';
import { likeness, pairs } from './pair.ts';
import type { Lists, Part } from './parts.ts';
import { phraseOf } from './phrase.ts';
import { meaningOf, sameMeaning } from './text.ts';

/** One change: told as one, made of one part or, where one word moves several elements, of these. */
export interface Edit {
  readonly kind: ChangeKind;
  readonly path: string;
  readonly clause: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly at: { readonly before: Source | null; readonly after: Source | null };
  readonly parts: readonly Part[];
  /** Its words are the same on both sides: something that they refer to changed. */
  readonly silent: boolean;
  /** Readings that its lines name. */
  readonly readings: readonly string[];
}

interface Sides {
  readonly before: Source | null;
  readonly after: Source | null;
}

export interface Told {
  readonly source: Source;
}

const kinds = { gates: 'gate', lines: 'award', factors: 'factor', best: 'best', deems: 'deem' } as const;

/** `上限 每项目` of `上限 每项目 10 学分`: what a line is, without its numbers. */
export const headOf = (words: string): string => {
  const [first = '', second = ''] = words.split(' ');
  return (first === '上限' || first === '只计最高') && second.startsWith('每') ? `${first} ${second}` : first;
};

export const sourceOf = (one: Told | null): Source | null => one?.source ?? null;

export const readingsIn = (expr: Expr | null): readonly string[] => {
  if (expr === null) return [];
  const inner =
    expr.op === 'and' || expr.op === 'or' ? expr.of.flatMap(readingsIn) : expr.op === 'not' ? readingsIn(expr.of) : [];
  return [...(expr.readings ?? []), ...inner];
};

export class Finding {
  readonly edits: Edit[] = [];
  readonly #before: Plan;
  readonly #after: Plan;

  constructor({ before, after }: Aligned) {
    this.#before = before;
    this.#after = after;
  }

  told(
    kind: ChangeKind,
    path: string,
    { before, after }: Sides,
    parts: readonly Part[],
    words?: readonly [string | null, string | null],
  ): void {
    const [old, now] = words ?? [before?.words ?? null, after?.words ?? null];
    this.edits.push({
      kind,
      path,
      clause: after?.clause ?? before?.clause ?? null,
      before: old,
      after: now,
      at: { before, after },
      parts,
      silent: old !== null && old === now,
      readings: [...(before?.readings ?? []), ...(after?.readings ?? [])],
    });
  }

  lines<K extends keyof Lists>(of: K, old: Item, now: Item, path: string): void {
    const found = pairs<Lists[K]>(
      old[of] as unknown as readonly Lists[K][],
      now[of] as unknown as readonly Lists[K][],
      [meaningOf, ({ source }) => source.words],
      (a, b) => likeness(a.source.words, b.source.words),
    );
    for (const [before, after] of found) {
      if (sameMeaning(before, after)) continue;
      const sides = { before: sourceOf(before), after: sourceOf(after) };
      const part = { of, item: old.key, before, after } as unknown as Part;
      const kind = before && after && of === 'lines' && onlyFalling(before, after) ? 'falling' : kinds[of];
      this.told(kind, `${path}／${headOf((sides.after ?? sides.before)?.words ?? '')}`, sides, [part]);
    }
  }

  item(old: Item, now: Item): void {
    const path = this.pathOf(now, this.#after);
    const item = old.key;
    const anchor = { before: placeOf(old), after: placeOf(now) };
    if (!sameMeaning(old.match, now.match)) {
      const words = [phraseOf(this.#before, old.match), phraseOf(this.#after, now.match)] as const;
      this.told('match', `${path}／适用`, anchor, [{ of: 'match', item, before: old.match, after: now.match }], words);
      const edit = this.edits.at(-1) as Edit;
      const readings = [...readingsIn(old.match), ...readingsIn(now.match)];
      this.edits[this.edits.length - 1] = { ...edit, readings, silent: readings.length > 0 };
    }
    for (const list of ['gates', 'lines', 'factors', 'best', 'deems'] as const) this.lines(list, old, now, path);
    if (old.placed !== now.placed) {
      const words = [old.placed, now.placed].map((key) => (key === null ? null : `归期 ${this.#labelOf(key)}`));
      const parts: readonly Part[] = [{ of: 'placed', item, before: old, after: now }];
      this.told('item', `${path}／归期`, anchor, parts, [words[0] ?? null, words[1] ?? null]);
    }
  }

  /** What follows from other elements is part of their change: of the first that touches the item. */
  derived(old: Item, now: Item): void {
    const parts: Part[] = [];
    for (const trait of ['stays', 'time', 'apart'] as const) {
      if (meaningOf([old[trait]]) !== meaningOf([now[trait]]))
        parts.push({ of: trait, item: old.key, before: old, after: now });
    }
    if (parts.length === 0) return;
    const at = this.edits.findIndex((edit) => edit.parts.some((part) => touches(part, old.key)));
    const edit = this.edits[at];
    if (edit) this.edits[at] = { ...edit, parts: [...edit.parts, ...parts] };
    else if (parts.some(({ of }) => of === 'time')) this.#timed(old, now, parts);
    else {
      const words = [old, now].map(
        ({ apart }) => `分开计算 ${apart.map((when) => phraseOf(this.#after, when)).join('；')}`,
      );
      const at = { before: placeOf(old), after: placeOf(now) };
      this.told('group', this.pathOf(now, this.#after), at, parts, [words[0] ?? null, words[1] ?? null]);
    }
  }

  /** A cap over nothing but what came or went with it is part of that change: it stands before its items come. */
  withItem(before: Cap | null, after: Cap | null): boolean {
    const cap = before === null ? after : after === null ? before : null;
    const at = this.edits.findIndex(({ parts }) =>
      parts.some((part) => part.of === 'item' && cap?.items.includes((part.before ?? part.after)?.key ?? '')),
    );
    const edit = this.edits[at];
    const came = (key: string): boolean =>
      this.edits.some(({ parts }) =>
        parts.some((part) => part.of === 'item' && (before === null ? part.after : part.before)?.key === key),
      );
    if (!cap || !edit || !cap.items.every(came)) return false;
    const part: Part = { of: 'cap', before, after };
    this.edits[at] = { ...edit, parts: before === null ? [part, ...edit.parts] : [...edit.parts, part] };
    return true;
  }

  pathOf({ label, category }: Item, plan: Plan): string {
    const above = plan.categories.find(({ key }) => key === category)?.label ?? category;
    return `类别 ${above}／条目 ${label}`;
  }

  capPath(cap: Cap, plan: Plan): string {
    const head = headOf(cap.source.words);
    const item = cap.stage === 'item' ? plan.items.find(({ key }) => cap.items.includes(key)) : undefined;
    if (item) return `${this.pathOf(item, plan)}／${head}`;
    const word = plan.categories.some(({ label }) => label === cap.owner) ? '类别' : '分组';
    return `${word} ${cap.owner}／${head}`;
  }

  /** How class hours are counted is one change, however many items it is of. */
  #timed(old: Item, now: Item, parts: readonly Part[]): void {
    const path = '换算／学时';
    const at = this.edits.findIndex((edit) => edit.path === path);
    const edit = this.edits[at];
    if (edit) {
      this.edits[at] = { ...edit, parts: [...edit.parts, ...parts] };
      return;
    }
    const words = [old, now].map(({ time }) =>
      time === null
        ? null
        : `1 学时 = ${microText(Math.round(time.perClassHour.n / time.perClassHour.d))} ${this.#labelOf(time.key)}`,
    );
    this.told('rules', path, { before: null, after: null }, parts, [words[0] ?? null, words[1] ?? null]);
  }

  #labelOf(key: string): string {
    return this.#after.recordFields.find((field) => field.key === key)?.label ?? key;
  }
}

/** A line that grants as before but for its 递减. */
const onlyFalling = (before: object, after: object): boolean =>
  sameMeaning({ ...before, falling: null }, { ...after, falling: null });

/** An item has no line of its own to point at; its first line stands near it. */
export const placeOf = ({ gates, deems, lines, clause, label }: Item): Source | null => {
  const first = [...gates, ...deems, ...lines].map(({ source }) => source).sort((a, b) => a.line - b.line)[0];
  return first ? { ...first, clause, words: `条目 ${label}`, readings: [] } : null;
};

const touches = (part: Part, key: string): boolean => {
  if (part.of === 'cap') return (part.before?.items.includes(key) || part.after?.items.includes(key)) ?? false;
  if (part.of === 'caps') return true;
  return 'item' in part && part.item === key;
};
