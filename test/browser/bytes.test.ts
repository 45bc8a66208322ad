/** What is not touched stays, byte for byte: nothing done, each cell set, rows moved about, a word half composed. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { another, type Open, open as opened, rowsOf } from '../edit/support.ts';
import { Random } from '../support/random.ts';
import { type EditorPage, hubei, inEditor } from './support/editor.ts';
import { screens } from './support/screens.ts';

const LONG = process.env.CME_LONG === '1';

const go = (editor: EditorPage, screen: string) =>
  editor.page.evaluate((to) => {
    location.hash = `#/${to}`;
  }, screen);

async function saved(editor: EditorPage): Promise<Buffer> {
  const coming = editor.page.waitForEvent('download');
  await editor.press('Control+s');
  return readFileSync(await (await coming).path());
}

/** Each cell that a sheet shows, with something else that it may say. */
async function trialsIn(editor: EditorPage, of: Open) {
  const shown = await editor.page
    .locator('[data-stop]')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.stop ?? ''));
  const rows = new Map(rowsOf(of.view).map((row) => [row.key, row]));
  return [...new Set(shown)].flatMap((id) => {
    const at = id.lastIndexOf('|');
    const row = rows.get(id.slice(0, at));
    const cell = row?.cells.find(({ slot }) => slot === id.slice(at + 1));
    const value = row && cell?.editable && !cell.absent ? another(cell, of.view) : undefined;
    return row && cell && value !== undefined ? [{ id, row, cell, value }] : [];
  });
}

