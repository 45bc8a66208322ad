import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile, type RuleSource } from '../../src/index.ts';
import { wordsOfLine } from '../../src/language/lower/source.ts';
import { type Block, type Doc, htmlOf, markdownOf, rulesDoc } from '../../src/print/index.ts';

const root = join(import.meta.dirname, '../..');
const shipped = (name: string): RuleSource => ({ file: name, text: readFileSync(join(root, 'rules', name), 'utf8') });
const library = [shipped('national.cme')];

const docOf = (entry: RuleSource, lang: 'zh' | 'en' = 'zh', readings: Record<string, string> = {}) => {
  const compiled = compile(entry, { library, findings: 'errors', readings });
  const doc = rulesDoc(compiled, lang);
  if (!doc) throw new Error(`${entry.file} does not compile: ${JSON.stringify(compiled.diagnostics[0])}`);
  return { compiled, doc };
};

/** `=== TITLE`, the rules, and the pieces that are to stand on the page one behind the other. */
const cases = readFileSync(join(root, 'test/cases/print/rules.case'), 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map((part) => {
    const fences = [...part.matchAll(/^```(cme|md)\n([\s\S]*?)^```$/gm)].map(([, kind, text = '']) => ({ kind, text }));
    return {
      title: part.split('\n', 1)[0] ?? '',
      rules: fences.find(({ kind }) => kind === 'cme')?.text ?? '',
      pieces: fences.flatMap(({ kind, text }) => (kind === 'md' ? [text.trimEnd()] : [])),
    };
  });

describe('rules on paper', () => {
  test.each(cases)('$title', ({ rules, pieces }) => {
    const text = markdownOf(docOf({ file: 'case.cme', text: rules }).doc);
    let at = 0;
    for (const piece of pieces) {
      const found = text.indexOf(piece, at);
      if (found < 0) expect(text).toContain(piece);
      at = found + piece.length;
    }
  });
});

const textsOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      block.kind === 'table'
        ? [block.columns.map(({ head }) => head), ...block.rows].flat().join('\n')
        : `${block.text}\n${'aside' in block ? block.aside : ''}`,
    )
    .join('\n');

describe('the shipped rules', () => {
  const files = ['hubei.cme', 'national.cme', 'samples/five-year.cme', 'samples/two-class.cme'];

  test.each(files)('%s: every figure, name and clause of a rule is on the page', (name) => {
    const { compiled, doc } = docOf(shipped(name));
    const page = textsOf(doc.blocks);
    const { ruleSet } = compiled;
    const sections = [
      ...(ruleSet?.requirements ?? []),
      ...(ruleSet?.groups ?? []).map(({ section }) => section),
      ...(ruleSet?.categories ?? []).flatMap(({ section, items }) => [section, ...items.map((item) => item.section)]),
    ];
    expect(sections.length).toBeGreaterThan(3);
    for (const { node } of sections) {
      if ('label' in node && node.label) expect(page).toContain(node.label.text);
      for (const line of node.lines) {
        if (line.kind === 'cite' || line.kind === 'accepted' || line.kind === 'open') continue;
        for (const figure of wordsOfLine(line).match(/\d+(\.\d+)?%?|「[^」]+」/g) ?? []) expect(page).toContain(figure);
      }
    }
    for (const { label, options } of ruleSet?.readings ?? []) {
      expect(page).toContain(label);
      for (const option of options) expect(page).toContain(option.label);
    }
    for (const { label, key, options, section } of ruleSet?.fields ?? []) {
      for (const word of section === null ? [] : [label, key, ...options.map((one) => one.label)]) {
        expect(page).toContain(word);
      }
    }
    for (const { node } of ruleSet?.examples ?? []) expect(page).toContain(node.title.value);
  });

  test('a row has as many cells as its table has columns', () => {
    for (const name of files) {
      for (const block of docOf(shipped(name)).doc.blocks) {
        if (block.kind === 'table') for (const row of block.rows) expect(row).toHaveLength(block.columns.length);
      }
    }
  });

  test('what is inherited says from where', () => {
    const page = textsOf(docOf(shipped('hubei.cme')).doc.blocks);
    expect(page).toContain('沿用 国家 2024');
  });

  test('another option is printed as the one in force, and said to be another than the file adopts', () => {
    const page = textsOf(docOf(shipped('hubei.cme'), 'zh', { top_three: 'overall' }).doc.blocks);
    expect(page).toContain('前三名（2～3）');
    expect(page).toContain('与文件采用的不同：口径「前三名」采用「在内」');
  });

  test('in English the words around the names are English', () => {
    const page = textsOf(docOf(shipped('hubei.cme'), 'en').doc.blocks);
    expect(page).toContain('1 credit for every 3 hours; those of one project are added first (reading 「项目时长」)');
    expect(page).toContain('Matter\nWhere\nRule');
    expect(page).not.toContain('undefined');
  });

  test('rules with an error are not printed', () => {
    const compiled = compile({ file: 'a.cme', text: '规则 甲 a 版本 1\n要求\n  每年 没有\n' });
    expect(rulesDoc(compiled, 'zh')).toBeNull();
  });
});

describe('hostile names', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '甲 | 乙 |',
    '**粗** _斜_ `码` [链](javascript:x)',
    '# 标题',
    '&amp; &lt;',
    '" onload="x',
    '\\',
    '1. 甲',
    '- 甲\n# 乙\n    丙',
    '$x$ ~~y~~',
    '\u202e倒\u2066\u0007\u0000\ud800',
  ];
  const TAGS = new Set(
    'html head meta title style body main h p small table colgroup col thead tbody tr th td br'.split(' '),
  );
  const UNPRINTABLE = /\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u;

  test.each(HOSTILE)('%j stays text in every form', (name) => {
    const doc: Doc = {
      lang: 'zh',
      title: name,
      subtitle: name,
      blocks: [
        { kind: 'heading', level: 2, text: name, aside: name },
        { kind: 'paragraph', tone: 'body', text: name },
        { kind: 'paragraph', tone: 'caption', text: name },
        {
          kind: 'table',
          columns: [
            { head: name, share: 1 },
            { head: '乙', share: 1 },
          ],
          rows: [[name, name]],
        },
      ],
    };
    const html = htmlOf(doc);
    const tags = [...html.matchAll(/<\/?([a-z]+)/g)].map(([, tag = '']) => tag);
    expect(tags.filter((tag) => !TAGS.has(tag))).toEqual([]);
    expect(html).not.toMatch(/<[a-z]+[^>]* on\w+=/);
    expect(html.replaceAll('\n', '')).not.toMatch(UNPRINTABLE);
    const md = markdownOf(doc);
    expect(md.replaceAll('\n', '')).not.toMatch(UNPRINTABLE);
    expect(md.match(/<[^>]*>/g)?.every((tag) => ['<br>', '<small>', '</small>'].includes(tag))).toBe(true);
    // Two headings and one table stay so, and a row keeps its columns.
    expect(md.split('\n').filter((line) => /^ {0,3}#{1,6} /.test(line))).toHaveLength(2);
    const rows = md.split('\n').filter((line) => line.startsWith('| '));
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row.replaceAll('\\\\', '').match(/(?<!\\)\|/g)).toHaveLength(3);
    // What would be bold, a link, code or a list has its mark taken away.
    expect(md).not.toMatch(/\[链\]|(?<!\\)`|(?<!\\)~~|(?<!\\)_斜|^(- |1\. )甲|^ {4}/m);
  });
});
