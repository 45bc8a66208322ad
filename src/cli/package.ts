/** The package that the program came in: its folder, its rules, its version. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the nearest package.json above this file is. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

export const packageRules = (): string => join(packageFolder(), 'rules');

/** The rule files that come with it, by their names. */
export function shippedRules(): readonly { readonly file: string; readonly text: string }[] {
  const folder = packageRules();
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.cme'));
  return names.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}

export function version(): string {
  const { version: text } = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as {
    version: string;
  };
  return text;
}
