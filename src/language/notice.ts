/** 提示: what to tell the reader, and when. */
import { when } from './cond.ts';
import type { SectionPrinter } from './construct.ts';
import { name, text } from './value.ts';
import { enumerated, said, words } from './words.ts';

export const notice: SectionPrinter<'notice'> = {
  print: (section, p) =>
    said(
      p.spell('notice'),
      text(section.text),
      section.same && words(p.spell('same'), enumerated(section.same.map(name))),
      when(section.when, p),
    ),
};
