/** Opens a file: from here on there is one text, and everything shown follows it. */

import { BrowserFiles } from '../files/browser.ts';
import type { Files, OpenFile } from '../files/files.ts';
import { engine } from './engine.ts';
import { go } from './route.ts';
import { nothing, session } from './session.ts';
import { RuleText } from './text.ts';

export const files: Files = new BrowserFiles();

export async function open(file: OpenFile): Promise<void> {
  const text = new RuleText(file.text);
  text.subscribe((change) => {
    if (session.get().text !== text) return;
    session.set({ version: text.version, composing: text.composing, dirty: text.text !== session.get().saved });
    engine.hear(text, change);
  });
  session.set({ ...nothing, file, text, saved: file.text, monaco: session.get().monaco });
  const library = await files.library();
  engine.open(
    { file: file.entry.name, text: file.text },
    library.filter((one) => one.file !== file.entry.name),
  );
  go('edit');
}

export async function save(): Promise<void> {
  const { file, text } = session.get();
  if (file === null || text === null || text.composing) return;
  const written = text.text;
  const saved = await files.save(file, written);
  if (session.get().text !== text || saved.done === 'cancelled') return;
  if (saved.done === 'changed') {
    session.set({
      notice: {
        tone: 'bad',
        zh: `${file.entry.name} 已被别的程序改过，没有覆盖。请另存一份再核对`,
        en: `${file.entry.name} has been changed by another program and was not overwritten; save a copy and compare`,
      },
    });
    return;
  }
  if (saved.done === 'saved') session.set({ file: { ...file, entry: saved.entry, hash: saved.hash } });
  session.set({
    saved: written,
    dirty: text.text !== written,
    notice: { tone: 'good', zh: `已保存 ${file.entry.name}`, en: `saved ${file.entry.name}` },
  });
}

addEventListener('beforeunload', (event) => {
  if (session.get().dirty) event.preventDefault();
});
