// How fast the editor is in Chromium, beside its goals: `npm run bench:editor`. Times are of this machine, which had better
// have nothing else to do: how busy it was is told beside each, and of what can be told apart the page's own work, which is
// the same on a busy machine. `--quick` measures fewer rounds, and no file ten times as long; `--only` one part: cold, typing,
// scrolling, large or roster.
import { cpus, loadavg, totalmem } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../test/browser/support/browser.ts';
import { builtEditor } from '../test/browser/support/build.ts';
import { serve } from '../test/browser/support/serve.ts';
import { texts } from '../test/support/hubeiRules.ts';
import { hubeiTimes } from '../test/support/manifold.ts';
import { wide } from '../test/support/wide.ts';
import { benchRoster } from './bench-roster.ts';
import { worked } from './editorTrace.ts';

const quick = process.argv.includes('--quick');
const only = process.argv.includes('--only') ? process.argv.at(process.argv.indexOf('--only') + 1) : undefined;
const wanted = (name: string): boolean => (only === undefined ? name !== 'large' || !quick : name === only);
const [COLD, KEYS, BREAKS, WHEELS] = quick ? [3, 60, 4, 40] : [5, 200, 12, 120];
const WORDS = '授予 每 6 小时 1 学分 当 参加者 且 时长 不少于 6 小时';

const goals: boolean[] = [];
const ms = (value: number): string => `${value.toFixed(0)} ms`;
function tell(what: string, most: number, value: number, more: string): void {
  goals.push(value < most);
  const load = loadavg()[0]?.toFixed(1);
  console.log(`${value < most ? '✓' : '✕'} ${what.padEnd(46)} < ${ms(most).padEnd(8)} ${ms(value).padEnd(8)} ${more}`);
  if (Number(load) > cpus().length) console.log(`  (at a load of ${load}: other programs had the processors)`);
}

