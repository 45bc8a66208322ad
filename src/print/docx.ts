/** Blocks as a Word file. The same blocks are the same bytes: it says nothing of when it was made, or by whom. */
import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Block, type Table as BlockTable, clean, type Doc, type Paragraph as Said } from './blocks.ts';
import { ASIDE, FOOTER, PAGE, stylesFor, TEXT_WIDTH } from './docxStyle.ts';
import { undated } from './zip.ts';

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

const STYLES: Readonly<Record<Said['tone'], string | null>> = {
  body: null,
  lead: 'Lead',
  note: 'Note',
  caption: 'TableCaption',
};

const linesOf = (text: string): readonly string[] => clean(text).split('\n');

const styled = (style: string | null, text: string): Paragraph[] =>
  linesOf(text).map((line) => new Paragraph({ ...(style && { style }), children: [new TextRun(line)] }));

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '555555' } as const;
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE };

/** Whole twentieths of a point that add up to the width of the text. */
const widthsOf = ({ columns }: BlockTable): readonly number[] => {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((TEXT_WIDTH * share) / all));
  const rest = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width));
};

const tableOf = (block: BlockTable): Table => {
  const { columns, rows } = block;
  const widths = widthsOf(block);
  const cell = (text: string, at: number, head: boolean): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      ...(head && { shading: { fill: 'EFEFEF', type: 'clear', color: 'auto' } }),
      children: linesOf(text).map(
        (line) =>
          new Paragraph({
            style: head ? 'CellHead' : 'Cell',
            ...(columns[at]?.align && { alignment: columns[at].align }),
            children: [new TextRun(line)],
          }),
      ),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: EDGES,
    margins: { top: 40, bottom: 40, left: 100, right: 100 },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ head }, at) => cell(head, at, true)),
      }),
      ...rows.map(
        (cells) => new TableRow({ cantSplit: true, children: cells.map((text, at) => cell(text, at, false)) }),
      ),
    ],
  });
};

const print: { readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => (Paragraph | Table)[] } = {
  heading: ({ level, text, aside }) => [
    new Paragraph({
      heading: LEVELS[level],
      children: [
        new TextRun(clean(text)),
        ...(aside === undefined ? [] : [new TextRun({ ...ASIDE, bold: false, text: clean(`　${aside}`) })]),
      ],
    }),
  ],
  paragraph: ({ tone, text }) => styled(STYLES[tone], text),
  // Two tables without anything between them would be one.
  table: (block) => [tableOf(block), new Paragraph({ spacing: { line: 120, before: 0, after: 0 } })],
};

/** Under the page: — 3 — */
const footer = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: 'center',
        children: [new TextRun({ ...FOOTER, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Title and language alone. */
const coreOf = ({ title, lang }: Doc): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${clean(title).replace(/[&<>]/g, (mark) => ENTITIES[mark] ?? mark)}</dc:title>`,
    `<dc:language>${lang === 'zh' ? 'zh-CN' : 'en'}</dc:language>`,
    '</cp:coreProperties>',
  ].join('');

export const docxOf = async (doc: Doc): Promise<Uint8Array> => {
  const { title, subtitle, blocks, lang } = doc;
  const file = new Document({
    styles: stylesFor(lang),
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: footer() },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(clean(title))] }),
          ...(subtitle === null ? [] : styled('Under', subtitle)),
          ...blocks.flatMap((block) => print[block.kind](block as never)),
        ],
      },
    ],
  });
  const overrides = [{ path: 'docProps/core.xml', data: coreOf(doc) }];
  return undated(new Uint8Array(await Packer.toArrayBuffer(file, undefined, overrides)));
};
