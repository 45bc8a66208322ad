// `npm start`: the sample roster under Hubei's rules, the reckoning of one practitioner, and what to try next.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Sample {
  readonly practitioners: readonly { readonly id: string; readonly records: readonly object[] }[];
}

const cwd = dirname(dirname(fileURLToPath(import.meta.url)));
const sample = 'rules/samples/hubei-2025.json';

const evaluated = cme('eval', 'hubei', sample, '--by', '机构类别');
const { practitioners } = JSON.parse(readFileSync(join(cwd, sample), 'utf8')) as Sample;
// One whose year has something to tell, yet fits a screen.
const one = practitioners.find(({ records }) => records.length >= 4 && records.length <= 8) ?? practitioners[0];
const id = one?.id ?? '';
console.log();
cme('explain', 'hubei', sample, '--practitioner', id);

console.log(`
接下来可以试试 · what to try next

  npm run -s cme -- explain hubei ${sample} --practitioner ${id} --lang en
      逐步说明一个人的学分 · the whole reckoning of one practitioner
  npm run -s cme -- eval hubei ${sample} --set partial_unit=prorate
      换一种口径再算 · the same under another reading
  npm run -s cme -- eval hubei ${sample} --out results.csv
      结果存成表格 · the results as a spreadsheet
  npm run -s cme -- check rules
      检查规则文件 · check the rule files
  npm run -s cme -- --help
      所有命令 · all commands
`);

// Practitioners whose records are faulty (exit 1) are part of what the sample shows.
process.exitCode = evaluated === 1 ? 0 : evaluated;

function cme(...args: string[]): number {
  const { status } = spawnSync(process.execPath, ['src/cli.ts', ...args], { cwd, stdio: 'inherit' });
  return status ?? 2;
}
