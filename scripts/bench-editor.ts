// How fast the editor is in Chromium, beside its goals: `npm run bench:editor`. Times are of this machine, which had better
// have nothing else to do: what else ran is told by its load. `--quick` measures fewer rounds, and no file ten times as long.
import { cpus, loadavg } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../test/browser/support/browser.ts';
import { builtEditor } from '../test/browser/support/build.ts';
import { serve } from '../test/browser/support/serve.ts';
import { texts } from '../test/support/hubeiRules.ts';
import { hubeiTimes } from '../test/support/manifold.ts';

const quick = process.argv.includes('--quick');
const [COLD, KEYS, BREAKS] = quick ? [3, 60, 4] : [5, 200, 12];
/** How long the editor waits for another key before it looks at the text. */
const PAUSE_MS = 110;

const ms = (value: number): string => `${value.toFixed(0)} ms`;
const tell = (what: string, most: number, value: number, more = ''): void => {
  console.log(`${value < most ? '✓' : '✕'} ${what.padEnd(48)} goal < ${ms(most).padEnd(8)} ${ms(value)}${more}`);
};

/** Runs in the page: what it measures it puts into `bench`. */
const watching = `
  const bench = globalThis.bench = { keys: [], long: [], table: null, text: null };
  const painted = (then) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = then; port2.postMessage(0); });
  addEventListener('keydown', (event) => { bench.last = event.timeStamp; painted(() => bench.keys.push(performance.now() - event.timeStamp)); }, true);
  new PerformanceObserver((list) => { for (const one of list.getEntries()) bench.long.push({ start: one.startTime, ms: one.duration }); }).observe({ type: 'longtask' });
  bench.current = () => document.querySelector('.status')?.getAttribute('data-current') === 'true';
  bench.until = (holds) => new Promise((resolve) => { const look = () => holds() ? painted(() => resolve(performance.now())) : setTimeout(look, 2); look(); });
`;
const opening = `
  (async () => {
    const sample = () => [...document.querySelectorAll('button')].find((one) => /看示例/.test(one.textContent));
    await bench.until(sample);
    sample().click();
    bench.table = await bench.until(() => document.querySelector('.trow [data-stop]'));
    bench.text = await bench.until(() => document.querySelector('.monaco-editor .view-line'));
  })();
`;

console.log(`${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}`);
const host = await serve(await builtEditor());
const browser = await launch();
try {
  await cold(browser);
  const lines = (text: string): string => `${text.split('\n').length} lines`;
  await typing(browser, 'hubei.cme', texts.hubei, { paint: 50, told: 200 }, lines(texts.hubei));
  await scrolling(browser);
  if (!quick) {
    const large = hubeiTimes(10, true);
    await typing(browser, 'hubei.cme × 10', large, { paint: 100, told: 500 }, lines(large));
  }
} finally {
  await browser.close();
  host.close();
}
async function pageFor(of: Browser): Promise<Page> {
  const context = await of.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  await page.addInitScript({ content: watching });
  return page;
}

async function cold(of: Browser): Promise<void> {
  const [table, text]: [number[], number[]] = [[], []];
  for (let round = 0; round < COLD; round++) {
    const page = await pageFor(of);
    await page.addInitScript({ content: `addEventListener('DOMContentLoaded', () => {${opening}})` });
    await page.goto(host.url);
    await page.evaluate('bench.until(() => bench.text !== null)');
    table.push(await page.evaluate<number>('bench.table'));
    text.push(await page.evaluate<number>('bench.text'));
    await page.context().close();
  }
  tell('first table, from a cold start', 1500, median(table), `, text after ${ms(median(text))}`);
}

async function drop(page: Page, text: string): Promise<void> {
  await page.evaluate(
    `(() => { const data = new DataTransfer(); data.items.add(new File([${JSON.stringify(text)}], 'rules.cme'));
      dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })); })()`,
  );
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.evaluate('bench.until(bench.current)');
  await page.waitForTimeout(2000);
}

