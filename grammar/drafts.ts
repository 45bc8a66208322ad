/** The sections of a file while it is read: each line is kept in the last one, or as an orphan before the first. */
import type { Line, Section, SectionKind } from '../src/model/ast.ts';
import { join, type Span } from '../src/model/span.ts';
import { beside } from './lineNodes.ts';
import type { LogicalLine } from './lines.ts';
import { shown } from './report.ts';

export interface Draft {
  readonly kind: SectionKind;
  /** What the section was meant to be, where its head is broken. */
  readonly meant: SectionKind;
  /** What the section was meant to be is a guess only, so that nothing in it can be called misplaced. */
  readonly guessed: boolean;
  /** The line above was misplaced, or might have been a section's head. */
  astray: boolean;
  readonly indent: number;
  readonly word: string;
  readonly node: Record<string, unknown>;
  readonly lines: Line[];
  extent: Span;
}

/** What is known of a section when its head was read. */
interface Head {
  readonly kind: SectionKind;
  readonly meant: SectionKind;
  readonly guessed: boolean;
  readonly shape: object;
  /** Where the word stands that opens it, and that word. */
  readonly word: Span;
  readonly written: string;
}

export class Drafts {
  readonly orphans: Line[] = [];
  private readonly sections: Draft[] = [];

  get last(): Draft | undefined {
    return this.sections[this.sections.length - 1];
  }

  open(line: LogicalLine, { kind, meant, guessed, shape, word, written }: Head): void {
    const node = { kind, ...shape, span: line.span, word, ...beside(line, kind === 'brokenSection') };
    this.sections.push({
      kind,
      meant,
      guessed,
      astray: guessed,
      indent: line.indent,
      word: shown(written),
      node,
      lines: [],
      extent: line.span,
    });
  }

  keep(line: Line): void {
    const section = this.last;
    if (!section) this.orphans.push(line);
    else {
      section.lines.push(line);
      section.extent = join(section.extent, line.span);
    }
  }

  done(): readonly Section[] {
    return this.sections.map(({ node, lines, extent }) => ({ ...node, lines, extent }) as unknown as Section);
  }
}
