/** What was measured, and on what. */
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';

const NAMES = [
  '@duckdb/node-api',
  'json-logic-engine',
  'json-logic-js',
  '@gorules/zen-engine',
  '@marcbachmann/cel-js',
  'feelin',
  'json-rules-engine',
  'papaparse',
];

const versionOf = (name: string): string => {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  if (!existsSync(file)) return `${name} (not installed)`;
  return `${name} ${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}`;
};

export const measuredOn = (): string => {
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${date}, ${machine}, Node ${process.versions.node}; ${NAMES.map(versionOf).join(', ')}`;
};
