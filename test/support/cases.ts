/**
 * Reads case files: input and expectation one under the other, so that a case can be read aloud. `#` opens a comment,
 * which mostly holds the reckoning in words. Rule texts stand in fences; the others are lines:
 *
 *     ```cme                          the rules of the cases below it (`rules hubei` takes them from the folder rules/)
 *     ```cme also                     a further version beside them: the one in force in the year is taken
 *     ```cme file NAME                a file that a baseline may be found in
 *     ```cme prelude                  what every program below begins with
 *     === TITLE                       opens a case
 *     year 2030
 *     person p1, institution hospital
 *     record r1 2030-03-01..2030-05-29 advanced_study, passed, hours 300
 *     => raw 50, credits 25
 *     total
 *     => 25, met, short 0
 *     under deemed = greater          the same practitioner under another reading (or `year = 2031`): what is different
 *
 * A fact is `key value`, or a key alone for yes. A record's second word is its date, its stay or `-`, the third its form
 * or `-`. `=>` says what is expected of the line above it: of a record, `category CODE`, `requirement NAME`, `class hours`,
 * `notice WORDS` or `total`. A number alone is both raw and credits.
 *
 * In a program the line under a mistake underlines it and says its code and message: `    ^^^^ CME201 …`. `^^^…` goes on
 * over the next lines, `!` is a place without width.
 */
import stringWidth from 'string-width';

export interface Check {
  /** The line above the expectation: `record r1`, `category projects`, `total`. */
  readonly of: string;
  readonly name: string;
  readonly expected: readonly string[];
  readonly line: number;
}

export interface Variant {
  /** Code of a reading (or `year`) → option. */
  readonly given: Readonly<Record<string, string>>;
  readonly checks: Check[];
}

export type Facts = Record<string, string | boolean>;

export interface Rules {
  /** Texts that stand beside each other, or the code of a shipped file. */
  readonly texts: readonly string[];
  readonly shipped: string | null;
  readonly library: readonly { readonly file: string; readonly text: string }[];
}

export interface EvaluationCase {
  readonly title: string;
  readonly line: number;
  readonly rules: Rules;
  readonly year: number;
  readonly person: Facts;
  readonly records: readonly Facts[];
  /** What is expected as the file stands, then under other readings. */
  readonly variants: readonly Variant[];
}

export interface Mark {
  /** A file of the library; absent: the program itself. */
  readonly file?: string;
  readonly line: number;
  readonly column: number;
  /** Underlined text; ends in … where it goes on over the next lines. */
  readonly text: string;
  readonly code: string;
  readonly message: string;
}

export interface ProgramCase {
  readonly title: string;
  readonly line: number;
  readonly prelude: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly library: readonly { readonly file: string; readonly text: string }[];
  /** The line `rest unchecked`: nothing further is said of such a program. */
  readonly restChecked: boolean;
  /** The line `beside the shipped rules`: these are where its baseline is looked for. */
  readonly shipped: boolean;
}

/** A line of a case file, or a fence as one. */
type Piece =
  | { readonly kind: 'line'; readonly text: string; readonly line: number }
  | { readonly kind: 'fence'; readonly info: string; readonly text: string; readonly line: number };

const pieces = (source: string): readonly Piece[] => {
  const found: Piece[] = [];
  let fence: { info: string; lines: string[]; line: number } | null = null;
  for (const [i, text] of source.split('\n').entries()) {
    if (fence && text === '```') {
      found.push({ kind: 'fence', info: fence.info, text: `${fence.lines.join('\n')}\n`, line: fence.line });
      fence = null;
    } else if (fence) fence.lines.push(text);
    else if (text.startsWith('```cme')) fence = { info: text.slice(6).trim(), lines: [], line: i + 1 };
    else if (text.trim() !== '' && !text.trim().startsWith('#')) {
      found.push({ kind: 'line', text: text.trim(), line: i + 1 });
    }
  }
  if (fence) throw new Error(`line ${fence.line}: the fence is not closed`);
  return found;
};

const factsOf = (parts: readonly string[]): Facts => {
  const facts: Facts = {};
  for (const part of parts) {
    const [, key = '', value] = /^(\S+)(?:\s+(.*))?$/.exec(part) ?? [];
    facts[key] = value ?? true;
  }
  return facts;
};

const recordOf = (text: string): Facts => {
  const [head = '', ...rest] = text.split(/\s*,\s*/);
  const [, id = '', when = '-', form = '-'] = head.split(/\s+/);
  const [start, end] = when.split('..');
  const dates = end !== undefined ? { start: start ?? '', end } : when === '-' ? {} : { date: when };
  return { id, ...(form === '-' ? {} : { form }), ...dates, ...factsOf(rest) };
};

const givenBy = (text: string): Record<string, string> =>
  Object.fromEntries(text.split(/\s*,\s*/).map((part) => part.split(/\s*=\s*/) as [string, string]));

const checkable = /^(record|category|requirement|class hours|notice|total)\b\s*(\S.*)?$/;

