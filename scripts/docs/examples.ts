/** The example rule files of the reference page: compiled, run, and asked which keyword each line of theirs shows. */
import { readdirSync, readFileSync } from 'node:fs';
import type { KeywordId } from '../../grammar/keywords.ts';
import { type Compiled, compile } from '../../src/compile.ts';
import { type Examples, runExamples } from '../../src/examples.ts';
import { format } from '../../src/format.ts';
import type { Printing } from '../../src/language/construct.ts';
import { printHead, printLine } from '../../src/language/index.ts';
import type { Source } from '../../src/library.ts';
import type { Line, Section } from '../../src/model/ast.ts';
import { severityOf } from '../../src/model/codes.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';

/** In the order in which they introduce the language. */
const order = [
  'first.cme',
  'base.cme',
  'province.cme',
  'awards.cme',
  'requirements.cme',
  'units.cme',
  'cycle.cme',
  'rolling.cme',
  'crossing.cme',
];

/** Read like the others, and shown nowhere but in the README: `first.cme` in English words. */
export const ENGLISH = 'first.en.cme';

export interface Example {
  readonly name: string;
  readonly text: string;
  readonly compiled: Compiled;
  /** Of the file's 用例. */
  readonly run: Examples;
  /** Findings of severity error. */
  readonly errors: readonly Diagnostic[];
  /** In canonical form. */
  readonly formatted: string;
  readonly shows: readonly Shown[];
}

/** A line, or the head of a section (`line` null), and the keywords in it. */
export interface Shown {
  readonly example: string;
  readonly section: Section;
  readonly line: Line | null;
  /** First line in the file, from 1. */
  readonly at: number;
  readonly words: ReadonlySet<KeywordId>;
}

const folder = new URL('../../docs/examples/', import.meta.url);

/** The printers ask for each keyword by its id: so a line's words are known from its tree, not from its spelling. */
const wordsIn = (print: (p: Printing) => unknown): ReadonlySet<KeywordId> => {
  const found = new Set<KeywordId>();
  const spell = (id: KeywordId): string => {
    found.add(id);
    return id;
  };
  print({ language: 'zh', spell });
  return found;
};

const showsOf = (example: string, compiled: Compiled): readonly Shown[] => {
  const lines = compiled.maps.get(example);
  const at = (start: number): number => lines?.position(start).line ?? 1;
  return compiled.tree.sections.flatMap((section): Shown[] => {
    const head = {
      example,
      section,
      line: null,
      at: at(section.span.start),
      words: wordsIn((p) => printHead(section, p)),
    };
    const own = section.lines.map((line) => ({
      example,
      section,
      line,
      at: at(line.span.start),
      words: wordsIn((p) => printLine(line, p)),
    }));
    return [head, ...own];
  });
};

const read = (name: string): Source => ({ file: name, text: readFileSync(new URL(name, folder), 'utf8') });

const exampleOf = (source: Source, library: readonly Source[]): Example => {
  const compiled = compile(source, { library });
  return {
    name: source.file,
    text: source.text,
    compiled,
    run: runExamples(compiled),
    errors: compiled.diagnostics.filter((found) => severityOf(found) === 'error'),
    formatted: format(compiled.tree, source.text),
    shows: showsOf(source.file, compiled),
  };
};

/** All of them; a file in the folder that has no place in the order is a mistake. */
export const readExamples = (): readonly Example[] => {
  const found = readdirSync(folder).filter((name) => name.endsWith('.cme') && name !== ENGLISH);
  const unplaced = found.filter((name) => !order.includes(name));
  if (unplaced.length > 0) throw new Error(`docs/examples: no place in the order for ${unplaced.join(', ')}`);
  const library = order.map(read);
  return library.map((source) => exampleOf(source, library));
};

export const readEnglish = (): Source => read(ENGLISH);
