/** LibreOffice, where there is one: what it makes of our files. What is not tried without it is said aloud. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';

export function hasOffice(): boolean {
  const there = spawnSync('soffice', ['--version'], { encoding: 'utf8' }).status === 0;
  if (!there) console.warn('\n!! no LibreOffice (soffice) was found: that it opens our Word files is NOT tried.\n');
  return there;
}

/** Its spreadsheet is a part of its own: what has only the word processor cannot make a workbook of two cells. */
export function hasCalc(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'cme-calc-'));
  try {
    writeFileSync(join(folder, 'probe.csv'), 'a,b\n');
    convert(folder, 'probe.csv', 'xlsx');
    const there = existsSync(join(folder, 'probe.xlsx'));
    if (!there) console.warn('\n!! no LibreOffice Calc was found: that it opens our workbooks is NOT tried.\n');
    return there;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The file of the folder as another kind, beside it; `filter` as `--convert-to` takes it, its ending first. */
export function converted(folder: string, name: string, filter: string): Buffer {
  const done = convert(folder, name, filter);
  expect(done.status, done.stderr).toBe(0);
  return readFileSync(join(folder, name.replace(/\.\w+$/, `.${filter.split(':')[0]}`)));
}

function convert(folder: string, name: string, filter: string) {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
  const args = ['--headless', profile, '--convert-to', filter, '--outdir', folder, join(folder, name)];
  return spawnSync('soffice', args, { encoding: 'utf8', timeout: 60_000 });
}
