/** Above a section: how many examples look at it, and how they fare. */
import { type ExampleResult, runExamples } from '../examples.ts';
import type { Span } from '../model/span.ts';
import type { Document, Said } from './document.ts';

export interface Lens {
  readonly span: Span;
  readonly title: Said;
  readonly passed: number;
  readonly failed: number;
  /** Names of those examples, failed ones first. */
  readonly examples: readonly string[];
}

/** What a lens needs of an example. */
export type LensExample = Pick<ExampleResult, 'name' | 'file' | 'line' | 'pass' | 'uses'>;

const watched = new Set(['category', 'item', 'group', 'require', 'scope', 'makeup', 'carry', 'notice']);

/** `examples`: of `runExamples` with `uses`; run here unless given. */
export const lensesOf = (
  { file, lines, compiled }: Document,
  examples: readonly LensExample[] = runExamples(compiled, { uses: true }).examples,
): readonly Lens[] => {
  const byLine = new Map<number, LensExample[]>();
  for (const one of examples) {
    for (const line of one.uses ?? []) {
      const list = byLine.get(line);
      if (list) list.push(one);
      else byLine.set(line, [one]);
    }
  }
  return compiled.tree.sections.flatMap((section): Lens[] => {
    if (section.kind === 'example' || section.kind === 'examples') {
      const [from, to] = [lines.position(section.extent.start).line, lines.position(section.extent.end).line];
      return lens(
        section.span,
        examples.filter((one) => one.file === file && one.line >= from && one.line <= to),
      );
    }
    if (!watched.has(section.kind)) return [];
    const own = new Set<LensExample>();
    const [from, to] = [lines.position(section.extent.start).line, lines.position(section.extent.end).line];
    for (let line = from; line <= to; line++) for (const one of byLine.get(line) ?? []) own.add(one);
    return lens(section.span, [...own]);
  });
};

const lens = (span: Span, all: readonly LensExample[]): Lens[] => {
  const failed = all.filter(({ pass }) => !pass);
  const passed = all.length - failed.length;
  const title: Said =
    all.length === 0
      ? { zh: '○ 没有用例', en: '○ no example' }
      : failed.length === 0
        ? { zh: `✓ 用例 ${all.length} 个通过`, en: `✓ ${all.length} examples pass` }
        : {
            zh: `✕ 用例 ${all.length} 个：${passed} 通过、${failed.length} 失败`,
            en: `✕ ${failed.length} of ${all.length} examples fail`,
          };
  const names = [...failed, ...all.filter(({ pass }) => pass)].map(({ name }) => name);
  return [{ span, title, passed, failed: failed.length, examples: names }];
};
