import { expect, test } from 'vitest';
import { Random } from '../support/random.ts';
import { inFolder } from './support/folder.ts';

const KILLS = process.env.CME_LONG === '1' ? 30 : 3;

inFolder('files, drafts and versions', (visit) => {
  test('a file of the folder is opened, changed by a number, and saved with nothing else touched', async () => {
    const editor = await visit();
    const before = editor.read('hubei.cme');
    await editor.open('湖北');
    await editor.over('上限 每项目 10 学分', '上限 每项目 8 学分');
    await editor.page.keyboard.press('Control+s');
    await editor.page.getByText('已保存 hubei.cme').waitFor();
    expect(editor.read('hubei.cme')).toBe(before.replace('每项目 10', '每项目 8'));
  });

  test('a tab that dies at any moment leaves a draft no older than two seconds', { timeout: 240_000 }, async () => {
    const random = new Random(Number(process.env.CME_SEED));
    const editor = await visit();
    for (let n = 0; n < KILLS; n++) {
      if (n > 0) await editor.visit();
      await editor.open('国家');
      const typed: { readonly mark: string; readonly at: number }[] = [];
      const until = Date.now() + random.int(1200, 3500);
      while (Date.now() < until) {
        const mark = `第${n}轮${typed.length}次`;
        await editor.over(typed.at(-1)?.mark ?? '# 国家基线', mark);
        typed.push({ mark, at: Date.now() });
        await editor.page.waitForTimeout(random.int(50, 400));
      }
      const killed = Date.now();
      await editor.page.close({ runBeforeUnload: false });
      await editor.visit();
      await editor.open('国家');
      await editor.page.locator('.bar').getByRole('button', { name: '恢复' }).first().click();
      const text = await editor.text();
      const last = typed.findLast(({ mark }) => text.includes(mark));
      const due = typed.findLast(({ at }) => at <= killed - 2000);
      if (due) expect(last?.at).toBeGreaterThanOrEqual(due.at);
      expect(editor.read('national.cme')).not.toContain('轮');
      await editor.page.close({ runBeforeUnload: false });
    }
    await editor.visit();
  });

  test('a draft is looked at, and goes when it is discarded', async () => {
    const editor = await visit();
    await editor.open('湖北');
    await editor.over('上限 每项目 10 学分', '上限 每项目 8 学分');
    await editor.page.locator('.status').getByText('已存草稿').waitFor();
    await editor.page.close({ runBeforeUnload: false });
    await editor.visit();
    await editor.page.locator('.known').getByText('有未保存草稿').waitFor();
    await editor.open('湖北');
    const bar = editor.page.locator('.bar');
    await bar.getByText('改动 1 处').waitFor();
    await bar.getByRole('button', { name: '查看' }).click();
    await editor.page.locator('.sides').getByText('条目 国家和省级项目').first().waitFor();
    await editor.page.keyboard.press('Escape');
    await bar.getByRole('button', { name: '放弃' }).click();
    await bar.waitFor({ state: 'detached' });
    await editor.page.reload();
    await editor.page.locator('.known li').first().waitFor();
    expect(await editor.page.locator('.known').getByText('有未保存草稿').count()).toBe(0);
  });

  test('a file that another changed meanwhile is put together by rule, and nothing is lost', async () => {
    const editor = await visit();
    const before = editor.read('hubei.cme');
    await editor.open('湖北');
    await editor.over('上限 每项目 10 学分', '上限 每项目 8 学分');
    const theirs = before.replace('每项目 10', '每项目 12').replace('上限 每年 15 学分', '上限 每年 16 学分');
    editor.write('hubei.cme', theirs);
    await editor.page.keyboard.press('Control+s');
    const sides = editor.page.locator('.sides');
    await sides.first().waitFor();
    expect(await sides.locator('pre').allInnerTexts()).toEqual([
      expect.stringContaining('每项目 8'),
      expect.stringContaining('每项目 12'),
      expect.stringContaining('每项目 8'),
    ]);
    await editor.page.getByRole('button', { name: '取消' }).click();
    expect(editor.read('hubei.cme')).toBe(theirs);
    await editor.page.keyboard.press('Control+s');
    await sides.getByRole('button', { name: '用文件中的' }).click();
    await editor.page.getByRole('button', { name: '保存合并结果' }).click();
    await editor.page.getByText('已保存 hubei.cme').waitFor();
    expect(editor.read('hubei.cme')).toBe(theirs);
    await editor.page.keyboard.press('Control+z');
    await editor.page.waitForFunction(() =>
      (globalThis as unknown as { cmeEditor: { getValue(): string } }).cmeEditor.getValue().includes('每项目 8'),
    );
  });

  test('a file that was deleted meanwhile: nothing is taken for deleted here, and it is written anew when asked', async () => {
    const editor = await visit();
    await editor.open('湖北');
    await editor.over('上限 每项目 10 学分', '上限 每项目 8 学分');
    const mine = await editor.text();
    editor.remove('hubei.cme');
    await editor.page.keyboard.press('Control+s');
    await editor.page.getByText('hubei.cme 已经不在原来的地方').waitFor();
    await editor.page.getByRole('button', { name: '取消' }).click();
    expect(editor.has('hubei.cme')).toBe(false);
    expect(await editor.text()).toBe(mine);
    await editor.page.keyboard.press('Control+s');
    await editor.page.getByRole('button', { name: '重新写入' }).click();
    await editor.page.getByText('已保存 hubei.cme').waitFor();
    expect(editor.read('hubei.cme')).toBe(mine);
  });

  test('a browser that refuses storage is said, with a way out', async () => {
    const editor = await visit(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('refused', 'SecurityError');
      };
    });
    await editor.open('湖北');
    const bar = editor.page.getByRole('alert');
    await bar.getByText('浏览器不让保存草稿').waitFor();
    const coming = editor.page.waitForEvent('download');
    await bar.getByRole('button', { name: '下载一份' }).click();
    expect((await coming).suggestedFilename()).toBe('hubei.cme');
  });

  test('versions are kept only when asked, compared, looked at, and put back as one step', {
    timeout: 60_000,
  }, async () => {
    const editor = await visit();
    await editor.open('湖北');
    const versions = async () => {
      await editor.page.locator('button.file').click();
      await editor.page.getByRole('menuitem', { name: '版本历史' }).click();
    };
    await versions();
    await editor.page.getByText('会在文件夹里建一个 git 仓库').waitFor();
    await editor.page.getByLabel('改了什么').fill('起点');
    await editor.page.getByLabel('谁存的').fill('张某');
    await editor.page.getByRole('button', { name: '存为一版' }).click();
    await editor.page.locator('.versions li').first().waitFor();
    await editor.page.keyboard.press('Escape');
    const before = await editor.text();
    await editor.over('上限 每项目 10 学分', '上限 每项目 8 学分');
    // A kept version may stand on a side of the comparison, and what is found goes out as a Word file.
    await editor.page.locator('.nav').getByRole('link', { name: '版本对比' }).click();
    await editor.page
      .getByLabel('原来的一边')
      .selectOption(
        await editor.page.getByLabel('原来的一边').locator('option', { hasText: '起点' }).getAttribute('value'),
      );
    await editor.page.getByText(/与「湖北 2025（起点）」相比.*收紧 1 处/).waitFor();
    const coming = editor.page.waitForEvent('download');
    await editor.page.getByRole('button', { name: '导出对比说明（Word）' }).click();
    expect((await coming).suggestedFilename()).toBe('对比说明.docx');
    await editor.page.locator('.nav').getByRole('link', { name: '编辑' }).click();
    await versions();
    await editor.page.locator('.versions').getByRole('button', { name: '查看' }).click();
    await editor.page.getByRole('button', { name: '换回这一版' }).click();
    await expect.poll(() => editor.text(), { timeout: 15_000 }).toBe(before);
  });

  test('a new province is a file of its own, sound and saved', async () => {
    const editor = await visit();
    const { page } = editor;
    await page.getByRole('button', { name: /从国家规则新建/ }).click();
    await page.getByLabel('省名').fill('湖南');
    await page.getByLabel('代码').fill('hunan');
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await page.getByText(/与表格一致/).waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText('已保存 hunan.cme').waitFor();
    expect(editor.read('hunan.cme')).toContain('规则 湖南 hunan 版本');
  });
});
