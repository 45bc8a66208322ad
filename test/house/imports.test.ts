import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Room, roomOf, rooms } from './rooms.ts';

const root = new URL('../../', import.meta.url);

/** Each source file with what it imports, type imports and re-exports included. */
const imports = new Map(sources().map((file) => [file, importsOf(readFileSync(new URL(file, root), 'utf8'))]));

describe('the import table', () => {
  test('reads every way to import', () => {
    const text = `#!/usr/bin/env node
      import a from './a.ts';
      import type { B } from "./b.ts";
      import { c, type D }
        from './c.ts';
      import './d.ts';
      export * from './e.ts';
      export { f } from './f.ts';
      const g = await import('./g.ts');
      type H = import('./h.ts').H;
      // import z from './commented.ts';
      /* import z from './commented.ts'; */
      const text = "say // this"; import i from './i.ts';
    `;
    expect(importsOf(text)).toEqual('abcdefghi'.split('').map((name) => `./${name}.ts`));
  });

  test('every file has a room', () => {
    expect([...imports.keys()].filter((file) => roomOf(file) === undefined)).toEqual([]);
  });

  test('nothing is imported that the table forbids', () => {
    const faults = [...imports].flatMap(([file, names]) =>
      names.map((name) => faultOf(file, name)).filter((fault) => fault !== undefined),
    );
    expect(faults).toEqual([]);
  });

  test('the shells and their disk alone import node:', () => {
    const allowed = Object.entries(rooms).filter(([, room]: [string, Room]) => room.packages.includes('node:'));
    expect(allowed.map(([name]) => name)).toEqual(['disk', 'cli', 'server', 'lsp']);
  });

  test('no file imports itself by way of others', () => {
    expect(cycles()).toEqual([]);
  });
});

function faultOf(file: string, name: string): string | undefined {
  const from = roomOf(file);
  if (from === undefined) return undefined;
  const room: Room = rooms[from];
  const fault = `${file} (${from}) imports ${name}`;
  if (!name.startsWith('.')) return room.packages.includes(packageOf(name)) ? undefined : fault;
  const target = resolve(file, name);
  if (isAsset(from, target)) return undefined;
  if (!imports.has(target)) return `${fault}, which is no source file`;
  const to = roomOf(target);
  return to === from || (to !== undefined && room.rooms.includes(to)) ? undefined : `${fault} (${to})`;
}

/** What the editor takes in beside code: its own style sheets, and the rule files and samples that come with it, as text. */
function isAsset(from: string, target: string): boolean {
  return (
    from === 'editor' &&
    /^(editor\/.*\.css|rules\/\w+\.cme|rules\/samples\/[\w-]+\.\w+)$/.test(target) &&
    existsSync(new URL(target, root))
  );
}

function packageOf(name: string): string {
  if (name.startsWith('node:')) return 'node:';
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

function resolve(file: string, name: string): string {
  // `?raw` and the like tell the bundler how to take it in.
  return posix.join(posix.dirname(file), name.replace(/\?.*$/, ''));
}

/** Each cycle once, as a line `a → b → a`. */
function cycles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    path.push(file);
    for (const name of imports.get(file) ?? []) if (name.startsWith('.')) visit(resolve(file, name));
    path.pop();
    done.add(file);
  };
  for (const file of imports.keys()) visit(file);
  return found;
}

function importsOf(text: string): string[] {
  // A string is matched so that its inside is not taken for a comment; it is kept, a comment is not.
  const code = text.replace(
    /('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, string: string | undefined) => string ?? ' ',
  );
  const pattern =
    /(?:^|[;}\s])(?:import|export)\s(?:[^'"`;()=]*\sfrom\s*)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/g;
  return [...code.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '');
}

function sources(): string[] {
  return ['grammar', 'src', 'editor'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      // How the editor is bundled is no part of it.
      .filter((name) => /\.(ts|tsx|mts|js|mjs)$/.test(name) && name !== 'vite.config.ts')
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );
}
