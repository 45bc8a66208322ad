/**
 * How credits flow, as the plan has it: forms of activity into items, through their caps into categories, through the caps
 * of the year into the total, which is held against the requirement. Nothing here knows of places on a screen.
 */
import type { Lang, Plan, Ranges } from '../../src/index.ts';
import { type Cap, type Item, isOn, type Source } from '../explain/ladder.ts';
import { awardShort, capShort, conditionShort, credits, deemShort, perWords } from '../explain/short.ts';

type Expr = Item['match'];

export interface Pill {
  readonly key: string;
  readonly kind: 'cap' | 'deem';
  readonly words: string;
  readonly source: Source;
}

export interface ItemPart {
  readonly item: Item;
  /** Which activities are its. */
  readonly forms: string;
  readonly award: string;
  readonly pills: readonly Pill[];
  /** In hundredths; null: no cap bounds it; undefined: not worked out yet. */
  readonly most: number | null | undefined;
}

export interface CategoryPart {
  readonly category: Plan['categories'][number];
  readonly items: readonly ItemPart[];
  /** Caps over it, or over some of what is in it. */
  readonly pills: readonly Pill[];
  readonly most: number | null | undefined;
}

/** A cap over several categories. */
export interface Across {
  readonly pill: Pill;
  /** Keys of the categories that it touches. */
  readonly over: readonly string[];
}

export interface Need {
  /** In hundredths. */
  readonly credits: number;
  /** Of whom; null: of everyone. */
  readonly name: string | null;
  readonly source: Source;
}

export interface FlowPicture {
  readonly categories: readonly CategoryPart[];
  readonly across: readonly Across[];
  readonly most: number | null | undefined;
  /** Totals of the year that are asked for. */
  readonly needs: readonly Need[];
  /** Everything else that is asked for. */
  readonly others: readonly { readonly words: string; readonly source: Source }[];
}

/** The same cap of two plans of one file, under other options. */
export const keyOf = (owner: string, { file, line, words }: Source): string => `${owner} ${file}:${line} ${words}`;

/** Keys of the categories that have something under a cap. */
const categoriesOver = (plan: Plan, cap: Cap): readonly string[] =>
  plan.categories
    .filter(({ key }) => plan.items.some((item) => item.category === key && cap.items.includes(item.key)))
    .map(({ key }) => key);

export const isAcross = (plan: Plan, cap: Cap): boolean =>
  cap.stage === 'section' && categoriesOver(plan, cap).length > 1;

export function pictureOf(plan: Plan, ranges: Ranges | null, lang: Lang): FlowPicture {
  const caps = plan.caps.filter(isOn);
  const pill = (cap: Cap, named: boolean): Pill => ({
    key: keyOf(cap.owner, cap.source),
    kind: 'cap',
    // A group says by its name whom it is over.
    words: named ? closed(`${cap.owner} ${perWords(cap.per, lang)} ${credits(cap.limit)}`) : capShort(cap, plan, lang),
    source: cap.source,
  });
  const sections = caps
    .filter(({ stage }) => stage === 'section')
    .map((cap) => ({ cap, over: categoriesOver(plan, cap) }));
  const categories = plan.categories.map((category): CategoryPart => {
    const range = ranges?.categories.find(({ key }) => key === category.key);
    const items = plan.items
      .filter((item) => item.category === category.key)
      .map(
        (item): ItemPart => ({
          item,
          forms: formsOf(item.match, plan, lang),
          award: closed(awardShort(item, plan, lang)),
          pills: [
            ...itemCaps(caps, item, plan, lang).map(({ cap, words }) => ({ ...pill(cap, false), words })),
            ...item.deems.map(
              (deem): Pill => ({
                key: keyOf(item.label, deem.source),
                kind: 'deem',
                words: deemShort(deem, plan, lang),
                source: deem.source,
              }),
            ),
          ],
          most: range?.items.find(({ key }) => key === item.key)?.greatest,
        }),
      );
    const own = sections.filter(({ over }) => over.length === 1 && over[0] === category.key);
    const pills = own.map(({ cap }) => pill(cap, cap.owner !== category.label));
    return { category, items, pills, most: range?.greatest };
  });
  const lines = plan.requirements.flatMap(({ lines: all, name }) => all.map((line) => ({ line, name })));
  const held = lines.filter(({ line: { when } }) => !(when !== null && when.op === 'const' && !when.value));
  const needs = held.flatMap(({ line, name }): Need[] =>
    line.subject === null &&
    line.period === 'year' &&
    line.bound === 'least' &&
    line.unit === 'credits' &&
    line.amount.kind === 'amount'
      ? [{ credits: line.amount.value, name, source: line.source }]
      : [],
  );
  return {
    categories,
    across: sections.filter(({ over }) => over.length > 1).map(({ cap, over }) => ({ pill: pill(cap, true), over })),
    most: ranges?.greatest,
    needs,
    others: held
      .filter(({ line }) => !needs.some(({ source }) => source === line.source))
      .map(({ line: { source }, name }) => ({
        words: name === null ? source.words : `${name} ${source.words}`,
        source,
      })),
  };
}

/** Without the blanks between Han and digits, where room is dear. */
const closed = (words: string): string => words.replace(/(?<=[\u3400-\u9fff]) (?=\d)|(?<=\d) (?=[\u3400-\u9fff])/g, '');

/** A cap with a condition beside one without, of the same span, says its condition in the place of the span. */
function itemCaps(caps: readonly Cap[], item: Item, plan: Plan, lang: Lang) {
  const own = caps.filter((cap) => cap.stage === 'item' && cap.items.includes(item.key));
  return own.map((cap) => {
    const beside = own.some((other) => other !== cap && other.per === cap.per && other.when === null);
    const when = cap.when === null ? '' : conditionShort(cap.when, plan, lang);
    const words = beside && when !== '' ? `${when} ${credits(cap.limit)}` : capShort(cap, plan, lang);
    return { cap, words: words.replace('每个项目', '每项目') };
  });
}

/** The choices that its condition asks for, in the order in which it does; what else must hold after them. */
function formsOf(match: Expr, plan: Plan, lang: Lang): string {
  const parts = match.op === 'and' ? match.of : [match];
  return parts
    .map((one) => conditionShort(one, plan, lang))
    .filter((words) => words !== '')
    .join(' · ');
}
