/** How a document looks in Word: A4, the faces and sizes of official documents, each with its East Asian face. */
import type { IDocumentDefaultsOptions, IPropertiesOptions, IRunStylePropertiesOptions } from 'docx';
import type { Lang } from '../model/codes.ts';

const WESTERN = 'Times New Roman';

/** A Han face, and the one beside it for letters and figures. */
export const face = (eastAsia: string) => ({ ascii: WESTERN, hAnsi: WESTERN, cs: WESTERN, eastAsia });

const run = (eastAsia: string, halfPoints: number, bold = false): IRunStylePropertiesOptions => ({
  font: face(eastAsia),
  size: halfPoints,
  bold,
  color: '000000',
});

/** In twentieths of a point; the margins are those of GB/T 9704. */
export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, bottom: 1984, left: 1588, right: 1474, header: 851, footer: 1134 },
} as const;
export const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;

const normal: IDocumentDefaultsOptions = {
  run: run('仿宋', 24),
  paragraph: { spacing: { line: 360, before: 0, after: 40 } },
};

const kept = (before: number) => ({ keepNext: true, spacing: { before, after: 80 } });

export const stylesFor = (lang: Lang): NonNullable<IPropertiesOptions['styles']> => ({
  default: {
    document: {
      ...normal,
      run: { ...normal.run, language: { value: lang === 'zh' ? 'zh-CN' : 'en-US', eastAsia: 'zh-CN' } },
    },
    title: { run: run('宋体', 44, true), paragraph: { alignment: 'center', spacing: { before: 0, after: 160 } } },
    heading1: { run: run('黑体', 32), paragraph: kept(320) },
    heading2: { run: run('楷体', 28), paragraph: kept(240) },
    heading3: { run: run('仿宋', 24, true), paragraph: kept(160) },
  },
  paragraphStyles: [
    {
      id: 'Under',
      name: 'Under',
      basedOn: 'Normal',
      run: {},
      paragraph: { alignment: 'center', spacing: { after: 240 } },
    },
    { id: 'Lead', name: 'Lead', basedOn: 'Normal', run: run('黑体', 26) },
    { id: 'Note', name: 'Note', basedOn: 'Normal', run: run('宋体', 21) },
    { id: 'TableCaption', name: 'TableCaption', basedOn: 'Normal', run: run('仿宋', 24, true), paragraph: kept(120) },
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: run('宋体', 21),
      paragraph: { spacing: { line: 276, after: 0 } },
    },
    {
      id: 'CellHead',
      name: 'CellHead',
      basedOn: 'Cell',
      run: run('黑体', 21),
      paragraph: { keepNext: true, spacing: { line: 276, after: 0 } },
    },
  ],
});

export const ASIDE = run('宋体', 21);
export const FOOTER = run('宋体', 24);