async function typing(
  of: Browser,
  name: string,
  text: string,
  most: { readonly paint: number; readonly told: number },
  size: string,
): Promise<void> {
  const page = await pageFor(of);
  await page.goto(host.url);
  await drop(page, text);
  const words = '授予 每 6 小时 1 学分 当 参加者 且 时长 不少于 6 小时';
  await page.evaluate(
    `(() => { const model = cmeEditor.getModel(); const at = model.getPositionAt(model.getValue().indexOf('${words}') + ${words.length});
      cmeEditor.setPosition(at); cmeEditor.revealPositionInCenter(at); cmeEditor.focus(); bench.keys.length = 0; })()`,
  );
  await page.keyboard.type(' 1'.repeat(KEYS / 2), { delay: 80 });
  const keys = await page.evaluate<number[]>('bench.keys');
  tell(`${name}: keystroke to paint, p95`, most.paint, part(keys, 0.95), `, median ${ms(median(keys))} (${size})`);
  for (let n = 0; n < KEYS; n++) await page.keyboard.press('Backspace');
  await page.waitForTimeout(1000);

  const [told, deep]: [number[], number[]] = [[], []];
  for (let n = 0; n < BREAKS; n++) {
    await page.evaluate('bench.until(bench.current)');
    await page.waitForTimeout(600);
    const breaking = n % 2 === 0;
    const seen = page.evaluate<number>(
      `new Promise((resolve) => addEventListener('keydown', (event) => bench.until(() => ${breaking ? '' : '!'}document.querySelector('.squiggly-error')).then((at) => resolve(at - event.timeStamp)), { once: true, capture: true }))`,
    );
    const all = page.evaluate<number>(
      `new Promise((resolve) => addEventListener('keydown', (event) => setTimeout(() => bench.until(bench.current).then((at) => resolve(at - event.timeStamp)), 60), { once: true, capture: true }))`,
    );
    await page.keyboard.press(breaking ? 'Backspace' : 'Control+z');
    told.push((await seen) - PAUSE_MS);
    deep.push(await all);
  }
  const after = `, everything after ${ms(median(deep))}`;
  tell(`${name}: findings after the pause, median`, most.told, median(told), after);
  await page.context().close();
}

/** A decision table of 500 rows and 30 columns, scrolled from end to end. */
async function scrolling(of: Browser): Promise<void> {
  const page = await pageFor(of);
  await page.goto(host.url);
  await drop(page, wide(500, 30));
  const entry = page.locator('.tree .entry', { hasText: '讲座' }).first();
  await entry.click();
  const grid = page.locator('.sheet .trow').first();
  await grid.waitFor();
  const box = await grid.boundingBox();
  if (box === null) throw new Error('no table is shown');
  await page.waitForTimeout(2500);
  await page.mouse.move(box.x + 300, box.y + 60);
  await page.evaluate('bench.long.length = 0');
  for (let step = 0; step < (quick ? 40 : 120); step++) {
    await page.mouse.wheel(step % 4 === 3 ? 120 : 0, 240);
    await page.waitForTimeout(30);
  }
  const long = await page.evaluate<{ ms: number }[]>('bench.long');
  const longest = Math.max(0, ...long.map((one) => one.ms));
  const count = `, ${long.length} tasks above 50 ms; ${await page.locator('.trow').count()} rows drawn`;
  tell('500 × 30 table: longest task while scrolling', 51, longest, longest === 0 ? `${count} (none above 50)` : count);
  await page.context().close();
}

function wide(count: number, columns: number): string {
  const fields = Array.from({ length: columns - 1 }, (_, at) => `活动字段 项${han(at)} 小数\n`).join('');
  const cells = (row: number): string =>
    Array.from({ length: columns - 1 }, (_, at) => (at === 0 ? `不少于 ${row}` : '任意')).join(' | ');
  const head = Array.from({ length: columns - 1 }, (_, at) => `项${han(at)}`).join(' | ');
  const table = Array.from({ length: count }, (_, row) => `    | ${cells(count - row)} | ${(row % 9) + 1} |\n`).join(
    '',
  );
  return `规则 甲省 jia 版本 1
  施行 2025-01-01

活动字段 形式 form
  选项 讲座 lecture
${fields}
类别 讲座 talks

条目 讲座
  形式 讲座
  授予表
    | ${head} | 学分 |
${table}`;
}

function han(number: number): string {
  return [...String(number)].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('');
}

function median(values: readonly number[]): number {
  return part(values, 0.5);
}

function part(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
