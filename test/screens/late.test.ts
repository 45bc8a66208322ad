/** Workers and servers that answer late, out of step with what is done meanwhile: the last word is the user's. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { OpenFile, Saved } from '../../editor/files/files.ts';
import type { Stop } from '../../editor/sheets/model.ts';
import { Late, rowOf, sheetOf } from './support/late.ts';

const hubei = readFileSync(new URL('../../rules/hubei.cme', import.meta.url), 'utf8');
const lines = hubei.split('\n');
const lineOf = (words: string) => lines.findIndex((line) => line.includes(words)) + 1;
const fileOf = (text: string, name = 'rules.cme'): OpenFile => ({
  entry: { id: `local:${name}`, name, title: null, from: 'local' },
  text,
  mark: false,
  hash: 'h0',
});

const modules = async () => ({
  ...(await import('../../editor/state/session.ts')),
  ...(await import('../../editor/state/open.ts')),
  ...(await import('../../editor/state/gesture.ts')),
  ...(await import('../../editor/state/select.ts')),
  ...(await import('../../editor/state/commands.ts')),
  ...(await import('../../editor/state/add.ts')),
  ...(await import('../../editor/state/problems.ts')),
  ...(await import('../../editor/state/keep.ts')),
  ...(await import('../../editor/files/drafts.ts')),
  ...(await import('../../editor/grid/commit.ts')),
});

let late: Late;
let the: Awaited<ReturnType<typeof modules>>;
const library: { file: string; text: string }[] = [];
const all = () => the.session.get();
const text = () => all().text?.text ?? '';
const soon = () => new Promise((resolve) => setTimeout(resolve));

beforeAll(async () => {
  late = await Late.start();
  the = await modules();
}, 60_000);
afterAll(() => void vi.unstubAllGlobals());

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.spyOn(the.files, 'library').mockImplementation(async () => library);
  the.keep.set({ conflict: null, gone: null });
  await the.open(fileOf(hubei));
  await late.both();
});

/** The place of a cell in the table that is shown. */
function stopAt(row: string, slot: string, chip?: number): Stop {
  const of = rowOf(all().page, row);
  const cell = of.cells.find((one) => one.slot === slot);
  if (!cell) throw new Error(`${row} has ${of.cells.map((one) => one.slot).join(' ')}`);
  const id = `${of.key}|${slot}${chip === undefined ? '' : `#${chip}`}`;
  return { id, row: of, cell, label: '', ...(chip !== undefined && { chip }) };
}

const cap = '上限 每项目 10 学分';

test('two files asked for: the last is opened, though the first takes longer', async () => {
  let first = (_: typeof library): void => {};
  vi.mocked(the.files.library).mockImplementationOnce(() => new Promise((resolve) => (first = resolve)));
  const a = the.open(fileOf('规则 甲\n', 'a.cme'));
  const b = the.open(fileOf(hubei, 'b.cme'));
  await b;
  first(library);
  await a;
  await late.both();
  expect(all().file?.entry.name).toBe('b.cme');
  expect(all().outline?.sheets.length).toBeGreaterThan(9);
});

test('what a file stands on cannot be read: the one that was open stays', async () => {
  vi.mocked(the.files.library).mockImplementationOnce(() => Promise.reject(new Error('the server is gone')));
  await the.openFrom(async () => fileOf('规则 甲\n', 'a.cme'));
  expect(all().file?.entry.name).toBe('rules.cme');
  expect(all().page).not.toBeNull();
  expect(all().notice?.tone).toBe('bad');
});

test('a change on its way when another file is opened stands in its own file, and not in the other', async () => {
  const before = all().text;
  void the.set(stopAt(cap, 'limit'), '8');
  const opened = the.open(fileOf(hubei, 'b.cme'));
  await soon();
  await late.both();
  await opened;
  await late.both();
  expect(before?.text).toBe(hubei.replace(cap, '上限 每项目 8 学分'));
  expect(text()).toBe(hubei);
});

test('asked in one file, and come to its turn in another, a gesture does nothing', async () => {
  const stop = stopAt(cap, 'limit');
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const done = [the.set(stop, '8'), the.set(stopAt('上限 每项目 5 学分', 'limit'), '4')];
  const opened = the.open(fileOf(hubei, 'b.cme'));
  // Nothing is heard from the tables for so long that it is waited for no more.
  await vi.advanceTimersByTimeAsync(10_000);
  vi.useRealTimers();
  await opened;
  await late.both();
  expect(await Promise.all(done)).toEqual([false, false]);
  expect(text()).toBe(hubei);
  expect(all().asking).toBe(0);
});

test('two values into one cell before the first is drawn: the last stands; the old one typed again is taken back', async () => {
  const stop = stopAt(cap, 'limit');
  const both = [the.set(stop, '8'), the.set(stop, '9')];
  await soon();
  await late.both();
  await soon();
  await late.both();
  expect(await Promise.all(both)).toEqual([true, true]);
  expect(text()).toBe(hubei.replace(cap, '上限 每项目 9 学分'));
  const again = stopAt('上限 每项目 9 学分', 'limit');
  const two = [the.set(again, '7'), the.set(again, '9')];
  for (let n = 0; n < 3; n++) {
    await soon();
    await late.both();
  }
  await Promise.all(two);
  expect(text()).toBe(hubei.replace(cap, '上限 每项目 9 学分'));
  expect(all().notice).toBeNull();
});