/** Runs in the page: what it measures it puts into `bench`. */
const watching = `
  const bench = globalThis.bench = { keys: [], long: [], table: null, text: null };
  const painted = (then) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = then; port2.postMessage(0); });
  addEventListener('keydown', (event) => { bench.last = event.timeStamp; painted(() => bench.keys.push(performance.now() - event.timeStamp)); }, true);
  new PerformanceObserver((list) => { for (const one of list.getEntries()) bench.long.push(one.duration); }).observe({ type: 'longtask' });
  bench.current = () => document.querySelector('.status')?.getAttribute('data-current') === 'true';
  // What is shown lags behind from the change on, which the key makes at once.
  bench.changed = () => performance.now() > bench.last + 30;
  bench.until = (holds) => new Promise((resolve, reject) => {
    const late = performance.now() + 120_000;
    const look = () => {
      if (holds()) painted(() => resolve(performance.now()));
      else if (performance.now() > late) reject(new Error('waited for in vain: ' + holds));
      else setTimeout(look, 2);
    };
    look();
  });
  bench.sinceKey = (holds) => new Promise((resolve, reject) => addEventListener('keydown', (event) => bench.until(holds).then((at) => resolve(at - event.timeStamp), reject), { once: true, capture: true }));
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

const host = await serve(await builtEditor());
const browser = await launch();
const [{ model } = { model: '?' }] = cpus();
const memory = Math.round(totalmem() / 2 ** 30);
console.log(
  `${cpus().length} × ${model.trim()}, ${memory} GB, Chromium ${browser.version()}, load ${loadavg()[0]?.toFixed(1)}`,
);
console.log(`  ${'what'.padEnd(46)} goal       reached`);
try {
  const lines = (text: string): string => `${text.split('\n').length} lines`;
  if (wanted('cold')) await cold(browser);
  if (wanted('typing')) {
    await typing(browser, 'hubei.cme', texts.hubei, { paint: 50, told: 200 }, lines(texts.hubei));
  }
  if (wanted('scrolling')) await scrolling(browser);
  if (wanted('large')) {
    const large = hubeiTimes(10, true);
    await typing(browser, 'hubei.cme × 10', large, { paint: 100, told: 500 }, lines(large));
  }
} finally {
  await browser.close();
  host.close();
}
if (wanted('roster')) goals.push(await benchRoster());
console.log(
  `${goals.filter(Boolean).length} of ${goals.length} goals reached; load ${loadavg()[0]?.toFixed(1)} at the end`,
);

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
  tell('first table, from a cold start', 1500, median(table), `text after ${ms(median(text))}`);
}

async function drop(page: Page, text: string): Promise<void> {
  // Until the page stands nobody takes what is dropped on it.
  await page.locator('.start').waitFor();
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
  await page.evaluate(
    `(() => { const model = cmeEditor.getModel(); const at = model.getPositionAt(model.getValue().indexOf('${WORDS}') + ${WORDS.length});
      cmeEditor.setPosition(at); cmeEditor.revealPositionInCenter(at); cmeEditor.focus(); bench.keys.length = 0; })()`,
  );
  const type = () => page.keyboard.type(' 1'.repeat(KEYS / 2), { delay: 80 });
  const work = await worked(of, page, type);
  const keys = await page.evaluate<number[]>('bench.keys');
  const own = `own work ${ms(part(work.keys, 0.95))}`;
  tell(`${name}: keystroke to paint, p95`, most.paint, part(keys, 0.95), `median ${ms(median(keys))}, ${own}; ${size}`);
  for (let n = 0; n < KEYS; n++) await page.keyboard.press('Backspace');

  const [told, deep]: [number[], number[]] = [[], []];
  for (let n = 0; n < BREAKS; n++) {
    const breaking = n % 2 === 0;
    await page.evaluate('bench.until(bench.current)');
    await page.waitForTimeout(600);
    // What is broken here is mended by one step back.
    await page.evaluate('cmeEditor.pushUndoStop()');
    // They listen before the key comes.
    await page.evaluate(`
      bench.seen = bench.sinceKey(() => ${breaking ? '' : '!'}document.querySelector('.squiggly-error'));
      bench.all = bench.sinceKey(bench.changed).then(() => bench.until(bench.current)).then((at) => at - bench.last);
      0;
    `);
    await page.keyboard.press(breaking ? 'Backspace' : 'Control+z');
    told.push(await page.evaluate<number>('bench.seen'));
    deep.push(await page.evaluate<number>('bench.all'));
  }
  const after = `median ${ms(median(told))}; tables, proofs and examples ${ms(median(deep))}`;
  tell(`${name}: keystroke to findings, p95`, most.told, part(told, 0.95), after);
  await page.context().close();
}

/** A decision table of 500 rows and 30 columns, scrolled from end to end. */
async function scrolling(of: Browser): Promise<void> {
  const page = await pageFor(of);
  await page.goto(host.url);
  await drop(page, wide(500, 30));
  await page.locator('.tree .entry', { hasText: '讲座' }).first().click();
  const grid = page.locator('.sheet .trow').first();
  await grid.waitFor();
  const box = await grid.boundingBox();
  if (box === null) throw new Error('no table is shown');
  await page.waitForTimeout(2500);
  await page.mouse.move(box.x + 300, box.y + 60);
  await page.evaluate('bench.long.length = 0');
  const { tasks } = await worked(of, page, async () => {
    for (let step = 0; step < WHEELS; step++) {
      await page.mouse.wheel(step % 4 === 3 ? 120 : 0, 240);
      await page.waitForTimeout(30);
    }
  });
  const long = await page.evaluate<number[]>('bench.long');
  const count = `${long.length} above 50 ms, own work of the longest ${ms(Math.max(...tasks))}`;
  const cells = `${await page.locator('.trow').count()} rows and ${await page.locator('.tcell').count()} cells drawn`;
  // The browser tells of tasks above 50 ms only.
  tell('500 × 30 table: longest task while scrolling', 51, Math.max(50, ...long), `${count}; ${cells}`);
  await page.context().close();
}

function median(values: readonly number[]): number {
  return part(values, 0.5);
}

function part(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
