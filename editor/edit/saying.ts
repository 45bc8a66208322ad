/**
 * A row as a sentence, amounts set off. Lines that grant, limit or require say what they say in the text's own hover, and
 * behind it the limits they lie under; heads, tables and lists are put together from their cells.
 */
import type { Block, Cell, RowView } from '../../src/edit/index.ts';
import type { Lang } from '../state/prefs.ts';
import type { Page } from '../worker/protocol.ts';

export interface Bit {
  readonly text: string;
  readonly strong?: boolean;
}

/** Figures with what they count: they are what one looks for. */
const amounts =
  /(\d[\d.,]*(?:\s?(?:学分|小时|学时|天|日|个月|周|年|次|万字|千字|字|分钟|人|%|credits?|hours?|days?|times?))?)/;

const bits = (text: string): readonly Bit[] =>
  text
    .split(amounts)
    .map((part, at) => ({ text: part, ...(at % 2 === 1 && { strong: true }) }))
    .filter((bit) => bit.text !== '');

/** Chinese words need no blanks between them; numbers keep theirs. */
const closed = (text: string): string => text.replace(/(?<=[\u3400-\u9fff）」、]) +(?=[\u3400-\u9fff（「])/g, '');

const cellIn = (row: RowView | undefined, slot: string): Cell | undefined => {
  const found = row?.cells.find((cell) => cell.slot === slot);
  return found?.absent ? undefined : found;
};
const shown = (row: RowView | undefined, slot: string): string => closed(cellIn(row, slot)?.shown ?? '');

/** What is said of a row, without the mark at its end. */
type Speak = (row: RowView, block: Block) => { readonly zh: string; readonly en: string };

const heads: Readonly<Record<string, Speak>> = {
  approver: (row, { title }) => ({
    zh: `${title}由${shown(row, 'who')}审核`,
    en: `${title}: reviewed by ${shown(row, 'who')}`,
  }),
  cite: (row, { title }) => ({
    zh: `${title}依据${shown(row, 'clauses')}`,
    en: `${title} rests on ${shown(row, 'clauses')}`,
  }),
  form: (row, { title }) => ({
    zh: `形式是${shown(row, 'forms')}的活动，归入${title}`,
    en: `activities of the form ${shown(row, 'forms')} belong to ${title}`,
  }),
  accepted: (row) => ({
    zh: `已知的情况，检查时不再提醒：${shown(row, 'reason')}`,
    en: `known, and not reported again: ${shown(row, 'reason')}`,
  }),
};

const sections: Partial<Readonly<Record<Block['kind'], Speak>>> = {
  item: (_, { title, rows }) => {
    const awards = rows.filter((one) => one.kind === 'award' || one.kind === 'deem').length;
    const tabled = rows.reduce((sum, one) => sum + (one.kind === 'awardTable' ? (one.grid?.rows.length ?? 0) : 0), 0);
    return { zh: `${title}：共 ${awards + tabled} 条授予标准`, en: `${title}: ${awards + tabled} awards` };
  },
  reading: (_, { rows }) => {
    const of = (kind: string) => rows.find((row) => row.kind === kind);
    const adopted = shown(of('adopt'), 'option');
    const options = rows.filter(({ kind }) => kind === 'option').flatMap(({ cells }) => cells);
    const at = options
      .find(({ slot, value }) => slot.startsWith('label ') && value === adopted)
      ?.slot.replace('label', 'text');
    const because = options.find(({ slot, absent }) => slot === at && !absent)?.shown;
    const question = shown(of('question'), 'text');
    return {
      zh: `${question === '' ? '' : `${question}？`}采用「${adopted}」${because ? `：${because}` : ''}`,
      en: `${question === '' ? '' : `${question}? `}Adopted: 「${adopted}」${because ? `, for: ${because}` : ''}`,
    };
  },
  uncomputed: ({ cells }) => {
    const of = (slot: string) => closed(cells.find((cell) => cell.slot === slot && !cell.absent)?.shown ?? '');
    const why = of('reason');
    return {
      zh: `${of('clauses')}不计算${why === '' ? '' : `：${why}`}`,
      en: `${of('clauses')} is not computed${why === '' ? '' : `: ${why}`}`,
    };
  },
  notice: (row) => {
    const [when, same, text] = [shown(row, 'when'), shown(row, 'same'), shown(row, 'text')];
    return {
      zh: `${when === '' ? '' : `当${when}时，`}${same === '' ? '' : `${same}都相同的记录，`}提示「${text}」；不改变学分`,
      en: `Notice 「${text}」${when === '' ? '' : ` where ${when}`}${same === '' ? '' : `, for records alike in ${same}`}; credits stay as they are`,
    };
  },
};

