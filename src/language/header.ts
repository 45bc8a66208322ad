/** 规则 and the lines that only a header has. */
import type { LinePrinter, SectionPrinter } from './construct.ts';
import { date, freeText, name, text } from './value.ts';
import { enumerated, said, words } from './words.ts';

export const rules: SectionPrinter<'rules'> = {
  print: (section, p) =>
    said(
      p.spell('rules'),
      name(section.label),
      section.code && name(section.code),
      section.version && words(p.spell('version'), freeText(section.version)),
    ),
};

export const language: LinePrinter<'language'> = {
  print: (line, p) => said(p.spell('language'), line.version.digits),
};

export const title: LinePrinter<'title'> = { print: (line, p) => said(p.spell('title'), text(line.text)) };

export const number: LinePrinter<'number'> = { print: (line, p) => said(p.spell('number'), text(line.text)) };

export const effective: LinePrinter<'effective'> = {
  print: (line, p) => said(p.spell('effective'), date(line.date)),
};

export const until: LinePrinter<'until'> = { print: (line, p) => said(p.spell('until'), date(line.date)) };

export const under: LinePrinter<'under'> = {
  print: (line, p) => said(p.spell('under'), name(line.name), line.version && freeText(line.version)),
};

export const repeals: LinePrinter<'repeals'> = {
  print: (line, p) => said(p.spell('repeals'), enumerated(line.texts.map(text))),
};

export const cycle: LinePrinter<'cycle'> = {
  print: (line, p) => {
    const length = words(line.years.digits, p.spell('years'));
    if (line.rolling) return said(p.spell('cycle'), p.spell('rolling'), length);
    if (line.from === undefined) return said(p.spell('cycle'), length);
    // Only a name knows whether it was quoted: that is how it is told from a date.
    return said(p.spell('cycle'), length, p.spell('from'), 'quoted' in line.from ? name(line.from) : date(line.from));
  },
};
