import { expect, test, vi } from 'vitest';
import { type EditorPage, hubei, inEditor } from './support/editor.ts';
import { island } from './support/island.ts';

/** Two cores may have other tests to run. */
vi.setConfig({ testTimeout: 60_000 });
const expecting = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 15_000 });

interface Place {
  lineNumber: number;
  column: number;
}
interface Monaco {
  focus(): void;
  setPosition(place: Place): void;
  revealPosition(place: Place): void;
  getModel(): { getValue(): string; getPositionAt(offset: number): Place };
  trigger(by: string, action: string, what: unknown): void;
}
type Globals = { cmeEditor: Monaco; cmeService: { asked: number } };

/** The cursor stands where `|` is; the words around it stand in the text once. */
const put = async ({ page }: EditorPage, words: string): Promise<void> => {
  await page.evaluate((marked) => {
    const { cmeEditor: editor } = globalThis as unknown as Globals;
    const model = editor.getModel();
    const at = model.getValue().indexOf(marked.replace('|', ''));
    if (at < 0) throw new Error(`no ${marked} in the text`);
    const place = model.getPositionAt(at + marked.indexOf('|'));
    editor.setPosition(place);
    editor.revealPosition(place);
    editor.focus();
  }, words);
};

const run = ({ page }: EditorPage, action: string): Promise<void> =>
  page.evaluate((id) => (globalThis as unknown as Globals).cmeEditor.trigger('test', id, null), action);

const list = ({ page }: EditorPage) => page.locator('.suggest-widget.visible .monaco-list-row');

const offered = async (editor: EditorPage): Promise<string[]> => {
  await list(editor).first().waitFor();
  return list(editor).locator('.label-name').allInnerTexts();
};

/** The whole of the text pane, so that what is looked for is drawn. */
const opened = async (editor: EditorPage): Promise<void> => {
  await editor.openSample();
  await editor.page.getByRole('button', { name: '仅文本' }).click();
  await editor.page.locator('.codelens-decoration:not(:empty)').first().waitFor({ state: 'attached' });
};

/** Monaco parts what was typed into steps where a blank follows a word. */
const undone = async (editor: EditorPage): Promise<void> => {
  for (let steps = 0; steps < 5 && (await editor.text()) !== hubei; steps++) await editor.press('Control+z');
  expect(await editor.text()).toBe(hubei);
};

const wavy = ({ page }: EditorPage) => page.locator('.squiggly-error, .squiggly-warning, .squiggly-info');

