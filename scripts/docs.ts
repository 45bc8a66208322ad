// Makes the pages that are made: docs/language.zh-CN.md, and in the READMEs the tables, outputs and messages. `--check`
// writes nothing, and fails where a page is stale.
import { existsSync, writeFileSync } from 'node:fs';
import { pages, read } from './docs/pages.ts';

const check = process.argv.includes('--check');
for (const { path, make } of pages) {
  const url = new URL(`../${path}`, import.meta.url);
  const text = await make();
  if (existsSync(url) && read(path) === text) continue;
  console.log(check ? `${path} is stale: npm run docs` : `${path} written`);
  if (check) process.exitCode = 1;
  else writeFileSync(url, text);
}
