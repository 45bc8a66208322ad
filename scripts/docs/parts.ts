/**
 * The parts of a hand-written page that are made: between `<!-- NAME -->` and `<!-- /NAME -->` a table; in a `console`
 * block what each `$ cme …` line prints; in a `text` block after a `ts` block what the program prints.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from '../../src/compile.ts';
import type { Source } from '../../src/library.ts';
import { codes, helpOf, messageOf } from '../../src/model/codes.ts';
import { type Room, rooms } from '../../test/house/rooms.ts';
import { readExamples } from './examples.ts';
import { mistakes } from './mistakes.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Printed {
  readonly text: string;
  readonly exit: number | null;
}

/** What a program prints, both streams, without colour. */
const runNode = (args: readonly string[]): Promise<Printed> => {
  const env = { ...process.env, NO_COLOR: '1', COLUMNS: '100' };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: root, env }, (_, stdout, stderr) =>
      resolve({ text: stdout + stderr, exit: child.exitCode }),
    );
  });
};

export const runCommand = (line: string): Promise<Printed> => {
  const [command, ...args] = line.split(/\s+/);
  if (command !== 'cme') throw new Error(`a console block runs cme only, not 「${line}」`);
  return runNode(['src/cli.ts', ...args]);
};

/** As `replace`, with all matches made at once. */
const replaceAll = async (
  page: string,
  pattern: RegExp,
  make: (...groups: string[]) => Promise<string>,
): Promise<string> => {
  const matches = [...page.matchAll(pattern)];
  const made = await Promise.all(matches.map(([, ...groups]) => make(...groups)));
  return page.replace(pattern, () => made.shift() ?? '');
};

// ---- blocks

const CONSOLE = /```console(?: ([^\n]*))?\n([\s\S]*?)```/g;

/** The commands of a page's console blocks. */
export const commandsIn = (page: string): readonly string[] =>
  [...page.matchAll(CONSOLE)].flatMap(([, , body = '']) => body.match(/^\$ .*$/gm) ?? []).map((line) => line.slice(2));

const shortened = (text: string, head: number): string => {
  const lines = text.trimEnd().split('\n');
  return lines.length > head ? [...lines.slice(0, head), '…'].join('\n') : lines.join('\n');
};

/** `exit=N` after the word `console` is the exit code (0 unless said); `head=N` shows the first lines only. */
const consoles = (page: string): Promise<string> =>
  replaceAll(page, CONSOLE, async (info = '', body = '') => {
    const wanted = Number(/exit=(\d)/.exec(info)?.[1] ?? 0);
    const head = Number(/head=(\d+)/.exec(info)?.[1] ?? Number.POSITIVE_INFINITY);
    const printed = (body.match(/^\$ .*$/gm) ?? []).map(async (line) => {
      const { text, exit } = await runCommand(line.slice(2));
      if (exit !== wanted) throw new Error(`「${line}」 ended with ${exit}, not ${wanted}:\n${text}`);
      return `${line}\n${shortened(text, head)}`.trimEnd();
    });
    return `\`\`\`console${info ? ` ${info}` : ''}\n${(await Promise.all(printed)).join('\n')}\n\`\`\``;
  });

const PROGRAM = /```ts\n([\s\S]*?)```(\s*)```text\n[\s\S]*?```/g;

/** A program of a page runs against the sources, where it says 「cme」. */
const programs = (page: string): Promise<string> =>
  replaceAll(page, PROGRAM, async (code = '', between = '') => {
    const folder = `${root}.cache/docs-${process.pid}`;
    mkdirSync(folder, { recursive: true });
    try {
      const file = `${folder}/program.ts`;
      writeFileSync(file, code.replaceAll("from 'cme'", "from '../../src/index.ts'"));
      const { text, exit } = await runNode([file]);
      if (exit !== 0) throw new Error(`a program of the page fails:\n${text}`);
      return `\`\`\`ts\n${code}\`\`\`${between}\`\`\`text\n${text.trimEnd()}\n\`\`\``;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

// ---- tables

const importTable = (): string => {
  const rows = Object.entries<Room>(rooms).map(([name, { files, rooms: others, packages }]) => {
    const may = [...others, ...packages.map((one) => `\`${one}\``)].join(', ') || 'nothing';
    return `| ${name} | ${files.map((file) => `\`${file}\``).join(', ')} | ${may} |`;
  });
  return ['| room | files | may import |', '|---|---|---|', ...rows].join('\n');
};

const inCell = (text: string): string => text.trim().replace(/ +/g, ' ').replaceAll('|', '\\|');

/** Each mistake is made in an example file, and the first finding is shown. */
const mistakeTable = (): string => {
  const library: Source[] = readExamples().map(({ name, text }) => ({ file: name, text }));
  const rows = mistakes.map(({ file, right, wrong }) => {
    const source = library.find((one) => one.file === file);
    if (!source?.text.includes(right)) throw new Error(`mistakes: ${file} has no 「${right}」`);
    const text = source.text.replace(right, wrong);
    const { diagnostics } = compile({ file, text }, { library: library.filter((one) => one.file !== file) });
    const found = diagnostics.find(({ code }) => codes[code].severity === 'error') ?? diagnostics[0];
    if (!found) throw new Error(`mistakes: 「${wrong}」 is not found to be one`);
    const said = inCell(messageOf(found, 'zh'));
    return `| \`${inCell(wrong)}\` | ${found.code} ${said} | ${inCell(helpOf(found, 'zh') ?? '')} |`;
  });
  return ['| 写成了 | 程序说 | 怎么改 |', '|---|---|---|', ...rows].join('\n');
};

const made: Readonly<Record<string, () => string>> = {
  imports: importTable,
  mistakes: mistakeTable,
};

const marked = (page: string): string =>
  page.replace(/(<!-- (\w+) -->\n)[\s\S]*?(<!-- \/\2 -->)/g, (_, open: string, name: string, close: string) => {
    const make = made[name];
    if (!make) throw new Error(`nothing is made between the marks 「${name}」`);
    return `${open}\n${make()}\n\n${close}`;
  });

/** The page with its made parts made anew. */
export const remade = async (page: string): Promise<string> => marked(await programs(await consoles(page)));
