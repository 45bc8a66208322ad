// `npm start`: the sample roster under Hubei's rules, and what to try next.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const cwd = dirname(dirname(fileURLToPath(import.meta.url)));
const args = ['src/cli.ts', 'eval', 'hubei', 'rules/samples/hubei-2025.json', '--format', 'text'];
const { status } = spawnSync(process.execPath, args, { cwd, stdio: 'inherit' });

console.log(`
接下来可以试试 · what to try next

  npm run -s cme -- explain hubei rules/samples/hubei-2025.json --practitioner ID
      逐步核算一个人的学分 · the whole reckoning of one practitioner
  npm run -s cme -- check rules
      检查规则文件 · check the rule files
  npm run -s cme -- --help
      所有命令 · all commands
`);

// Practitioners whose records are faulty (exit 1) are part of what the sample shows.
process.exitCode = status === 1 ? 0 : (status ?? 2);
