// A roster of a million records in the editor, in Chromium: what the main thread has to bear, how long it takes, how much
// memory it needs, and whether it comes to the same as the command line. `node scripts/run.mjs scripts/bench-roster.ts`;
// `--quick` takes a twentieth of it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { Counter, openRoster, rosterOf } from '../src/data/index.ts';
import { compile, evaluator } from '../src/index.ts';
import { launch } from '../test/browser/support/browser.ts';
import { builtEditor } from '../test/browser/support/build.ts';
import { serve } from '../test/browser/support/serve.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');
/** Of a task of the main thread, while people are read and judged. */
const LONGEST_MS = 200;
const RECORDS = process.argv.includes('--quick') ? 50_000 : 1_000_000;

/** The invented people of the sample, again and again under other ids, till there are so many records. */
function rosterFile(records: number): string {
  const [head = '', ...rows] = read('rules/samples/hubei-2025.csv').trim().split(/\r?\n/);
  const lines = [head];
  for (let round = 0; lines.length <= records; round++) {
    for (const row of rows) {
      if (lines.length > records) break;
      const cells = row.split(',');
      cells[0] = `${cells[0]}-${round}`;
      if (cells[6]) cells[6] = `r${lines.length}`;
      lines.push(cells.join(','));
    }
  }
  const folder = `${root}.cache/bench`;
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/roster-${records}.csv`;
  if (!existsSync(file)) writeFileSync(file, `${lines.join('\r\n')}\r\n`);
  return file;
}

/** As the command line does it: practitioner by practitioner. */
function byCommandLine(file: string): { readonly summary: Counter['summary']; readonly seconds: number } {
  const start = performance.now();
  const library = [{ file: 'national.cme', text: read('rules/national.cme') }];
  const { plan } = compile({ file: 'hubei.cme', text: read('rules/hubei.cme') }, { library, findings: 'errors' });
  if (plan === null) throw new Error('the rules do not compile');
  const { roster } = rosterOf(openRoster(readFileSync(file), file), plan);
  const judge = evaluator(plan);
  const counter = new Counter();
  for (const entry of roster?.entries ?? []) counter.add(judge(entry.person(), 2025).result);
  return { summary: counter.summary, seconds: (performance.now() - start) / 1000 };
}

const watching = `
  globalThis.long = [];
  new PerformanceObserver((list) => { for (const one of list.getEntries()) long.push(one.duration); }).observe({ type: 'longtask' });
`;

/** What a process of the browser has needed at most, where the system tells: in megabytes. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function renderers(browser: Browser): Promise<number[]> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

const numbers = (text: string): number[] =>
  [...text.matchAll(/[\d,]+(?:\.\d+)?/g)].map(([all]) => Number(all.replaceAll(',', '')));

/** Whether the main thread stayed free, and the totals are the command line's. */
export async function benchRoster(): Promise<boolean> {
  const file = rosterFile(RECORDS);
  const known = byCommandLine(file);
  const host = await serve(await builtEditor());
  const browser = await launch();
  try {
    const page = await (
      await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } })
    ).newPage();
    page.setDefaultTimeout(300_000);
    await page.addInitScript({ content: watching });
    await page.goto(host.url);
    await page.getByRole('button', { name: /看示例/ }).click();
    await page.locator('.tree .entry').first().waitFor();
    await page.getByRole('link', { name: '名册测算' }).click();
    await page.locator('.rosterfile').waitFor();
    await page.waitForTimeout(3000);
    await page.evaluate('long.length = 0');
    const [read_, judged] = await measure(page, file);
    const long = await page.evaluate<number[]>('long');
    const pids = await renderers(browser);
    const memory = Math.max(...pids.map(peakOf));
    const { summary } = known;
    const cards = await page.locator('.kpis > div').allInnerTexts();
    const shown = cards.map(numbers);
    const [, met] = shown[0] ?? [];
    const [unmet] = shown[1] ?? [];
    const [exempt] = shown[3] ?? [];
    const same = met === summary.met && unmet === summary.unmet && exempt === summary.exempt;
    const longest = Math.max(0, ...long);
    tell(
      longest <= LONGEST_MS,
      `roster of ${RECORDS.toLocaleString('en')} records: longest task of the main thread`,
      `${longest.toFixed(0)} ms (goal ${LONGEST_MS})`,
    );
    tell(true, 'read, and columns matched', `${(read_ / 1000).toFixed(1)} s`);
    tell(
      true,
      'everybody judged and counted',
      `${(judged / 1000).toFixed(1)} s (command line, all in all: ${known.seconds.toFixed(1)} s)`,
    );
    tell(memory < 3000, 'memory of the tab at its highest', `${memory.toFixed(0)} MB`);
    tell(same, 'the same totals as the command line', JSON.stringify(summary));
    tell(true, 'a cap tried on all of them', `${((await tried(page)) / 1000).toFixed(1)} s`);
    const stopped = await stops(page, file);
    tell(
      Math.max(...stopped) < 1000,
      '「停止」 while reading, while judging',
      stopped.map((one) => `${one.toFixed(0)} ms`).join(', '),
    );
    return same && longest <= LONGEST_MS && Math.max(...stopped) < 1000;
  } finally {
    await browser.close();
    host.close();
  }
}

async function measure(page: Page, file: string): Promise<[number, number]> {
  const start = performance.now();
  await page.locator('.rosterfile input[type=file]').setInputFiles(file);
  await page.locator('.rostercols').waitFor();
  const read_ = performance.now();
  await page.getByRole('button', { name: '开始测算' }).click();
  await page.locator('.kpis').waitFor();
  return [read_ - start, performance.now() - read_];
}

/** From the new number to what it does. */
async function tried(page: Page): Promise<number> {
  await page.getByRole('combobox', { name: /选一个上限/ }).click();
  await page.keyboard.type('有计划的自学 上限 每年 10');
  await page.keyboard.press('Enter');
  await page.locator('.turn input').fill('12');
  const start = performance.now();
  await page.keyboard.press('Enter');
  await page.locator('.try table').waitFor();
  return performance.now() - start;
}

/** From the button to the screen before. */
async function stops(page: Page, file: string): Promise<[number, number]> {
  const stop = async (shown: string): Promise<number> => {
    await page.getByRole('button', { name: '停止' }).waitFor();
    await page.waitForTimeout(400);
    const start = performance.now();
    await page.getByRole('button', { name: '停止' }).click();
    await page.locator(shown).waitFor();
    return performance.now() - start;
  };
  await page.getByRole('button', { name: '换名册' }).click();
  await page.locator('.rosterfile input[type=file]').setInputFiles(file);
  const reading = await stop('.rosterfile');
  await page.locator('.rosterfile input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: '开始测算' }).click();
  return [reading, await stop('.rostermatch')];
}

function tell(good: boolean, what: string, value: string): void {
  console.log(`${good ? '✓' : '✕'} ${what.padEnd(60)} ${value}`);
}

if (process.argv[1]?.endsWith('bench-roster.ts')) await benchRoster();
