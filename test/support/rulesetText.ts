/** A rule file as blocks of lines, so that it can be made and shrunk line by line; and how it is written. */

/** A line, and behind it the rows of its table. */
export interface TextLine {
  readonly text: string;
  readonly rows?: readonly string[];
}

export interface Block {
  readonly head: string;
  readonly lines: readonly TextLine[];
}

export interface FileText {
  readonly file: string;
  readonly blocks: readonly Block[];
}

/** The rule file that is judged, and its baseline where it has one. */
export interface RuleTexts {
  readonly entry: FileText;
  readonly base: FileText | null;
}

export const block = (head: string, ...lines: readonly (string | TextLine)[]): Block => ({
  head,
  lines: lines.filter((line) => line !== '').map((line) => (typeof line === 'string' ? { text: line } : line)),
});

export const written = ({ blocks }: FileText): string =>
  blocks
    .map(({ head, lines }) =>
      [head, ...lines.flatMap(({ text, rows = [] }) => [`  ${text}`, ...rows.map((row) => `    ${row}`)])].join('\n'),
    )
    .join('\n\n')
    .concat('\n');

/** As they stand in a file, for a failed test: the baseline first. */
export const shownTexts = ({ entry, base }: RuleTexts): string =>
  [base, entry].flatMap((one) => (one ? [`# ---- ${one.file}`, written(one)] : [])).join('\n');

// ---- smaller ones -------------------------------------------------------------------------------------------------------

/** Without its halves, quarters, … single elements. */
export function* shorter<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let size = Math.ceil(list.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = 0; from < list.length; from += size) yield list.toSpliced(from, size);
}

/** One element smaller. */
export function* eachIn<T>(list: readonly T[], smaller: (one: T) => Iterable<T>): Generator<readonly T[]> {
  for (const [at, one] of list.entries()) for (const less of smaller(one)) yield list.with(at, less);
}

/** A line without its last `当 …`, and without a row of its table (the head stays). */
function* smallerLine({ text, rows }: TextLine): Generator<TextLine> {
  const at = text.lastIndexOf(' 当 ');
  if (at > 0 && !text.startsWith('视同完成')) yield { text: text.slice(0, at), ...(rows && { rows }) };
  if (rows && rows.length > 2)
    for (let row = 1; row < rows.length; row += 1) yield { text, rows: rows.toSpliced(row, 1) };
}

function* smallerBlock({ head, lines }: Block): Generator<Block> {
  for (const fewer of shorter(lines)) yield { head, lines: fewer };
  for (const less of eachIn(lines, smallerLine)) yield { head, lines: less };
}

function* smallerFile({ file, blocks }: FileText): Generator<FileText> {
  const [header, ...rest] = blocks;
  if (!header) return;
  for (const fewer of shorter(rest)) yield { file, blocks: [header, ...fewer] };
  for (const less of eachIn(blocks, smallerBlock)) yield { file, blocks: less };
}

export function* smallerTexts({ entry, base }: RuleTexts): Generator<RuleTexts> {
  for (const less of smallerFile(entry)) yield { entry: less, base };
  if (base) for (const less of smallerFile(base)) yield { entry, base: less };
}
