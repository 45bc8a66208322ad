/** `cme check --source`: a rule file beside the text of its regulation, and the marks of that text kept beside the file. */
import { decode } from '../data/index.ts';
import {
  type ClauseMarks,
  type Compiled,
  checkSource,
  clauseMarks,
  helpOf,
  messageOf,
  type RuleSource,
  readRegulation,
  type SourceFindings,
} from '../index.ts';
import { isFile, readBytes, writeWhole } from './files.ts';
import type { RuleFile } from './rulefile.ts';
import type { Shell } from './shell.ts';
import { Stop } from './stop.ts';

export interface SourceOptions {
  readonly source?: string;
  readonly saveSource?: boolean;
}

export interface BesideSource extends SourceFindings {
  /** The text, for the places in it that findings show. */
  readonly text: RuleSource;
}

/** Many times the longest regulation; more is no regulation, or one with its annexes as pictures. */
const LARGEST = 2 ** 23;

/** Whether these options can be followed; told before anything is read. */
export function checkSourceOptions({ source, saveSource }: SourceOptions, entries: readonly RuleFile[]): void {
  if (source === undefined) {
    if (saveSource === true) throw new Stop('saveWithoutSource');
    return;
  }
  const [entry] = entries;
  if (entry === undefined || entries.length > 1) throw new Stop('sourceOneRules', { count: entries.length });
  if (saveSource === true && entry.path === null) throw new Stop('cannotSaveGit', { file: entry.file });
}

/** Null where no text is given. */
export function besideSource(
  entry: RuleFile,
  compiled: Compiled,
  { source, saveSource }: SourceOptions,
  shell: Shell,
): BesideSource | null {
  if (source === undefined) return null;
  const text = readSource(source, shell);
  const regulation = readRegulation(text);
  const count = regulation.named.size;
  if (count === 0) throw new Stop('sourceNoClauses', { file: source });
  const kept = entry.path === null ? null : entry.path.replace(/\.cme$/, '') + ENDING;
  const before = kept !== null && isFile(kept) ? readMarks(kept) : undefined;
  const found = checkSource(compiled, regulation, { file: source, ...(before && { before }) });
  shell.tell(before ? 'sourceComparedWithKept' : 'sourceCompared', { file: source, count, kept: kept ?? '' });
  if (saveSource === true && kept !== null) {
    writeWhole(kept, `${JSON.stringify({ clauses: clauseMarks(regulation) }, null, 2)}\n`);
    shell.tell('sourceSaved', { file: kept });
  }
  return { ...found, text: { file: source, text } };
}

const ENDING = '.clauses.json';

function readSource(file: string, { lang }: Shell): string {
  const bytes = readBytes(file);
  const refuse = (why: string): Stop => new Stop('sourceNotText', { file, why });
  if (bytes.length > LARGEST) throw new Stop('sourceTooLarge', { file, size: Math.ceil(bytes.length / 2 ** 20) });
  const { text, findings } = decode(bytes, file);
  if (text !== null) return text;
  const [found] = findings;
  throw refuse(found === undefined ? '' : [messageOf(found, lang), helpOf(found, lang)].filter(Boolean).join('；'));
}

/** Only what `--save-source` writes is taken for it. */
function readMarks(file: string): ClauseMarks {
  const bytes = readBytes(file);
  if (bytes.length > LARGEST) throw new Stop('marksBroken', { file });
  let read: unknown;
  try {
    read = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Stop('marksBroken', { file });
  }
  const clauses = typeof read === 'object' && read !== null && 'clauses' in read ? read.clauses : null;
  if (typeof clauses !== 'object' || clauses === null || Array.isArray(clauses))
    throw new Stop('marksBroken', { file });
  const marks = Object.entries(clauses);
  if (marks.some(([, mark]) => typeof mark !== 'string' || !/^[\da-f]{16}$/.test(mark))) {
    throw new Stop('marksBroken', { file });
  }
  return Object.fromEntries(marks);
}
