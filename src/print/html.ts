/** Blocks as one page of HTML that can be printed: no script, nothing from elsewhere, every text escaped. */
import { type Block, clean, type Doc, type Heading, type Paragraph, type Table } from './blocks.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => clean(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>');

/** Heads of tables are repeated by a browser that prints, as they stand in `thead`. */
const STYLE = `
@page { size: A4; margin: 26mm 22mm 24mm; @bottom-center { content: "— " counter(page) " —"; font: 10.5pt SimSun, "Noto Serif CJK SC", serif; } }
:root { color-scheme: light; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff;
  font: 12pt/1.7 "Times New Roman", FangSong, 仿宋, STFangsong, "Noto Serif CJK SC", serif; }
h1 { margin: 0 0 .3em; font-size: 22pt; line-height: 1.35; text-align: center; }
h2, h3, h4 { margin: 1.3em 0 .4em; line-height: 1.4; break-after: avoid; }
h2 { font: 400 16pt/1.4 "Times New Roman", SimHei, 黑体, "Noto Sans CJK SC", sans-serif; }
h3 { font: 400 14pt/1.4 "Times New Roman", KaiTi, 楷体, "Noto Serif CJK SC", serif; }
h4 { font-size: 12pt; }
h2 small, h3 small, h4 small { font: 10.5pt "Times New Roman", SimSun, 宋体, "Noto Serif CJK SC", serif; color: #444; }
p { margin: .3em 0; }
p.under { text-align: center; margin-bottom: 1.5em; }
p.lead { font-size: 13pt; font-weight: 700; }
p.note { font-size: 10.5pt; color: #444; }
p.caption { margin-top: .8em; font-weight: 700; break-after: avoid; }
table { width: calc(100% - 1px); margin: .4em 0 .9em; border-collapse: collapse; table-layout: fixed;
  font: 10.5pt/1.5 "Times New Roman", SimSun, 宋体, "Noto Serif CJK SC", serif; }
th, td { padding: .25em .5em; border: 1px solid #555; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #efefef; font-weight: 700; }
td.right, th.right { text-align: right; font-variant-numeric: tabular-nums; }
tr { break-inside: avoid; }
@media print { body { max-width: none; margin: 0; padding: 0; } th { print-color-adjust: exact; } }
`;

const aligned = (align: 'right' | undefined): string => (align === undefined ? '' : ` class="${align}"`);

const print: { readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => string } = {
  heading: ({ level, text, aside }: Heading) => {
    const small = aside === undefined ? '' : ` <small>${escaped(aside)}</small>`;
    return `<h${level + 1}>${escaped(text)}${small}</h${level + 1}>`;
  },
  paragraph: ({ tone, text }: Paragraph) => `<p${tone === 'body' ? '' : ` class="${tone}"`}>${lines(text)}</p>`,
  table: ({ columns, rows }: Table) => {
    const all = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => `<col style="width:${Math.round((1000 * share) / all) / 10}%">`);
    const heads = columns.map(({ head, align }) => `<th scope="col"${aligned(align)}>${lines(head)}</th>`);
    const body = rows.map(
      (cells) =>
        `<tr>${cells.map((text, at) => `<td${aligned(columns[at]?.align)}>${lines(text)}</td>`).join('')}</tr>`,
    );
    return [
      `<table><colgroup>${widths.join('')}</colgroup>`,
      `<thead><tr>${heads.join('')}</tr></thead>`,
      `<tbody>\n${body.join('\n')}\n</tbody></table>`,
    ].join('\n');
  },
};

export const htmlOf = ({ lang, title, subtitle, blocks }: Doc): string =>
  `${[
    '<!doctype html>',
    `<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escaped(title)}</h1>`,
    ...(subtitle === null ? [] : [`<p class="under">${lines(subtitle)}</p>`]),
    ...blocks.map((block) => print[block.kind](block as never)),
    '</main>',
    '</body>',
    '</html>',
  ].join('\n')}\n`;
