/** What tests of the screens of findings, clauses and examples do in the editor. */
import { expect } from 'vitest';
import type { EditorPage } from './editor.ts';

export { broken, clashing, island } from '../../support/island.ts';

export const go = async ({ page }: EditorPage, place: string): Promise<void> => {
  await page.locator('.nav').getByRole('link', { name: place }).click();
};

/** Opens a text and goes to a screen, without waiting for the text pane, which these screens do not need. */
export const openAt = async (editor: EditorPage, text: string, place: string): Promise<void> => {
  const { page } = editor;
  await page.evaluate(() => {
    location.hash = '#/start';
  });
  await page.locator('.start').waitFor();
  await page.evaluate((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'island.cme'));
    dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, text);
  await page.locator('.edit').waitFor();
  await go(editor, place);
  await calm(editor);
};

/** What is to come of it, sooner or later: other tests run beside this one. */
export const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 10_000 });

/** Checked and tried, whatever screen is shown. */
export const calm = async ({ page }: EditorPage): Promise<void> => {
  await page.waitForFunction(() => document.querySelector('.status')?.getAttribute('data-current') === 'true');
};

/** The text as it stands, read where it is shown. */
export const textOf = async (editor: EditorPage): Promise<string> => {
  await go(editor, '编辑');
  await editor.page.locator('.monaco-editor .view-line').first().waitFor();
  return editor.text();
};
