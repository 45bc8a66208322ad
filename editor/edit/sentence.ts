/**
 * A row of a table as a sentence, with what it grants or limits set off. It says what the cells say, in the order in which
 * one would say it; where a row has no sentence of its own, its line speaks for itself.
 */
import type { Block, Cell, RowView } from '../../src/edit/index.ts';
import { isActor } from '../sheets/parts.ts';
import type { Lang } from '../state/prefs.ts';

export interface Bit {
  readonly text: string;
  readonly strong?: boolean;
}

const strong = (text: string): Bit => ({ text, strong: true });
const plain = (text: string): Bit => ({ text });

/** Chinese words need no blanks between them; numbers keep theirs. */
const closed = (text: string): string => text.replace(/(?<=[\u3400-\u9fff）」、]) +(?=[\u3400-\u9fff（「])/g, '');

const cellIn = (row: RowView | undefined, slot: string): Cell | undefined => {
  const found = row?.cells.find((cell) => cell.slot === slot);
  return found?.absent ? undefined : found;
};
const shown = (row: RowView | undefined, slot: string): string => closed(cellIn(row, slot)?.shown ?? '');

const chipWords = (
  row: RowView,
  slot: string,
  take: (chip: NonNullable<Cell['chips']>[number]) => boolean,
): readonly string[] => (cellIn(row, slot)?.chips ?? []).filter(take).map(({ words }) => closed(words));

const everyZh = (per: string): string =>
  ({ 年: '每年', 项目: '每个项目', 次: '每次', 日: '每天', 周期: '每个周期' })[per] ?? `按${per}`;

type Speak = (row: RowView, block: Block) => readonly Bit[];

const under = ({ under: limits }: RowView): Bit[] =>
  limits && limits.length > 0
    ? [plain('；'), ...limits.flatMap((limit, at) => [plain(at > 0 ? '，' : ''), strong(atMost(limit))])]
    : [];

/** `每年 15 学分（当 …）` → 每年至多 15 学分 */
const atMost = (limit: string): string => closed(limit).replace(/^(每\S*?) ?(?=[\d])/, '$1至多 ');

const zh: Readonly<Record<string, Speak>> = {
  award: (row, { title }) => {
    const who = chipWords(row, 'when', isActor).join('、') || '参加人员';
    const when = chipWords(row, 'when', (chip) => !isActor(chip));
    const every = shown(row, 'every');
    const by = shown(row, 'by');
    return [
      plain(`${who}参加${title}，`),
      ...(when.length > 0 ? [strong(when.join('、')), plain('的，')] : []),
      strong(every === '' ? '每次' : `每 ${every}`),
      plain('得 '),
      strong(shown(row, 'credits')),
      ...(by === '' ? [] : [plain(`，按${by}计`)]),
      ...under(row),
      plain('。'),
    ];
  },
  deem: (row, { title }) => [
    plain(`${title}，`),
    strong(closed(shown(row, 'when'))),
    plain('的，视同完成'),
    ...(shown(row, 'credits') === '' ? [] : [plain('，记 '), strong(shown(row, 'credits'))]),
    plain('。'),
  ],
  cap: (row, { title }) => {
    const when = shown(row, 'when');
    return [
      plain(`${title}所得学分，`),
      ...(when === '' ? [] : [plain('当'), strong(when), plain('时，')]),
      strong(`${everyZh(shown(row, 'per'))}合计至多 ${shown(row, 'limit')}`),
      plain('，超出的不计。'),
    ];
  },
  gate: (row) => {
    const when = shown(row, 'when');
    return [plain(when === '' ? '须' : `${when}须`), strong(shown(row, 'that')), plain('，否则不计学分。')];
  },
  for: (row, { title, kind }) => [
    plain(kind === 'require' ? '这项要求适用于' : `${title}只管`),
    strong(shown(row, 'when')),
    plain(kind === 'require' ? '的人员。' : '的活动。'),
  ],
  except: (row) => [strong(shown(row, 'when')), plain('的人员不适用这些要求。')],
  form: (row, { title }) => [plain('形式是'), strong(shown(row, 'forms')), plain(`的活动，归入${title}。`)],
  minimum: (row, { title }) => {
    const when = shown(row, 'when');
    return [
      plain(title === '' ? '每人' : `${title}人员`),
      ...(when === '' ? [] : [plain('，当'), strong(when), plain('时，')]),
      strong(`${everyZh(shown(row, 'per'))}至少 ${shown(row, 'amount')}`),
      plain('。'),
    ];
  },
  approver: (row, { title }) => [plain(`${title}由`), strong(shown(row, 'who')), plain('审核。')],
  cite: (row, { title }) => [plain(`${title}依据`), strong(shown(row, 'clauses')), plain('。')],
  head: (row, { title, kind, rows }) => {
    const awards = rows.filter((one) => one.kind === 'award' || one.kind === 'deem').length;
    const tabled = rows.reduce((sum, one) => sum + (one.kind === 'awardTable' ? (one.grid?.rows.length ?? 0) : 0), 0);
    if (kind === 'item') return [strong(title), plain(`：共 ${awards + tabled} 条授予标准。`)];
    return [plain(closed(row.text.trim()))];
  },
  accepted: (row) => [plain('已知的情况，检查时不再提醒：'), strong(shown(row, 'reason')), plain('。')],
};