/** 国际权威刊物、独立作者的论文，得 10 学分 */
const tableRow =
  (table: RowView): Speak =>
  (row, { title }) => {
    const columns = table.grid?.columns ?? [];
    const facts = (rest: (label: string) => string) =>
      row.cells.flatMap((cell, at) => {
        const column = columns[at];
        if (column?.kind !== 'field' || cell.shown === '' || /^(任意|any)$/.test(cell.shown)) return [];
        return [/^(其他|other)$/.test(cell.shown) ? rest(column.label) : `${column.label} ${cell.shown}`];
      });
    const credits = row.cells[columns.findIndex(({ kind }) => kind === 'credits')]?.shown ?? '';
    const zh = facts((label) => `${label}为其余的`).join('，');
    const en = facts((label) => `any other ${label}`).join(', ');
    return {
      zh: `${title}：${zh === '' ? '' : `${zh}的，`}得 ${credits} 学分`,
      en: `${title}: ${en === '' ? '' : `${en}: `}${credits} credits`,
    };
  };

/** A 类别 with what is in it. */
function category({ title }: Block, page: Page): { readonly zh: string; readonly en: string } {
  const items = page.blocks.filter(({ kind, disabled }) => kind === 'item' && !disabled).map((block) => block.title);
  if (items.length === 0) return { zh: `${title}一类，还没有条目`, en: `The category ${title}, with no items yet` };
  return {
    zh: `${title}一类，共 ${items.length} 个条目：${items.join('、')}`,
    en: `The category ${title}, of ${items.length} items: ${items.join(', ')}`,
  };
}

/** Awards lie under the limits of their section and of its category. */
function limitsOver(block: Block, page: Page, lang: Lang): readonly string[] {
  const around = page.blocks.filter(({ kind, key }) => kind === 'category' || key === block.key);
  return around
    .toReversed()
    .flatMap(({ rows }) => rows)
    .filter(({ kind }) => kind === 'cap')
    .flatMap(({ key }) => page.says[key]?.[lang] ?? []);
}

const grants: readonly string[] = ['award', 'awardTable', 'tableRow'];

export function sayingOf(row: RowView, block: Block, page: Page | null, lang: Lang): readonly Bit[] {
  const table = block.rows.find(({ grid }) => grid?.rows.some(({ key }) => key === row.key));
  const inAwards = row.kind === 'tableRow' && table?.kind === 'awardTable';
  const speak = inAwards ? tableRow(table) : row.kind === 'head' ? sections[block.kind] : heads[row.kind];
  const listed = block.kind === 'reading' || block.kind === 'uncomputed' || block.kind === 'notice';
  const own = page?.says[row.key]?.[lang];
  const subject = block.title === '' || own === undefined ? '' : `${block.title}${lang === 'zh' ? '：' : ': '}`;
  const said = listed
    ? sections[block.kind]?.(block.head, block)[lang]
    : own !== undefined
      ? `${subject}${own}`
      : page && isCategory(row, block)
        ? category(block, page)[lang]
        : speak?.(row, block)[lang];
  if (said === undefined || row.stale) return bits(closed(row.text.trim()));
  const over =
    page && ((grants.includes(row.kind) && (row.kind !== 'tableRow' || inAwards)) || isCategory(row, block))
      ? limitsOver(block, page, lang)
      : [];
  const [and, end] = lang === 'zh' ? ['；', '。'] : ['; ', '.'];
  return bits([said, ...over].join(and) + end);
}

const isCategory = ({ kind }: RowView, block: Block): boolean => kind === 'head' && block.kind === 'category';