inEditor('the text', (open) => {
  test('brackets by the thousand, signs that nobody sees, words without end: said, and undone', async () => {
    const editor = await open();
    await editor.drop(island, 'island.cme');
    const { page } = editor;
    await editor.goTo('text');
    await editor.press('Control+End');
    // Pasted at once, as Monaco takes it from the clipboard.
    await page.evaluate(
      (text) => {
        const { cmeEditor } = globalThis as unknown as Globals;
        cmeEditor.trigger('test', 'paste', { text, pasteOnNewLine: false, multicursorText: null });
      },
      `${'\u200b\ufeff'.repeat(50)}\n${'当 且 或 '.repeat(500)}\n${'（'.repeat(4000)}${'）'.repeat(4000)}`,
    );
    expect((await editor.text()).length).toBeGreaterThan(island.length + 6000);
    await editor.settled();
    await expecting(() => page.locator('.status').innerText()).toMatch(/\d+ 处错误/);
    // Beside a bracket an editor may look for its fellow, and count again with each that is typed.
    await page.keyboard.insertText('（');
    await editor.settled();
    for (let steps = 0; steps < 50 && (await editor.text()) !== island; steps++) await editor.press('Control+z');
    expect(await editor.text()).toBe(island);
  });

  test('after 当 offers what may stand there, and finds it by how it sounds', async () => {
    const editor = await open();
    await opened(editor);
    const { page } = editor;
    await put(editor, '授予 每 6 小时 1 学分| 当 参加者 且 时长 不少于 6 小时');
    await page.keyboard.insertText(' 按 ');
    expect(await offered(editor)).toContain('项目');
    await editor.press('Escape');
    await undone(editor);
    await put(editor, '授予 每 6 小时 1 学分 当 |参加者 且 时长 不少于 6 小时');
    await page.keyboard.type('gjj', { delay: 30 });
    await expecting(() => offered(editor)).toContain('国家级');
    await editor.press('Enter');
    expect(await editor.text()).toBe(
      hubei.replace(
        '授予 每 6 小时 1 学分 当 参加者 且 时长 不少于 6',
        '授予 每 6 小时 1 学分 当 国家级参加者 且 时长 不少于 6',
      ),
    );
  });

  test('a hover tells what a word means, what a name is, and the line in words', async () => {
    const editor = await open();
    await opened(editor);
    const { page } = editor;
    await put(editor, '授予 每 6 小时 1 学分 当 参|加者 且 时长 不少于 6 小时');
    await run(editor, 'editor.action.showHover');
    const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents');
    await expecting(async () => (await hover.allInnerTexts()).join(' ')).toContain('参加者');
    await editor.press('Escape');
    await put(editor, '授|予 每 6 小时 1 学分 当 参加者 且 时长 不少于 6 小时');
    await run(editor, 'editor.action.showHover');
    await expecting(async () => (await hover.allInnerTexts()).join(' ')).toMatch(/第十三条/);
  });

  test('a name is renamed wherever it stands, in one step; one of the baseline is refused', async () => {
    const editor = await open();
    await opened(editor);
    const { page } = editor;
    await put(editor, '授予 每 6 小时 1 学分 当 参|加者 且 时长 不少于 6 小时');
    await editor.press('F2');
    await page.getByText('这里没有可以改名的名称').first().waitFor();
    await put(editor, '口径 年中|变动 mid_year');
    await editor.press('F2');
    const box = page.locator('.rename-input');
    await box.fill('中途变动');
    await box.press('Enter');
    await expecting(() => editor.text()).toBe(hubei.replaceAll('年中变动', '中途变动'));
    await editor.press('Control+z');
    expect(await editor.text()).toBe(hubei);
  });

  test('a name of the baseline leads into it, to be looked at and not written in', async () => {
    const editor = await open();
    await opened(editor);
    const { page } = editor;
    await put(editor, '授予 每 6 小时 1 学分 当 参|加者 且 时长 不少于 6 小时');
    await editor.press('F12');
    await page
      .locator('.peekview-widget')
      .getByText(/national\.cme/)
      .first()
      .waitFor();
    await editor.press('Escape');
    expect(await editor.text()).toBe(hubei);
  });

  test('a quick fix removes exactly its finding', async () => {
    const editor = await open();
    await editor.drop(hubei.replace('当 参加者 且 时长 不少于 6 小时', '当 参加着 且 时长 不少于 6 小时'), 'hubei.cme');
    const { page } = editor;
    await page.getByRole('button', { name: '仅文本' }).click();
    await put(editor, '当 参加|着 且');
    await wavy(editor).first().waitFor();
    await editor.press('Control+.');
    await page.locator('.action-widget .action').first().waitFor();
    await editor.press('Enter');
    await expecting(() => editor.text()).toBe(hubei);
    await editor.settled();
    await expecting(() => wavy(editor).count()).toBe(0);
    await editor.press('Control+z');
    await wavy(editor).first().waitFor();
  });

  test('lenses, hints and colours stand beside the text, and sections fold', async () => {
    const editor = await open();
    await opened(editor);
    const { page } = editor;
    await put(editor, '条目 其他实践|活动');
    await page
      .locator('.codelens-decoration:visible', { hasText: /✓ 用例 \d+ 个通过/ })
      .first()
      .waitFor();
    await page.getByText('「实践活动」上限').first().waitFor();
    const weight = (words: string) =>
      page
        .locator('.view-line span span', { hasText: new RegExp(`^${words}$`) })
        .first()
        .evaluate((one) => getComputedStyle(one).fontWeight);
    // A declaration is told from a mention by meaning alone.
    await expecting(() => weight('其他实践活动')).toBe('700');
    await run(editor, 'editor.fold');
    await page
      .locator('.view-line', { hasText: '授予 每 6 小时 1 学分 当 参加者 且 时长 不少于 6 小时' })
      .waitFor({ state: 'detached' });
    await run(editor, 'editor.action.quickOutline');
    await page.locator('.quick-input-widget', { hasText: '省级社团学术活动' }).waitFor();
  });

  test('tidying is one step, and so are keywords in the other language', async () => {
    const editor = await open();
    const untidy = hubei.replace('授予 每 6 小时 1 学分 当', '授予 每６小时１学分当');
    await editor.drop(untidy, 'hubei.cme');
    const { page } = editor;
    await page.getByRole('button', { name: '整理格式' }).click();
    await expecting(() => editor.text()).toBe(hubei);
    await editor.settled();
    await editor.press('Control+z');
    await editor.settled();
    expect(await editor.text()).toBe(untidy);
    await page.getByRole('button', { name: '中 / En' }).click();
    await expecting(() => editor.text()).toMatch(/^ {2}language 1$/m);
    await editor.settled();
    await page.getByText('没有错误').waitFor();
    await page.getByRole('button', { name: '中 / En' }).click();
    await expecting(() => editor.text()).toBe(hubei);
    await page.getByRole('button', { name: '撤销', exact: true }).first().click();
    await expecting(() => editor.text()).toMatch(/^ {2}language 1$/m);
  });

  test('Chinese marks and wide figures are at home, and what cannot be seen is told of', async () => {
    const editor = await open();
    await opened(editor);
    const { page } = editor;
    await put(editor, '条目 其他实践活动|');
    await editor.press('End', 'Enter');
    const typed =
      '授予　每　１２　小时　１　学分　当　（级别　属于　国家级、省级）　且　时长　不少于　１２　小时　＃　（３）、「４」';
    await page.keyboard.insertText(typed);
    await editor.press('Escape');
    await editor.settled();
    expect(await page.locator('.squiggly-error, .unicode-highlight').count()).toBe(0);
    await run(editor, 'editor.action.formatDocument');
    const tidy = '  授予 每 12 小时 1 学分 当 （级别 属于 国家级、省级） 且 时长 不少于 12 小时  #　（３）、「４」';
    await expecting(async () => (await editor.text()).split('\n')).toContain(tidy);
    await put(editor, '  授予 每 12| 小时 1 学分');
    await page.keyboard.insertText('\u200b');
    await wavy(editor).first().waitFor();
    await editor.press('Control+.');
    await page.locator('.action-widget .action').first().waitFor();
    await editor.press('Enter');
    await expecting(async () => (await editor.text()).split('\n')).toContain(tidy);
  });

  test('while an input method writes, nothing is asked', async () => {
    const editor = await open();
    await opened(editor);
    const { page } = editor;
    const asked = () => page.evaluate(() => (globalThis as unknown as Globals).cmeService.asked);
    await put(editor, '授予 每 6 小时 1 学分 当 |参加者 且 时长 不少于 6 小时');
    await page.waitForTimeout(900);
    const cdp = await editor.cdp();
    const compose = (text: string) =>
      cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await compose('g');
    const before = await asked();
    for (const text of ['gu', 'guo', 'guo j', 'guo jia']) {
      await compose(text);
      await page.waitForTimeout(250);
    }
    expect(await asked()).toBe(before);
    await cdp.send('Input.insertText', { text: '国家' });
    await expecting(() => offered(editor)).toContain('国家级');
    expect(await asked()).toBeGreaterThan(before);
  });
});