/** 国际权威刊物、独立作者的论文，得 10 学分 */
function tableRow(row: RowView, { title }: Block, table: RowView): readonly Bit[] {
  const columns = table.grid?.columns ?? [];
  const facts = row.cells.flatMap((cell, at) => {
    const column = columns[at];
    if (column?.kind !== 'field' || cell.shown === '' || cell.shown === '任意') return [];
    return [cell.shown === '其他' ? `${column.label}为其余的` : `${column.label} ${cell.shown}`];
  });
  const credits = row.cells[columns.findIndex(({ kind }) => kind === 'credits')]?.shown ?? '';
  return [
    plain(`${title}：`),
    strong(facts.join('，')),
    plain('的，得 '),
    strong(`${credits} 学分`),
    ...under(table),
    plain('。'),
  ];
}

export function sentenceOf(row: RowView, block: Block, lang: Lang): readonly Bit[] {
  const table = block.rows.find(({ grid }) => grid?.rows.some(({ key }) => key === row.key));
  if (lang === 'zh' && row.kind === 'tableRow' && table?.kind === 'awardTable') return tableRow(row, block, table);
  if (lang === 'zh' && block.kind === 'reading') return reading(block);
  if (lang === 'zh' && (block.kind === 'uncomputed' || block.kind === 'notice')) return listed(block);
  const speak = lang === 'zh' ? zh[row.kind] : undefined;
  return speak ? speak(row, block) : [plain(row.text.trim())];
}

function reading({ rows }: Block): readonly Bit[] {
  const of = (kind: string) => rows.find((row) => row.kind === kind);
  const adopted = shown(of('adopt'), 'option');
  const options = rows.filter(({ kind }) => kind === 'option').flatMap(({ cells }) => cells);
  const at = options
    .find(({ slot, value }) => slot.startsWith('label ') && value === adopted)
    ?.slot.replace('label', 'text');
  const because = options.find(({ slot, absent }) => slot === at && !absent)?.shown;
  const question = shown(of('question'), 'text');
  return [
    ...(question === '' ? [] : [plain(`${question}？`)]),
    plain('采用'),
    strong(`「${adopted}」`),
    plain(because ? `：${because}。` : '。'),
  ];
}

function listed({ kind, head }: Block): readonly Bit[] {
  if (kind === 'uncomputed') {
    const why = shown(head, 'reason');
    return [strong(shown(head, 'clauses')), plain(why === '' ? '不计算。' : `不计算：${why}。`)];
  }
  const when = shown(head, 'when');
  const same = shown(head, 'same');
  return [
    ...(when === '' ? [] : [plain('当'), strong(when), plain('时，')]),
    ...(same === '' ? [] : [strong(same), plain('都相同的记录，')]),
    plain(`提示「${shown(head, 'text')}」；不改变学分。`),
  ];
}
