/**
 * Which column is what: by code, by label, by what was chosen for such a header before, by words that are in use for the
 * same everywhere. Headers are looked up in maps, so that `__proto__` is a header like any other.
 */
import { headerOf, type Role, type RoleChoice, rolesOf } from './roles.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Known = ReadonlyMap<string, Role>;

export type By = 'label' | 'code' | 'remembered' | 'synonym' | 'group' | null;

export interface Matched {
  readonly header: string;
  readonly role: Role;
  /** How it was found out; null: it was not. */
  readonly by: By;
  /** `empty`: it has no header. `again`: of the same name, or the same thing, as the column of this number, from 1. */
  readonly fault: null | { readonly kind: 'empty' } | { readonly kind: 'again'; readonly first: number };
}

/** As far as it tells one header from another: full width or half, a unit in brackets, a mark for what must be filled in. */
export const bare = (header: string): string =>
  header
    .normalize('NFKC')
    .replaceAll(/[([【〔][^)\]】〕]*[)\]】〕]/g, '')
    .replaceAll(/[\s*:：·_-]+/g, '')
    .toLowerCase();

/** Names that people give the same things everywhere. No rule set has a say in it. */
const everyday: readonly (readonly [code: string, on: 'owner' | 'id' | 'person' | 'record', names: string])[] = [
  [
    '',
    'owner',
    '身份证号 身份证号码 身份证 证件号码 证件号 工号 职工号 员工号 人员号 人员id 学员编号 学员id 学号 idno staffid userid personid',
  ],
  ['', 'id', '记录编号 记录号 活动编号 序列号 流水号 recordid'],
  ['name', 'person', '姓名 名字 学员姓名 人员姓名 fullname'],
  ['date', 'record', '日期 活动日期 完成日期 时间 活动时间 授予日期'],
  ['start', 'record', '开始日期 起始日期 开始时间 起始时间 开始 from'],
  ['end', 'record', '结束日期 截止日期 结束时间 截止时间 结束 to'],
  ['project', 'record', '项目编号 项目号 项目编码 projectno projectid'],
  ['form', 'record', '形式 活动形式 活动类型 学分类型'],
  ['role', 'record', '角色 身份 参与角色'],
  ['level', 'record', '级别 项目级别'],
  ['hours', 'record', '时长 小时数 小时'],
  ['title', 'person', '职称 职称级别 专业技术职称'],
  ['institution', 'person', '机构类别 机构类型 单位类别 单位性质'],
];

/** Headers by which people are grouped, though no rule speaks of them. */
const grouping =
  /^(?:单位|单位名称|工作单位|所在单位|机构|机构名称|医院|医院名称|科室|科室名称|所在科室|部门|地区|区县|市州|department|unit|hospital)$/;

export function matchHeaders(headers: readonly string[], words: Vocabulary, remembered: Known): readonly Matched[] {
  const choices = rolesOf(words);
  const exact = new Map<string, { readonly role: Role; readonly by: By }>();
  const loose = new Map<string, { readonly role: Role; readonly by: By }>();
  const add = (to: typeof exact, name: string, role: Role, by: By): void => {
    if (name !== '' && !to.has(name)) to.set(name, { role, by });
  };
  const known = new Set(choices.map(({ role }) => role));
  for (const { role, code } of choices) add(exact, code, role, 'code');
  for (const { role, label } of choices) add(exact, label, role, 'label');
  for (const [name, role] of remembered) if (known.has(role) || role === 'group') add(loose, name, role, 'remembered');
  for (const { role, code } of choices) add(loose, bare(code), role, 'code');
  for (const { role, label } of choices) add(loose, bare(label), role, 'label');
  for (const [code, on, names] of everyday) {
    const role: Role = on === 'owner' || on === 'id' ? on : `${on}:${code}`;
    if (known.has(role)) for (const name of names.split(' ')) add(loose, name, role, 'synonym');
  }

  const seen = new Map<string, number>();
  const taken = new Map<Role, number>();
  return headers.map((cell, index): Matched => {
    const header = cell.trim();
    if (header === '') return { header, role: 'none', by: null, fault: { kind: 'empty' } };
    const before = seen.get(header);
    if (before !== undefined) return { header, role: 'none', by: null, fault: { kind: 'again', first: before + 1 } };
    seen.set(header, index);
    const found = remembered.has(bare(header))
      ? loose.get(bare(header))
      : (exact.get(header) ?? loose.get(bare(header)));
    if (!found)
      return { header, role: grouping.test(bare(header)) ? 'group' : 'none', by: groupBy(header), fault: null };
    const first = found.role === 'group' ? undefined : taken.get(found.role);
    if (first !== undefined) return { header, role: 'none', by: null, fault: { kind: 'again', first: first + 1 } };
    taken.set(found.role, index);
    return { header, role: found.role, by: found.by, fault: null };
  });
}