test('Delete held down on a part of a condition takes that part away, and not those behind it', async () => {
  the.lookAt(sheetOf(all().outline, '实践活动'));
  await late.both();
  const row = lines.find((line) => (line.match(/ 且 /g)?.length ?? 0) === 1 && line.includes('授予'))?.trim() ?? '';
  const [sheet] =
    all().outline?.sheets.filter(({ blocks }) => {
      const block = all().outline?.blocks.findLast((one) => one.line <= lineOf(row));
      return block && blocks.includes(block.key);
    }) ?? [];
  the.lookAt(sheet?.key ?? '');
  await late.both();
  const stop = stopAt(row, 'when', 0);
  const gone = stop.cell.chips?.[0]?.words ?? '';
  const all3 = [the.clear(stop), the.clear(stop), the.clear(stop)];
  for (let n = 0; n < 4; n++) {
    await soon();
    await late.both();
  }
  await Promise.all(all3);
  expect(text()).toBe(hubei.replace(row, row.replace(new RegExp(`${gone} 且 `), '')));
  expect(text()).not.toBe(hubei);
});

test('a refusal is left to be read when the next gesture has been done', async () => {
  void the.set(stopAt(cap, 'limit'), '许多');
  void the.set(stopAt('上限 每项目 5 学分', 'limit'), '4');
  for (let n = 0; n < 3; n++) {
    await soon();
    await late.both();
  }
  expect(text()).toBe(hubei.replace('上限 每项目 5 学分', '上限 每项目 4 学分'));
  expect(all().notice?.tone).toBe('bad');
});

test('who goes on to another row while a line is being added stays there', async () => {
  const block = all().page?.blocks.find(({ title }) => title === '市级项目')?.key ?? '';
  const added = the.add({ kind: 'addLine', block, line: 'award' });
  await soon();
  late.hear();
  const other = stopAt(cap, 'limit');
  the.select(other.row.key, 'limit', other.cell.span, other.row.line);
  const { selection } = all();
  await late.both();
  await added;
  expect(text()).not.toBe(hubei);
  expect(all().selection).toBe(selection);
});

test('a sheet that comes after another has been chosen is not shown; nor one after a row of this one has been', async () => {
  const [practice, study] = ['实践活动', '有计划的自学'].map((title) => sheetOf(all().outline, title));
  const shown: (string | undefined)[] = [];
  const stop = the.session.subscribe(() => shown.push(all().page?.sheet.key));
  the.lookAt(practice ?? '');
  the.lookAt(study ?? '');
  await late.both();
  expect(all().page?.sheet.key).toBe(study);
  expect(shown).not.toContain(practice);
  the.lookAt(practice ?? '');
  late.hear();
  const row = all().page?.blocks[1]?.head;
  if (row) the.select(row.key, null, row.span, row.line);
  await late.both();
  stop();
  expect(all().page?.sheet.key).toBe(study);
  expect(all().selection).toEqual({ sheet: study, row: row?.key, slot: null });
});

test('the cursor goes into another sheet while a gesture is on its way: its row is chosen, on whatever line it is by then', async () => {
  const line = lineOf('授予 0.5 学分');
  const item = all().page?.blocks.find(({ title }) => title === '市级项目')?.key ?? '';
  const done = the.perform({ kind: 'duplicate', key: item });
  await soon();
  late.hear();
  the.cursorAt(line, 1);
  await late.tell();
  await done;
  await late.both();
  const { selection, page } = all();
  expect(text().split('\n').length).toBeGreaterThan(lines.length);
  expect(page?.sheet.title).toBe('实践活动');
  expect(rowOf(page, lines[line - 1]?.trim() ?? '').key).toBe(selection.row);
});

test('a row is shown in the text where it stands now, though the table is behind; a finding too', async () => {
  const shown: string[] = [];
  the.whenShown(({ start, end }) => shown.push(text().slice(start, end)));
  const stop = stopAt(cap, 'limit');
  all().text?.edit([{ span: { start: 0, end: 0 }, text: '# 一\n# 二\n' }]);
  the.select(stop.row.key, 'limit', stop.cell.span, stop.row.line);
  expect(shown).toEqual([hubei.slice(stop.cell.span.start, stop.cell.span.end)]);
  expect(all().caret.line).toBe(stop.row.line + 2);
  const found = { code: 'CME301', severity: 'error' as const, file: 'rules.cme', help: null, fix: null, related: [] };
  const at = (words: string) => ({ start: hubei.indexOf(words), end: hubei.indexOf(words) + words.length });
  const problems = [cap, '授予 0.5 学分'].map((words) => ({
    ...found,
    span: at(words),
    line: lineOf(words),
    message: { zh: words, en: words },
  }));
  the.session.set({ problems, checked: 0, caret: { line: 1, column: 1 } });
  the.nextProblem(1);
  the.nextProblem(1);
  expect(shown.slice(1)).toEqual([cap, '授予 0.5 学分']);
  expect(all().caret.line).toBe(lineOf('授予 0.5 学分') + 2);
  the.whenShown(null);
});

