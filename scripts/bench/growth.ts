// Whether what it takes grows in proportion: of `npm run bench`. Times are of this machine; ratios of one run say more.
import { compare, compile, evaluate, format, parse, type RuleSource, runExamples } from '../../src/index.ts';
import { type Grown, type GrownRoster, grownFiles, grownRosters } from '../../test/support/grown.ts';
import { hubeiRoster } from '../../test/support/hubei.ts';
import { planOf, plans, texts } from '../../test/support/hubeiRules.ts';
import { hubeiTimes } from '../../test/support/manifold.ts';
import { rawRoster } from '../../test/support/roster.ts';

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

console.log(
  '\nchecking, all that `cme check` looks for: hubei.cme on its baseline, and the same with its rules many times over',
);
const library: readonly RuleSource[] = [{ file: 'rules/national.cme', text: texts.national }];
let once = 0;
for (const copies of [1, 2, 5, 10]) {
  const text = hubeiTimes(copies);
  const items = compile({ file: 'rules/hubei.cme', text }, { library }).plan?.items.length;
  if (items === undefined) throw new Error('the file has errors');
  const ms = best(() => void compile({ file: 'rules/hubei.cme', text }, { library }));
  once ||= ms;
  row(`× ${copies}`, [`${items} items`, `${ms.toFixed(0)} ms`, `${(ms / once).toFixed(1)} × the time`]);
}

console.log('\ncomparing what two rule sets mean: hubei.cme and a copy with one, and with ten of its numbers changed');
for (const changes of [1, 10]) {
  let left = changes;
  const text = texts.hubei.replace(/(授予 .*?)(\d+) (学分)/g, (all, before, credits, unit) =>
    left-- > 0 ? `${before}${Number(credits) + 1} ${unit}` : all,
  );
  const other = planOf('hubei', {}, text);
  const ms = best(() => void compare(plans.hubei, other));
  row(`${changes}`, [`${compare(plans.hubei, other).changes.length} changes`, `${ms.toFixed(0)} ms`]);
}

doubling('parsing', (text) => void parse(text, { file: 'rules/hubei.cme' }));
doubling('compiling', (text) => {
  const { plan } = compile({ file: 'rules/hubei.cme', text }, { library });
  if (plan === null) throw new Error('the file has errors');
});

console.log('\ngrowing: at each size the time, and how many times that of half the size (2 is in proportion)');
for (const [name, from] of [
  ['items', 240],
  ['items with deemings', 120],
  ['awards of one item', 120],
  ['rows of a table with 其他', 120],
  ['groups that name all items', 240],
  ['options of one reading', 25],
  ['articles in the register, each cited', 1000],
  ['examples', 500],
  ['misspelt line words', 4000],
] as const) {
  const files = [1, 2, 4, 8].map((times): RuleSource & { n: number } => {
    const { text }: Grown = grownFiles[name](from * times);
    return { n: from * times, file: 'grown.cme', text };
  });
  console.log(`  ${name}: ${files.map(({ n }) => n).join(', ')}`);
  growing('parse', files, (file) => parse(file.text, file));
  growing(
    'format',
    files.map((file) => ({ ...file, tree: parse(file.text, file).file })),
    ({ tree, text }) => format(tree, text),
  );
  growing('compile', files, (file) => compile(file));
  growing(
    'examples',
    files.map((file) => compile(file)),
    (compiled) => runExamples(compiled, { coverage: true }),
  );
}
for (const [name, from] of [
  ['practitioners', 1000],
  ['records', 4000],
  ['pools of projects', 4000],
  ['overlapping stays', 4000],
  ['a deeming that many reach', 4000],
  ['caps of projects that cross the year', 500],
] as const) {
  const sizes = [1, 2, 4, 8].map((times) => from * times);
  console.log(`  ${name}: ${sizes.join(', ')}`);
  const rosters = sizes.map((n) => {
    const roster: GrownRoster = grownRosters[name](n);
    const { plan } = compile({ file: 'grown.cme', text: roster.text });
    if (plan === null) throw new Error(`${name}: the file has errors`);
    return { plan, roster };
  });
  growing('evaluate', rosters, ({ plan, roster }) => evaluate(plan, roster));
}

/** One line: the times at each size, and their ratios. */
function growing<T>(what: string, inputs: readonly T[], work: (input: T) => unknown): void {
  const times = inputs.map((input) => {
    const timed = (): number => {
      const start = performance.now();
      work(input);
      return performance.now() - start;
    };
    return Math.min(...Array.from({ length: 5 }, timed));
  });
  const cells = times.map((ms, at) => {
    const before = times[at - 1];
    return before === undefined ? `${ms.toFixed(1)} ms` : `${ms.toFixed(1)} ms (${(ms / before).toFixed(1)})`;
  });
  row(`  ${what}`, cells);
}

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
