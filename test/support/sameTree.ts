import { tidyClauses } from '../../src/language/value.ts';
import type { RuleFile } from '../../src/model/ast.ts';

const places = new Set(['span', 'word', 'extent', 'blankBefore']);

/**
 * A tree without its places, for comparison: two files that say the same have equal trees. What the formatter is allowed
 * to spell out or to respell (`每小时` as `每 1 小时`, a header's `语言 1`, `(一)` as `（一）`) counts as the same.
 */
export const tree = (file: RuleFile): unknown => ({
  ...(bare(file) as object),
  sections: file.sections.map((section, i) => bare(i === firstHeader(file) ? withLanguage(section) : section)),
});

const firstHeader = (file: RuleFile): number => file.sections.findIndex((section) => section.kind === 'rules');

function withLanguage(section: RuleFile['sections'][number]): unknown {
  if (section.lines.some((line) => line.kind === 'language')) return section;
  return { ...section, lines: [{ kind: 'language', version: { digits: '1' }, leading: [] }, ...section.lines] };
}

function bare(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(bare);
  if (typeof node !== 'object' || node === null) return node;
  const members = Object.entries(node)
    .filter(([key, value]) => !places.has(key) && value !== undefined)
    .map(([key, value]) => [key, bare(value)] as const);
  const plain: Record<string, unknown> = Object.fromEntries(members);
  if (plain.kind === 'per' && plain.every === undefined && plain.everyReading === undefined)
    plain.every = { digits: '1' };
  if (Object.keys(plain).join() === 'text') plain.text = tidyClauses(String(plain.text)).replace(/^＃/, '#');
  if (plain.kind === 'broken') plain.text = String(plain.text).replace(/\r\n?/g, '\n').trim();
  return plain;
}
