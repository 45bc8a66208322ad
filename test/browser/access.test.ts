/** By keyboard alone, by ear, enlarged, without colour: every screen, as the list of screens has it. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tasks } from '../../editor/help/tasks.ts';
import { type EditorPage, hubei, inEditor } from './support/editor.ts';
import { screens } from './support/screens.ts';

const LONG = process.env.CME_LONG === '1';

/** Examples that fail, and rules that can be reckoned with. */
const failing = hubei.replace('上限 每项目 10 学分', '上限 每项目 8 学分');
/** With an error and a warning besides. */
const faulty = failing.replace('时长 少于 3 小时', '时长 少于 4 小时');

async function visit({ page }: EditorPage, id: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#/${to}`;
  }, id);
  await page.locator('main > section, main > div > section, main > *:not(.notices)').first().waitFor();
  await page.waitForFunction(() => document.querySelector('main')?.textContent !== '');
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 150))));
}

/** Whatever is clicked and is no word of a sentence is at least 24 high and wide; what a drawing leads to, a table does too. */
const small = ({ page }: EditorPage): Promise<string[]> =>
  page.evaluate(() => {
    const inSentence = (one: Element) =>
      getComputedStyle(one).display === 'inline' &&
      [...(one.parentElement?.childNodes ?? [])].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
    return [...document.querySelectorAll('button, a[href], input, select, textarea, [role="button"], [role="tab"]')]
      .filter((one) => !one.closest('.monaco-editor, svg') && !inSentence(one) && one.checkVisibility())
      .filter((one) => {
        const { width, height } = one.getBoundingClientRect();
        return Math.min(width, height) < 24 && width > 1;
      })
      .map((one) => {
        const { width, height } = one.getBoundingClientRect();
        return `${one.outerHTML.slice(0, 120)} ${width}×${height}`;
      });
  });

/** Each sign of a severity has a mark of its own, and words beside it or of its own. */
const bare = ({ page }: EditorPage): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.sg.err, .sg.warn, .sg.info, .sg.ok')]
      .filter((one) => one.checkVisibility())
      .filter((one) => {
        const mark = one.textContent?.trim() ?? '';
        const words =
          one.getAttribute('aria-label') ?? one.closest('button, li, div, p, td, span:not(.sg)')?.textContent;
        return mark === '' || (words ?? '').replace(mark, '').trim() === '';
      })
      .map((one) => one.parentElement?.outerHTML.slice(0, 200) ?? ''),
  );

const sideways = ({ page }: EditorPage): Promise<string | null> =>
  page.evaluate(() => {
    const wide = [document.documentElement, document.body, document.querySelector('main')].find(
      (one) => one !== null && one.scrollWidth > one.clientWidth,
    );
    return wide ? `${wide.tagName} ${wide.scrollWidth} > ${wide.clientWidth}` : null;
  });

test('help names buttons and places as the screens do', () => {
  const words = new URL('../../editor/words/', import.meta.url);
  const said = readdirSync(words)
    .map((file) => readFileSync(new URL(file, words), 'utf8'))
    .join('');
  const named = tasks.flatMap(({ steps }) => steps.zh.flatMap((step) => [...step.matchAll(/「([^」]+)」/g)]));
  expect(named.length).toBeGreaterThan(20);
  for (const [, name = ''] of named) expect(said).toContain(name);
});