/** A file of practitioners and what they are to get. */
export const evaluationCases = (source: string): readonly EvaluationCase[] => {
  type Draft = { -readonly [K in keyof EvaluationCase]: EvaluationCase[K] } & {
    records: Facts[];
    variants: Variant[];
  };
  const cases: Draft[] = [];
  let rules: Rules = { texts: [], shipped: null, library: [] };
  let above: { of: string; name: string } | null = null;
  for (const piece of pieces(source)) {
    const fail = (why: string): never => {
      throw new Error(`line ${piece.line}: ${why}`);
    };
    if (piece.kind === 'fence') {
      const file = /^file (\S+)$/.exec(piece.info)?.[1];
      if (file) rules = { ...rules, library: [...rules.library, { file, text: piece.text }] };
      else if (piece.info === 'also') rules = { ...rules, texts: [...rules.texts, piece.text] };
      else rules = { ...rules, texts: [piece.text], shipped: null };
      continue;
    }
    const { text, line } = piece;
    const title = /^=== (.*)$/.exec(text)?.[1];
    const shipped = /^rules (\S+)$/.exec(text)?.[1];
    if (shipped) {
      rules = { texts: [], shipped, library: [] };
      continue;
    }
    if (title) {
      if (above) fail('the line before expects nothing');
      cases.push({ title, line, rules, year: 0, person: {}, records: [], variants: [{ given: {}, checks: [] }] });
      continue;
    }
    const current = cases.at(-1) ?? fail('no case is open');
    const variant = current.variants.at(-1) ?? fail('no case is open');
    const [, word = '', rest = ''] = /^(=>|\S+)\s*(.*)$/.exec(text) ?? [];
    if (word === '=>') {
      if (!above) return fail('nothing above this expectation');
      variant.checks.push({ ...above, expected: rest.split(/\s*,\s*/), line });
      above = null;
    } else if (above) fail('the line before expects nothing');
    else if (word === 'year') current.year = Number(rest);
    else if (word === 'person') {
      const [id = '', ...facts] = rest.split(/\s*,\s*/);
      current.person = { id, ...factsOf(facts) };
    } else if (word === 'under') current.variants.push({ given: givenBy(rest), checks: [] });
    else {
      const [, of = '', name = ''] = checkable.exec(text) ?? fail(`「${text}」 is no line of a case`);
      if (of === 'record' && current.variants.length === 1) current.records.push(recordOf(text));
      above = { of, name: of === 'record' ? (name.split(/\s+/)[0] ?? '') : name };
      if (of === 'notice') {
        variant.checks.push({ ...above, expected: ['said'], line });
        above = null;
      }
    }
  }
  return cases;
};

const markLine = /^(\s*)(\^+…?|!) (CME\d{3}) (.*)$/;

/** The offset in a line whose display width before it is `width`. */
const offsetAt = (line: string, width: number): number => {
  let offset = 0;
  for (const char of line) {
    if (stringWidth(line.slice(0, offset)) >= width) break;
    offset += char.length;
  }
  return offset;
};

const marked = (source: string): { text: string; marks: readonly Mark[] } => {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of source.split('\n')) {
    const [, blank = '', under = '', code = '', message = ''] = markLine.exec(line) ?? [];
    if (under === '') {
      lines.push(line);
      continue;
    }
    const above = lines.at(-1) ?? '';
    const from = offsetAt(above, stringWidth(blank));
    const to = under === '!' ? from : offsetAt(above, stringWidth(blank) + under.replace('…', '').length);
    const text = above.slice(from, to) + (under.endsWith('…') ? '…' : '');
    marks.push({ line: lines.length, column: from + 1, text, code, message });
  }
  return { text: lines.join('\n'), marks };
};

/** A file of programs, good and bad. */
export const programCases = (source: string): readonly ProgramCase[] => {
  const cases: ProgramCase[] = [];
  let open = null as Pick<ProgramCase, 'title' | 'line' | 'restChecked' | 'shipped'> | null;
  let prelude = '';
  let shared: ProgramCase['library'] = [];
  let own: ProgramCase['library'] = [];
  let elsewhere: readonly Mark[] = [];
  for (const piece of pieces(source)) {
    if (piece.kind === 'line') {
      const title = /^=== (.*)$/.exec(piece.text)?.[1];
      if (title) {
        open = { title, line: piece.line, restChecked: true, shipped: false };
        own = [];
        elsewhere = [];
      } else if (open && piece.text === 'rest unchecked') open = { ...open, restChecked: false };
      else if (open && piece.text === 'beside the shipped rules') open = { ...open, shipped: true };
      else throw new Error(`line ${piece.line}: 「${piece.text}」 is no line of a program case`);
      continue;
    }
    const file = /^file (\S+)$/.exec(piece.info)?.[1];
    if (file && open) {
      const { text, marks } = marked(piece.text);
      own = [...own, { file, text }];
      elsewhere = [...elsewhere, ...marks.map((mark) => ({ ...mark, file }))];
    } else if (file) shared = [...shared, { file, text: piece.text }];
    else if (piece.info === 'prelude') prelude = piece.text;
    else if (open) {
      const { text, marks } = marked(piece.text);
      const library = [...shared, ...own];
      cases.push({ ...open, prelude, text, marks: [...marks, ...elsewhere], library });
    }
  }
  return cases;
};
