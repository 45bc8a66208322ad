/** The pages that are made are up to date, and what the hand-written ones say is so. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { pages, read } from '../../scripts/docs/pages.ts';
import { commandsIn, runCommand } from '../../scripts/docs/parts.ts';

const root = new URL('../../', import.meta.url);
const written = ['README.md', 'README.zh-CN.md', 'CHANGELOG.md', ...inFolder('docs', '.md')];

describe('pages', () => {
  test.for(pages.map(({ path, make }) => [path, make] as const))(
    '%s is up to date',
    { timeout: 60_000 },
    async ([path, make]) => {
      // Stale: `npm run docs`.
      expect(await make()).toBe(read(path));
    },
  );

  test.for(written)('%s links to what is there', (path) => {
    const text = read(path);
    const broken = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !leads(path, link));
    expect(broken).toEqual([]);
  });

  test.for(['README.md', 'README.zh-CN.md'])('%s shows rules that stand in a file', (path) => {
    const sources = [...inFolder('docs/examples', '.cme'), ...inFolder('rules', '.cme')].map(read);
    const blocks = [...read(path).matchAll(/```cme\n([\s\S]*?)```/g)].map(([, block = '']) => block);
    expect(blocks.length).toBeGreaterThan(0);
    expect(blocks.filter((block) => !sources.some((source) => source.includes(block)))).toEqual([]);
  });
});

describe('README.md', () => {
  test('names the commands that there are', async () => {
    const { text } = await runCommand('cme --help --lang en');
    const there = [...text.matchAll(/^ {2}(\w+) \[options\]/gm)].map(([, name]) => name);
    const told = [...read('README.md').matchAll(/^\| `cme (\w+)/gm)].map(([, name]) => name);
    expect(told.sort()).toEqual(there.sort());
  });

  test('runs commands in both languages', () => {
    expect(commandsIn(read('README.md')).length).toBeGreaterThan(2);
    expect(commandsIn(read('README.zh-CN.md')).length).toBeGreaterThan(4);
  });

  test('names scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const told = written.flatMap((path) =>
      [...read(path).matchAll(/npm (?:run (?:-s )?)?([\w:]*\w)/g)].map(([, name = '']) => name),
    );
    expect([...new Set(told)].filter((name) => name !== 'ci' && !(name in scripts))).toEqual([]);
  });
});

describe('README.zh-CN.md', () => {
  test('changing a number: the copy checks, and the examples at the old number fail', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cme-docs-'));
    try {
      const draft = join(folder, 'hubei.cme');
      const text = read('rules/hubei.cme');
      const changed = text.replace('  上限 每年 15 学分', '  上限 每年 18 学分');
      expect(changed).not.toBe(text);
      writeFileSync(draft, changed);
      expect((await runCommand(`cme check ${draft}`)).exit).toBe(0);
      const { text: said, exit } = await runCommand(`cme test ${draft}`);
      expect(exit).toBe(1);
      expect(said).toContain('期望 15 学分');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function inFolder(folder: string, ending: string): string[] {
  return readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
}

/** Whether a link leads to a file, and to a heading in it where it names one. */
function leads(from: string, link: string): boolean {
  const [file = '', anchor] = decodeURI(link).split('#');
  const path = file === '' ? from : posix.join(dirname(from), file);
  if (!existsSync(fileURLToPath(new URL(path, root)))) return false;
  if (anchor === undefined) return true;
  const text = readFileSync(new URL(path, root), 'utf8');
  const line = /^L(\d+)$/.exec(anchor)?.[1];
  if (line !== undefined) return Number(line) <= text.split('\n').length;
  return [...text.matchAll(/^#+ (.*)$/gm)].some(([, heading = '']) => slug(heading) === anchor);
}

/** The anchor that a page's host makes of a heading. */
function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-');
}