test('saved twice at once it is written once; written on meanwhile, the second is over the first', async () => {
  const asked: (readonly [hash: string | null, text: string])[] = [];
  const answers: ((saved: Saved) => void)[] = [];
  vi.spyOn(the.files, 'save').mockImplementation(({ hash }, written) => {
    asked.push([hash, written]);
    return new Promise((resolve) => answers.push(resolve));
  });
  const { entry } = fileOf('');
  all().text?.edit([{ span: { start: 0, end: 0 }, text: '# 一\n' }]);
  const saves = [the.saveNow(), the.saveNow()];
  await soon();
  all().text?.edit([{ span: { start: 0, end: 0 }, text: '# 二\n' }]);
  saves.push(the.saveNow());
  await soon();
  expect(asked).toEqual([['h0', `# 一\n${hubei}`]]);
  answers[0]?.({ done: 'saved', entry, hash: 'h1' });
  await soon();
  expect(asked.slice(1)).toEqual([['h1', `# 二\n# 一\n${hubei}`]]);
  answers[1]?.({ done: 'saved', entry, hash: 'h2' });
  await Promise.all(saves);
  expect(all().dirty).toBe(false);
  expect(all().file?.hash).toBe('h2');
});

test('a conflict is decided with what was written while the file was being saved', async () => {
  let answer = (_: Saved): void => {};
  vi.spyOn(the.files, 'save').mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  const saved = the.saveNow();
  await soon();
  void the.set(stopAt(cap, 'limit'), '8');
  answer({ done: 'changed', now: { ...fileOf(`${hubei}# 别人\n`), hash: 'theirs' } });
  await soon();
  await late.both();
  await saved;
  const mine = hubei.replace(cap, '上限 每项目 8 学分');
  expect(the.keep.get().conflict?.mine).toBe(mine);
  // Decided about what is no more, it is asked again.
  all().text?.edit([{ span: { start: 0, end: 0 }, text: '# 一\n' }]);
  await the.settle(hubei);
  expect(text()).toBe(`# 一\n${mine}`);
  expect(the.keep.get().conflict?.mine).toBe(`# 一\n${mine}`);
});

test('a draft that becomes the text goes once the text is kept in its place, and stays where that fails', async () => {
  const done: string[] = [];
  const old = { key: 'old', entry: fileOf('').entry, text: `# 一\n${hubei}`, base: hubei, when: new Date() };
  vi.spyOn(the.drafts, 'all').mockImplementation(async () => [
    old,
    { ...old, key: 'b', entry: fileOf('', 'b.cme').entry },
  ]);
  vi.spyOn(the.drafts, 'drop').mockImplementation(async (key) => void done.push(`drop ${key}`));
  const put = vi.spyOn(the.drafts, 'put').mockImplementation(async ({ text: kept }) => void done.push(kept));
  const restored = async () => {
    await the.open(fileOf(hubei));
    await late.both();
    expect(the.keep.get().found.map(({ key }) => key)).toEqual(['old']);
    done.length = 0;
    the.restore(old);
    await soon();
    await soon();
  };
  await restored();
  expect(done).toEqual([old.text, 'drop old']);
  put.mockImplementation(() => Promise.reject(new Error('full')));
  await restored();
  expect(done).toEqual([]);
  expect(the.keep.get().refused).toBe(true);
});

const checkedAsUnsound = (): void =>
  late.check({
    kind: 'checked',
    session: late.session,
    version: 0,
    problems: [],
    sound: false,
    about: all().about as never,
  });

test('what is shown is said to be current only with the sheet that was chosen, and with what the check has found', async () => {
  const { isCurrent } = the;
  checkedAsUnsound();
  expect(isCurrent(all())).toBe(false);
  late.compile(hubei, 0);
  await late.both();
  expect(isCurrent(all())).toBe(true);
  the.lookAt(sheetOf(all().outline, '实践活动'));
  expect(isCurrent(all())).toBe(false);
  await late.both();
  expect(isCurrent(all())).toBe(true);
});

test('what is compiled before the tables have opened the file is taken once they have', async () => {
  await the.open(fileOf(hubei, 'b.cme'));
  late.compile(hubei, 0, 1);
  await late.both();
  expect(all().outline?.checked).toBe(true);
});

test('what a step caused is said only where it was known how things stood before it', async () => {
  checkedAsUnsound();
  const before: unknown[] = [];
  let last = all().last;
  const stop = the.session.subscribe(() => {
    if (all().last !== last) before.push(JSON.stringify(all().last?.before));
    last = all().last;
  });
  void the.set(stopAt(cap, 'limit'), '8');
  void the.set(stopAt('上限 每项目 5 学分', 'limit'), '4');
  await soon();
  await late.both();
  stop();
  expect(text()).toContain('上限 每项目 4 学分');
  // Each is told of twice: by the text, then in its own words.
  expect([...new Set(before)]).toEqual(['{"errors":0,"warnings":0,"failed":0}', 'null']);
});