inEditor('bytes', (open) => {
  test('every screen seen, twenty cells opened and left, changes undone: the file is what it was', async () => {
    const file = `\uFEFF${hubei
      .split('\n')
      .slice(0, 300)
      .map((line, at) => (at % 9 === 0 ? `${line}\t\r\n` : `${line}\n`))
      .join('')}# 全角：，。；１２３，末尾没有换行　`;
    const editor = await open();
    await editor.drop(file, 'hubei.cme');
    for (const { id: screen } of screens) {
      await go(editor, screen);
      await editor.page.waitForFunction(() => document.querySelector('main')?.textContent !== '');
    }
    await go(editor, 'edit');
    await editor.ready();
    await editor.sheet('继续医学教育项目');
    await editor.settled();
    const stops = await editor.page.locator('[data-stop]').all();
    for (const stop of stops.slice(0, 20)) {
      await stop.click();
      await editor.press('F2', 'Escape');
    }
    let changes = 0;
    for (const value of ['8', '9']) {
      await editor.stop('国家和省级项目', changes === 0 ? '10' : '8').click();
      await editor.page.keyboard.type(value);
      await editor.press('Enter');
      await editor.settled();
      changes++;
    }
    for (let n = 0; n < changes; n++) {
      await editor.press('Control+z');
      await editor.settled();
    }
    expect((await saved(editor)).equals(Buffer.from(file))).toBe(true);
  });

  test('each cell that is set changes its own range, and is undone in one step', { timeout: 900_000 }, async () => {
    const random = new Random(Number(process.env.CME_SEED));
    const of = opened(hubei);
    const editor = await open();
    await editor.openSample();
    const sheets = LONG
      ? ['口径', '对象与要求', '继续医学教育项目', '进修学习', '实践活动', '有计划的自学', '其他方式', '提示', '不计算']
      : ['口径', '对象与要求', '实践活动', '有计划的自学'];
    let tried = 0;
    for (const sheet of sheets) {
      await editor.sheet(sheet);
      await editor.settled();
      const all = await trialsIn(editor, of);
      expect(all.length, sheet).toBeGreaterThan(4);
      const some = LONG ? all : Array.from({ length: 2 }, () => random.pick(all));
      for (const { id, row, cell, value } of some) {
        const what = `${sheet}: ${row.text} [${cell.slot}] → ${value}`;
        const stop = editor.page.locator(`[data-stop=${JSON.stringify(id)}]`).first();
        await stop.scrollIntoViewIfNeeded();
        await stop.click();
        await editor.page.keyboard.type(value);
        await editor.press('Enter');
        await editor.settled();
        const text = await editor.text();
        expect(text, what).not.toBe(hubei);
        // A name is changed wherever it is used; everything else is one place, in a table up to the next mark.
        if (cell.kind !== 'name') {
          const { start } = cell.span;
          const room = row.kind === 'tableRow' ? (/^ */.exec(hubei.slice(cell.span.end))?.[0].length ?? 0) : 0;
          const end = cell.span.end + room;
          expect(text.slice(0, start), what).toBe(hubei.slice(0, start));
          const tail = hubei.slice(end);
          expect(text.endsWith(tail), what).toBe(true);
        }
        await editor.press('Control+z');
        await editor.settled();
        expect(await editor.text(), what).toBe(hubei);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(7);
  });

  test('rows that are copied, moved and deleted take their own comments along, and nobody else’s', {
    timeout: 300_000,
  }, async () => {
    const names = ['甲', '乙', '丙', '丁'];
    const lines = hubei.split('\n');
    const first = lines.findIndex((line) => line.startsWith('条目 其他实践活动')) + 5;
    const units = names.map((name, at) => `  # 依据${name}\n${lines[first + at]}  # 注${name}`);
    const textOf = (some: readonly string[]) =>
      [...lines.slice(0, first), ...some, ...lines.slice(first + units.length)].join('\n');
    const file = textOf(units);
    const rows = rowsOf(opened(file).view).filter(({ comments }) => comments.some((one) => one.startsWith('# 注')));
    expect(rows).toHaveLength(4);

    const swapped = (at: number) => units.with(at, units[at + 1] ?? '').with(at + 1, units[at] ?? '');
    const steps: readonly [menu: string, row: number, after: readonly string[]][] = [
      ...[0, 1, 3].flatMap((at): [string, number, readonly string[]][] => [
        ['删除', at, units.toSpliced(at, 1)],
        ['复制', at, units.toSpliced(at, 0, units[at] ?? '')],
      ]),
      ...[0, 2].map((at): [string, number, readonly string[]] => ['下移', at, swapped(at)]),
      ...[1, 3].map((at): [string, number, readonly string[]] => ['上移', at, swapped(at - 1)]),
    ];
    const editor = await open();
    await editor.drop(file, 'hubei.cme');
    await editor.sheet('实践活动');
    await editor.settled();
    const random = new Random(Number(process.env.CME_SEED));
    const some = LONG ? steps : Array.from({ length: 5 }, () => random.pick(steps));
    for (const [menu, at, after] of some) {
      const row = editor.page.locator(`[data-row=${JSON.stringify(rows[at]?.key)}]`).first();
      await row.scrollIntoViewIfNeeded();
      await row.locator('[data-stop]').first().click();
      await editor.press('Shift+F10');
      await editor.page.getByRole('menuitem', { name: new RegExp(`^${menu}`) }).click();
      await editor.settled();
      expect(await editor.text(), `${menu} ${at}`).toBe(textOf(after));
      await editor.press('Control+z');
      await editor.settled();
      expect(await editor.text(), `${menu} ${at}, undone`).toBe(file);
    }
  });

  for (const compatible of [false, true]) {
    test(`a word half composed, and the table works on${compatible ? ', compatibility mode' : ''}`, async () => {
      const editor = await open();
      const { page } = editor;
      if (compatible) {
        await page.evaluate(() => localStorage.setItem('cme.prefs', JSON.stringify({ ime: true })));
        await page.reload();
      }
      await editor.openSample();
      await editor.sheet('实践活动');
      await editor.settled();
      expect(await page.locator('.monaco-editor .native-edit-context').count()).toBe(compatible ? 0 : 1);
      const of = opened(hubei);
      const award = rowsOf(of.view).find(({ text }) => text.startsWith('授予 每 6 小时 1 学分 当 参加者'));
      // Behind the head comment, above everything that is changed meanwhile.
      await editor.goTo('text');
      await editor.press('Control+Home', 'End');
      const cdp = await editor.cdp();
      for (const text of ['d', 'di', 'di ba', 'di ba tiao']) {
        await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      }
      await page.evaluate(
        async ([key]) => {
          const act = (globalThis as unknown as { cmePerform(gesture: object): Promise<unknown> }).cmePerform;
          await act({ kind: 'set', row: key, slot: 'every', value: '5' });
          await act({ kind: 'duplicate', key });
        },
        [award?.key],
      );
      await cdp.send('Input.insertText', { text: '第八条' });
      await editor.settled();
      const line = '  授予 每 5 小时 1 学分 当 参加者 且 时长 不少于 6 小时\n';
      const [head = ''] = hubei.split('\n', 1);
      const expected = hubei
        .replace('授予 每 6 小时 1 学分 当 参加者', '授予 每 5 小时 1 学分 当 参加者')
        .replace(line, line + line)
        .replace(head, `${head}第八条`);
      expect(await editor.text()).toBe(expected);
    });
  }
});
