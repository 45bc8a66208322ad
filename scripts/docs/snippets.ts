/** Parts of the example files as they stand there. */
import type { Example, Shown } from './examples.ts';

const FOLDED = '  …';
/** A section longer than this is shown by its first lines. */
const LONGEST = 9;

const linesOf = (example: Example, from: number, to: number): string[] => example.text.split('\n').slice(from - 1, to);

const lineAt = (example: Example, offset: number): number =>
  example.compiled.maps.get(example.name)?.position(offset).line ?? 1;

/** A whole section, cut short where it is long. */
export const sectionText = (example: Example, { section }: Shown, longest = LONGEST): string => {
  const lines = linesOf(example, lineAt(example, section.extent.start), lineAt(example, section.extent.end));
  return (lines.length > longest ? [...lines.slice(0, longest - 1), FOLDED] : lines).join('\n');
};

/** A line under the head of its section; what stands between and after is folded. */
export const lineText = (example: Example, shown: Shown): string => {
  const { section, line } = shown;
  if (!line) return sectionText(example, shown);
  const head = lineAt(example, section.span.start);
  const headEnd = lineAt(example, section.span.end);
  const from = lineAt(example, line.span.start);
  const to = lineAt(example, line.span.end);
  const last = lineAt(example, section.extent.end);
  return [
    ...linesOf(example, head, headEnd),
    ...(from > headEnd + 1 ? [FOLDED] : []),
    ...linesOf(example, from, to),
    ...(last > to ? [FOLDED] : []),
  ].join('\n');
};

/** One physical line and where it stands; of a table the row that has the word. */
export const oneLine = (
  example: Example,
  { section, line }: Shown,
  word: string,
): { readonly text: string; readonly at: number } => {
  const span = (line ?? section).span;
  const from = lineAt(example, span.start);
  const lines = linesOf(example, from, lineAt(example, span.end));
  const index = Math.max(
    0,
    lines.findIndex((text) => text.includes(word)),
  );
  return { text: (lines[index] ?? '').trim().replace(/ +/g, ' '), at: from + index };
};

/** A part named by how it begins: of the sections first, then of the lines. */
export const find = (example: Example, beginning: string): Shown => {
  const begins = (shown: Shown): boolean => {
    const { span } = shown.line ?? shown.section;
    return example.text.slice(span.start, span.end).startsWith(beginning);
  };
  const found = example.shows.find((one) => one.line === null && begins(one)) ?? example.shows.find(begins);
  if (!found) throw new Error(`docs/examples/${example.name}: nothing begins with 「${beginning}」`);
  return found;
};
