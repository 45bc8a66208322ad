import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cme, folder, root } from './cme.ts';

const sample = join(root, 'rules/samples/two-class.cme');

test('rules are printed as Markdown and as HTML, in the language that is asked for', async () => {
  const zh = await cme(['export', sample, '--to', 'markdown'], { cwd: root });
  expect(zh).toMatchObject({ code: 0, stderr: '' });
  expect(zh.stdout).toContain('\n## 二、学分标准\n');
  const en = await cme(['export', sample, '--to', 'html', '--lang', 'en'], { cwd: root });
  expect(en.code).toBe(0);
  expect(en.stdout).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(en.stdout).toContain('<h2>2 What earns credits</h2>');
});

test('a Word file goes into a file, never to the screen', async () => {
  const cwd = folder();
  const refused = await cme(['export', sample, '--to', 'docx'], { cwd });
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toContain('--out rules.docx');
  for (const out of ['a.docx', 'b.docx']) {
    expect((await cme(['export', sample, '--to', 'docx', '--out', out], { cwd })).code).toBe(0);
  }
  const [a, b] = ['a.docx', 'b.docx'].map((name) => readFileSync(join(cwd, name)));
  expect(a?.subarray(0, 2).toString()).toBe('PK');
  expect(a?.equals(b ?? Buffer.of())).toBe(true);
});
