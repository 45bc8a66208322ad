// How fast, and whether in proportion: `npm run bench`. Times are of this machine; ratios of one run say more.
import { compile, evaluate, parse, type RuleSource } from '../src/index.ts';
import { hubeiRoster } from '../test/support/hubei.ts';
import { plans, texts } from '../test/support/hubeiRules.ts';
import { rawRoster } from '../test/support/roster.ts';

const ROSTERS = [2_000, 20_000];
const COPIES = [1, 2, 4, 8];

console.log(`evaluating, ${plans.hubei.label} ${plans.hubei.version}`);
const rates: { explain: boolean; rate: number }[] = [];
for (const practitioners of ROSTERS) {
  const roster = rawRoster(hubeiRoster(1, practitioners));
  const records = roster.practitioners.reduce((sum, person) => sum + person.records.length, 0);
  for (const explain of [false, true]) {
    const ms = best(() => void evaluate(plans.hubei, roster, { explain }));
    const rate = (records / ms) * 1000;
    rates.push({ explain, rate });
    row(explain ? 'explained' : 'plain', [
      `${practitioners} practitioners`,
      `${records} records`,
      `${ms.toFixed(0)} ms`,
      `${Math.round(rate / 1000)}k records/s`,
    ]);
  }
}
for (const explain of [false, true]) {
  const [small = 0, large = 0] = rates.filter((one) => one.explain === explain).map(({ rate }) => rate);
  row(explain ? 'explained' : 'plain', [
    `ten times the practitioners: ${(small / large).toFixed(2)} × the time a record`,
  ]);
}
const [plain = 0, explained = 0] = rates.slice(-2).map(({ rate }) => rate);
row('', [`an explanation: ${(plain / explained).toFixed(2)} × the time`]);

doubling('parsing', (text) => void parse(text, { file: 'rules/hubei.cme' }));
doubling('compiling', (text) => {
  const national: RuleSource = { file: 'rules/national.cme', text: texts.national };
  const { plan } = compile({ file: 'rules/hubei.cme', text }, { library: [national] });
  if (plan === null) throw new Error('the file has errors');
});

/** The file with its examples once, twice, four and eight times: time a character, against the file as it is. */
function doubling(name: string, work: (text: string) => void): void {
  console.log(`\n${name}, hubei.cme and the same with its examples repeated`);
  const start = texts.hubei.indexOf('\n用例');
  const [rules, examples] = [texts.hubei.slice(0, start), texts.hubei.slice(start)];
  let first = 0;
  for (const copies of COPIES) {
    const text = rules + examples.repeat(copies);
    const ms = best(() => work(text));
    const each = ms / text.length;
    first ||= each;
    row(`× ${copies}`, [
      `${text.length} characters`,
      `${ms.toFixed(0)} ms`,
      `${(each / first).toFixed(2)} × the time a character`,
    ]);
  }
}

/** In milliseconds: the best of five, once the engine has seen the work for a second. */
function best(work: () => void): number {
  const timed = (): number => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  for (let warm = 0; warm < 1000; ) warm += timed();
  return Math.min(...Array.from({ length: 5 }, timed));
}

function row(head: string, cells: readonly string[]): void {
  console.log(
    `  ${head.padEnd(10)} ${cells
      .map((cell) => cell.padEnd(22))
      .join(' ')
      .trimEnd()}`,
  );
}
