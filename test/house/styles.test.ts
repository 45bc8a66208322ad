/**
 * The style sheet of a screen comes with the screen and stays when one leaves it. What it says holds for that screen alone:
 * each selector begins with a class that no other part of the editor has.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const editor = new URL('../../editor/', import.meta.url).pathname;
const read = (path: string): string => readFileSync(join(editor, path), 'utf8');
const sources = readdirSync(editor, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
const roomOf = (path: string): string => (path.includes('/') ? dirname(path).split('/')[0] : path) ?? '';

/** Which rooms bring a sheet; those of `main.tsx` are there from the beginning, for everyone. */
const brought = new Map<string, Set<string>>();
for (const path of sources) {
  for (const [, to = ''] of read(path).matchAll(/import '([^']+\.css)'/g)) {
    const sheet = normalize(join(dirname(path), to));
    brought.set(sheet, (brought.get(sheet) ?? new Set()).add(roomOf(path)));
  }
}
// A sheet that another one imports comes with that one too.
for (const [sheet, rooms] of [...brought]) {
  for (const [, to = ''] of read(sheet).matchAll(/@import "([^"]+)"/g)) {
    const inner = normalize(join(dirname(sheet), to));
    for (const room of rooms) brought.set(inner, (brought.get(inner) ?? new Set()).add(room));
  }
}

/** Classes that a room gives its elements, as far as they are written where they are given. */
const words = new Map<string, Set<string>>();
for (const path of sources.filter((one) => one.endsWith('x'))) {
  const found = words.get(roomOf(path)) ?? new Set<string>();
  for (const [given = ''] of read(path).matchAll(/className=(?:"[^"]*"|\{[^}]*\})/g)) {
    for (const [, text = ''] of given.matchAll(/["'`]([^"'`]*)["'`]/g)) {
      for (const word of text.split(/[^\w-]+/)) found.add(word);
    }
  }
  words.set(roomOf(path), found);
}

const selectorsOf = (css: string): string[] =>
  [...css.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{/g)].flatMap(([, head = '']) => {
    const said = head.trim().replace(/^.*;\s*/s, '');
    if (said.startsWith('@') || /^(from|to|\d)/.test(said)) return [];
    // Commas within brackets part nothing.
    return said.split(/,(?![^(]*\))/).map((one) => one.trim());
  });

/** `:where(.reckon) .side` begins with `reckon`, `html:has(.reckon)` too. */
const beginning = (selector: string): string[] => {
  const first = /^(?:[^\s>+~(]|\([^)]*\))+/.exec(selector)?.[0] ?? '';
  return [...first.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
};

test('what the sheet of a screen says holds on that screen alone', () => {
  const lazy = [...brought].filter(([, rooms]) => !rooms.has('main.tsx'));
  expect(lazy.length).toBeGreaterThan(3);
  const everywhere = lazy.flatMap(([sheet, rooms]) => {
    const elsewhere = [...words].filter(([room]) => !rooms.has(room));
    return selectorsOf(read(sheet))
      .filter((selector) => beginning(selector).every((name) => elsewhere.some(([, found]) => found.has(name))))
      .map((selector) => `${sheet}: ${selector}`);
  });
  expect(everywhere).toEqual([]);
});
