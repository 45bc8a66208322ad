import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { compile } from '../../src/index.ts';
import { docxOf } from '../../src/print/docx.ts';
import { type Doc, rulesDoc } from '../../src/print/index.ts';
import { converted, hasOffice } from '../support/office.ts';

const sample = join(import.meta.dirname, '../../rules/samples/five-year.cme');

const docOf = (): Doc => {
  const entry = { file: 'five-year.cme', text: readFileSync(sample, 'utf8') };
  const doc = rulesDoc(compile(entry, { findings: 'errors' }), 'zh');
  if (!doc) throw new Error('the sample does not compile');
  return doc;
};

const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));

test('East Asian faces, A4, repeated heads and page numbers stand in the Word file', async () => {
  const parts = partsOf(await docxOf(docOf()));
  const styles = parts['word/styles.xml'] ?? '';
  for (const face of ['宋体', '仿宋', '黑体', '楷体']) expect(styles).toContain(`w:eastAsia="${face}"`);
  expect(styles).toMatch(/<w:lang [^>]*w:eastAsia="zh-CN"/);
  const body = parts['word/document.xml'] ?? '';
  expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  const tables = body.match(/<w:tbl>/g)?.length ?? 0;
  expect(tables).toBeGreaterThan(10);
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(tables);
  expect(Object.entries(parts).find(([path]) => path.startsWith('word/footer'))?.[1]).toContain('PAGE');
});

test('it says nothing of when it was made: the same rules are the same bytes', async () => {
  const first = await docxOf(docOf());
  const parts = partsOf(first);
  expect(parts['docProps/core.xml']).not.toMatch(/created|modified|creator|20\d\d-/);
  // Every entry of the zip file is dated 1980-01-01.
  const view = new DataView(first.buffer, first.byteOffset, first.byteLength);
  const entries = [...first.keys()].filter((at) => at + 4 < first.length && view.getUint32(at, true) === 0x04034b50);
  expect(entries.length).toBeGreaterThan(5);
  for (const at of entries) expect(view.getUint32(at + 10, true)).toBe(0x0021 << 16);
  expect(Buffer.from(await docxOf(docOf())).equals(Buffer.from(first))).toBe(true);
});

test('what no XML may hold does not break it', async () => {
  const hostile = '\u0000\u000b<w:p>&"\'\ud800 \u202e甲';
  const doc: Doc = {
    lang: 'zh',
    title: hostile,
    subtitle: hostile,
    blocks: [
      { kind: 'heading', level: 1, text: hostile, aside: hostile },
      { kind: 'paragraph', tone: 'note', text: hostile },
      { kind: 'table', columns: [{ head: hostile, share: 1 }], rows: [[`${hostile}\n${hostile}`]] },
    ],
  };
  const parts = partsOf(await docxOf(doc));
  for (const path of ['word/document.xml', 'docProps/core.xml']) {
    expect(parts[path]).toContain('&lt;w:p&gt;&amp;');
    expect(parts[path]?.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cs}|\u202e/u);
  }
});

test.skipIf(!hasOffice())(
  'LibreOffice opens it and makes pages of it',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cme-docx-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'rules.docx'), await docxOf(docOf()));
    const pdf = converted(folder, 'rules.docx', 'pdf').toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(1);
  },
  90_000,
);
