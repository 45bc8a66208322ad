/** Blocks as Markdown with tables. What a name holds is text there: no mark of it is taken for Markdown or HTML. */
import { type Block, clean, type Doc, type Heading, type Paragraph, type Table } from './blocks.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const inline = (text: string): string =>
  clean(text)
    .replace(/[&<>]/g, (mark) => ENTITIES[mark] ?? mark)
    .replace(/[\\`*_[\]|~$]/g, '\\$&');

const oneLine = (text: string): string => inline(text).replace(/\s*\n\s*/g, ' ');

/** What would open a heading, a list or a quotation at the start of a line; blanks there would make it code. */
const started = (line: string): string =>
  line
    .trimStart()
    .replace(/^(\d*)([#+=.)-])/, (all, digits, mark) =>
      digits === '' && /[.)]/.test(mark) ? all : `${digits}\\${mark}`,
    );

/** A backslash at the end of a line breaks it. */
const body = (text: string): string => inline(text).split('\n').map(started).join('\\\n');

const cell = (text: string): string => inline(text).replaceAll('\n', '<br>');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const print: { readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => string } = {
  heading: ({ level, text, aside }: Heading) =>
    `${'#'.repeat(level + 1)} ${oneLine(text)}${aside === undefined ? '' : ` <small>${oneLine(aside)}</small>`}`,
  paragraph: ({ tone, text }: Paragraph) => {
    const said = body(text);
    return tone === 'caption' || tone === 'lead' ? `**${said.trim()}**` : said;
  },
  table: ({ columns, rows }: Table) =>
    [
      row(columns.map(({ head }) => cell(head))),
      row(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
      ...rows.map((cells) => row(cells.map(cell))),
    ].join('\n'),
};

export const markdownOf = ({ title, subtitle, blocks }: Doc): string =>
  `${[
    `# ${oneLine(title)}`,
    ...(subtitle === null ? [] : [started(oneLine(subtitle))]),
    ...blocks.map((block) => print[block.kind](block as never)),
  ].join('\n\n')}\n`;
