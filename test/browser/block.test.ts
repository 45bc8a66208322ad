/** A block of cells: selected with Shift, copied as a spreadsheet takes it, and put back as it was. */
import { expect, test } from 'vitest';
import { type EditorPage, hubei, inEditor } from './support/editor.ts';

const clipboard = (editor: EditorPage, kind: 'copy' | 'paste', held = ''): Promise<string> =>
  editor.page.evaluate(
    ([type, text]) => {
      const data = new DataTransfer();
      if (type === 'paste') data.setData('text/plain', text ?? '');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent(type ?? '', { clipboardData: data, bubbles: true, cancelable: true }),
      );
      return data.getData('text/plain');
    },
    [kind, held],
  );

inEditor('block', (open) => {
  test('copied out and pasted back a table stays as it is, and goes into another place whole', async () => {
    const editor = await open();
    await editor.openSample();
    await editor.sheet('有计划的自学');
    await editor.settled();
    const first = editor.stop('国际权威刊物', '国际权威刊物');
    await first.click();
    await editor.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown');
    expect(await clipboard(editor, 'copy')).toBe(
      '国际权威刊物\t独立作者、第一作者、通讯作者\t10\n国际权威刊物\t其他作者\t9',
    );
    await editor.press('Control+a');
    const whole = await clipboard(editor, 'copy');
    expect(whole.split('\n').length).toBeGreaterThan(3);
    await clipboard(editor, 'paste', whole);
    await editor.settled();
    expect(await editor.text()).toBe(hubei);

    await first.click();
    await editor.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown');
    await clipboard(editor, 'paste', '国内正式刊物\t其他作者\t4\n国内正式刊物\t其他作者\t3');
    await editor.settled();
    const rows = (await editor.text())
      .split('\n')
      .filter((line) => /\| 国内正式刊物 +\| 其他作者 +\| [34] +\|/.test(line));
    expect(rows).toHaveLength(2);
    await editor.press('Control+z');
    await editor.settled();
    expect(await editor.text()).toBe(hubei);
  });
});