const groupBy = (header: string): By => (grouping.test(bare(header)) ? 'group' : null);

/** The row that holds the names of the columns: of the first ones, that of which most is known. */
export function guessHead(rows: readonly (readonly string[])[], words: Vocabulary, remembered: Known): number {
  let best = { row: 0, known: 0 };
  for (const [row, cells] of rows.slice(0, LOOKED_AT).entries()) {
    const known = matchHeaders(cells, words, remembered).filter(({ by }) => by !== null).length;
    if (known > best.known) best = { row, known };
  }
  if (best.known > 0) return best.row;
  return Math.max(
    0,
    rows.findIndex((cells) => cells.some((cell) => cell.trim() !== '')),
  );
}
const LOOKED_AT = 12;

/** The year in which most of the days lie. */
export function guessYear(dates: Iterable<string>): number | null {
  const count = new Map<number, number>();
  for (const date of dates) {
    const year = Number(/^\s*(\d{4})\D/.exec(date)?.[1] ?? 0);
    if (year >= 1990 && year < 2100) count.set(year, (count.get(year) ?? 0) + 1);
  }
  return [...count].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
}

/** What was chosen otherwise than it had been guessed: that is remembered for the next file. */
export const learnt = (columns: readonly Matched[], roles: readonly Role[]): Known =>
  new Map(
    columns.flatMap(({ header, role: guessed }, at): [string, Role][] => {
      const role = roles[at] ?? 'none';
      return role === 'none' || header === '' || role === guessed ? [] : [[bare(header), role]];
    }),
  );

/**
 * The head as the reader of flat files wants it. Columns to group by stand under names that no vocabulary has; what is not
 * read has none.
 */
export const headFor = (roles: readonly Role[]): readonly string[] =>
  roles.map((role, at) => (role === 'group' ? groupKey(at) : headerOf(role)));

export const groupKey = (column: number): string => `#group ${column}`;

/** Roles that stand twice: the columns, from 1. */
export function clashes(roles: readonly Role[]): readonly (readonly [number, number])[] {
  const first = new Map<Role, number>();
  return roles.flatMap((role, at): [number, number][] => {
    if (role === 'none' || role === 'group') return [];
    const before = first.get(role);
    if (before === undefined) first.set(role, at);
    return before === undefined ? [] : [[before + 1, at + 1]];
  });
}

export const choiceOf = (role: Role, choices: readonly RoleChoice[]): RoleChoice | undefined =>
  choices.find((one) => one.role === role);

/**
 * What each column is taken for when a sheet is looked at again, by other rules or under another head: what was chosen by
 * hand for a column that is called the same stays, where there is such a role still.
 */
export function rolesAgain(
  columns: readonly Matched[],
  before: { readonly columns: readonly Matched[] } | null,
  chosen: readonly Role[],
  choices: readonly RoleChoice[],
): readonly Role[] {
  return columns.map(({ header, role: guessed }, at) => {
    const [last, role] = [before?.columns[at], chosen[at]];
    if (last === undefined || role === undefined || last.header !== header || role === last.role) return guessed;
    return role === 'none' || role === 'group' || choiceOf(role, choices) ? role : guessed;
  });
}
