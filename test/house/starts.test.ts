/** The start files of the desktop zip, as closely as they can be tried without their system. */
import { expect, test } from 'vitest';
import { linux, notes, windows } from '../../scripts/desktop/starts.ts';

test('cmd.exe: its line ends, no mark before the first line, plain signs before the code page is set', () => {
  const [text = ''] = Object.values(windows);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\uFEFF]/);
  const lines = text.trimEnd().split('\r\n');
  const set = lines.indexOf('chcp 65001 >nul');
  expect(set).toBeGreaterThan(0);
  for (const line of lines.slice(0, set + 1)) expect(line).toMatch(/^[\x20-\x7e]+$/);
  // A folder with blanks, brackets, & or Chinese in its name stands in quotes, and in no bracket.
  for (const line of lines) {
    expect(line.replaceAll('"%~dp0"', '')).not.toContain('%~');
    expect(line).not.toMatch(/^\s*\)|\($/);
    // What is echoed holds no sign that cmd takes for itself.
    if (line.includes('echo ')) expect(line.slice(line.indexOf('echo ') + 5)).not.toMatch(/[&|<>^%()"]/);
  }
  // It runs its own Node, and says so where the zip was not unpacked.
  expect(lines.filter((line) => line.startsWith('.\\node.exe '))).toEqual(['.\\node.exe dist\\cli.js edit rules %*']);
  expect(lines.findIndex((line) => line.includes('exit /b'))).toBeLessThan(
    lines.findIndex((line) => line.startsWith('.')),
  );
});

test('sh: its line ends; the notes open in Notepad as Chinese', () => {
  for (const text of Object.values(linux)) expect(text).not.toContain('\r');
  expect(notes.startsWith('\uFEFF')).toBe(true);
  expect(notes.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const name of [...Object.keys(windows), '开始.desktop', '开始.sh']) expect(notes).toContain(name);
});
