/** 用例: neighbours that stand alone in one table, each 用例表 as its own. */
import { lines as printers } from '../../language/index.ts';
import { lineOf } from '../../language/words.ts';
import type { Line, SectionOf } from '../../model/ast.ts';
import type { From, RuleSet } from '../../model/ruleset.ts';
import { type Block, heading, paragraph, table } from '../blocks.ts';
import type { Setting } from './setting.ts';

type Example = From<SectionOf<'example' | 'examples'>>;

/** `人员：医院，注册护士` */
const given = (lines: readonly Line[], s: Setting): string =>
  lines
    .flatMap((line) => {
      if (line.kind === 'expect' || line.kind === 'exampleTable') return [];
      const [word, ...rest] = printers[line.kind].print(line as never, s.p).words;
      return word === undefined ? [] : [`${word.text}${s.lang === 'zh' ? '：' : ': '}${lineOf(rest)}`];
    })
    .join('\n');

const expected = (lines: readonly Line[], s: Setting): string =>
  lines
    .flatMap((line) => (line.kind === 'expect' ? [lineOf(printers.expect.print(line, s.p).words.slice(1))] : []))
    .join('\n');

const single = (all: readonly Example[], s: Setting): readonly Block[] =>
  table(
    [
      { head: s.say('name'), share: 24 },
      { head: s.say('given'), share: 54 },
      { head: s.say('expected'), share: 22 },
    ],
    all.map(({ node }) => [
      node.title.value,
      given(node.lines, s) || s.say('none'),
      expected(node.lines, s) || s.say('none'),
    ]),
  );

const tabled = ({ node }: Example, s: Setting): readonly Block[] => {
  const common = given(node.lines, s);
  const tables = node.lines.flatMap((line) => {
    if (line.kind !== 'exampleTable') return [];
    const [heads = [], ...rows] = (printers.exampleTable.print(line, s.p).rows ?? []).map(({ cells }) => cells);
    return table(
      heads.map((head) => ({ head, share: 1 })),
      rows.map((cells) => heads.map((_, at) => cells[at] ?? '')),
    );
  });
  return [paragraph(node.title.value, 'caption'), ...(common === '' ? [] : [paragraph(common, 'note')]), ...tables];
};

export const examples = ({ examples: all }: RuleSet, s: Setting): readonly Block[] => {
  if (all.length === 0) return [];
  const blocks: Block[] = [heading(1, s.say('examples'))];
  for (let at = 0; at < all.length; ) {
    const one = all[at] as Example;
    if (one.node.kind === 'examples') {
      blocks.push(...tabled(one, s));
      at += 1;
      continue;
    }
    const end = all.findIndex(({ node }, i) => i > at && node.kind === 'examples');
    const run = all.slice(at, end < 0 ? undefined : end);
    blocks.push(...single(run, s));
    at += run.length;
  }
  return blocks;
};