inEditor('for everyone', (open) => {
  test('every screen: axe finds nothing in light, dark and forced colours; targets; signs with words', {
    timeout: 300_000,
  }, async () => {
    const editor = await open();
    const { page } = editor;
    const found: string[] = [];
    const look = async (id: string, of: () => Promise<void> = async () => {}) => {
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
      await visit(editor, id);
      await of();
      await editor.settled();
      const note = (how: string, faults: readonly string[]) =>
        found.push(...faults.map((one) => `${id} ${how}: ${one}`));
      note('light', await editor.axe());
      note('size', await small(editor));
      note('sign', await bare(editor));
      // The same parts in other colours: a short run looks at what hangs on colours.
      const rules = LONG ? 'all' : 'colours';
      await page.emulateMedia({ colorScheme: 'dark' });
      note('dark', await editor.axe(rules));
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
      note('forced', await editor.axe(rules));
    };
    const someone = async () => {
      await page.getByRole('button', { name: '看一个示例' }).first().click();
      await page.locator('.ladder, table').first().waitFor();
    };
    const checked = () => page.locator('.release .check').first().waitFor();
    const shown: Readonly<Record<string, () => Promise<void>>> = { explain: someone, release: checked };
    await editor.drop(failing, 'hubei.cme');
    for (const { id } of screens) await look(id, shown[id]);
    await visit(editor, 'start');
    await editor.drop(faulty, 'hubei.cme');
    for (const id of ['edit', 'problems']) await look(id);
    expect(found).toEqual([]);
  });

  test('help: each of its parts', async () => {
    const editor = await open();
    await visit(editor, 'help');
    for (const part of ['设置', '怎么做', '快捷键', '诊断信息']) {
      await editor.page.getByRole('button', { name: part, exact: true }).click();
      expect([part, await editor.axe(), await small(editor)]).toEqual([part, [], []]);
    }
  });

  test('320 px wide, and 1366×768 at 200 %: no page scrolls sideways', async () => {
    const editor = await open();
    await editor.drop(faulty, 'hubei.cme');
    const found: string[] = [];
    for (const [width, height] of [
      [320, 640],
      [683, 384],
    ] as const) {
      await editor.page.setViewportSize({ width, height });
      for (const { id } of screens) {
        await visit(editor, id);
        const wide = await sideways(editor);
        if (wide) found.push(`${id} at ${width}: ${wide}`);
      }
    }
    expect(found).toEqual([]);
  });

  test('the whole way by keyboard: open, change a cap, see every screen, save', { timeout: 300_000 }, async () => {
    const editor = await open();
    const { page } = editor;
    const tabTo = async (what: string, where: string, key = 'Tab'): Promise<void> => {
      for (let n = 0; n < 120; n++) {
        await page.keyboard.press(key);
        const there = await page.evaluate(
          ([words, inside]) => {
            const at = document.activeElement;
            return at?.closest(inside ?? '') != null && (at.textContent ?? '').includes(words ?? '');
          },
          [what, where],
        );
        if (there) return;
      }
      throw new Error(`the keyboard does not reach ${what}`);
    };
    const focusIn = (where: string) =>
      page.evaluate((inside) => document.activeElement?.closest(inside) != null, where);

    await tabTo('看示例', '.start');
    await editor.press('Enter');
    await editor.ready();
    await tabTo('继续医学教育项目', '.tree');
    await editor.press('Enter');
    await editor.settled();
    await editor.goTo('table');
    for (let n = 0; n < 60; n++) {
      const stop = await page.locator('textarea.cellbox').getAttribute('aria-label');
      if (stop?.includes('10')) break;
      await editor.press('Tab');
    }
    await page.keyboard.type('8');
    await editor.press('Enter');
    await editor.settled();
    const changed = hubei.replace('上限 每项目 10 学分', '上限 每项目 8 学分');
    expect(await editor.text()).toBe(changed);
    // What came of it is announced.
    const live = page.locator('output, [role="status"], [aria-live]');
    await expect.poll(async () => (await live.allInnerTexts()).join(' ')).toMatch(/8 学分.*个用例失败/s);

    await editor.goTo('text');
    await expect.poll(() => page.locator('.status').innerText()).toContain('Ctrl+M');
    await editor.press('Control+m', 'Tab');
    expect(await focusIn('[data-pane="text"]')).toBe(false);

    for (const { id, place } of screens) {
      if (!place && id !== 'help') continue;
      await tabTo('', `.top a[href="#/${id}"]`, 'Shift+Tab');
      await editor.press('Enter');
      await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#/${id}`);
      await page.waitForFunction(() => document.querySelector('main')?.textContent !== '');
      // Nothing on a screen holds the focus for good.
      const held = new Set<string>();
      for (let n = 0; n < 6; n++) {
        await editor.press('Tab');
        held.add(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300) ?? ''));
      }
      expect(held.size, id).toBeGreaterThan(1);
    }
    const coming = page.waitForEvent('download');
    await editor.press('Control+s');
    expect(readFileSync(await (await coming).path(), 'utf8')).toBe(changed);
    await expect.poll(async () => (await live.allInnerTexts()).join(' ')).toContain('已保存');
  });
});
