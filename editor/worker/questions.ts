/** What a screen may ask of the rules as last compiled, and what it is told: plain data, each question by its name. */
import type {
  Boundaries,
  Covered,
  ListedClause,
  PersonResult,
  SaidFact,
  Severity,
  Span,
  TextEdit,
  Why,
} from '../../src/index.ts';

interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A finding that the file accepts by 已知. */
export interface AcceptedProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly line: number;
  readonly reason: string;
  /** The line 已知. */
  readonly at: number;
}

export interface ProblemDetail {
  readonly clause: string | null;
  readonly why: Why;
  /** Of the file's own year, so that an example need not name it. */
  readonly usualYear: string | null;
}

/** What a fix would come to, found out by trying it. */
export interface FixTried {
  readonly errors: number;
  readonly warnings: number;
  readonly passed: number;
  readonly failed: number;
}

// ---- clauses

export interface RegulationText {
  /** Chapters and clauses in the order of the text. */
  readonly parts: readonly RegulationPart[];
  readonly whole: boolean;
}

export interface RegulationPart {
  readonly kind: 'chapter' | 'clause';
  readonly name: string;
  /** As printed. */
  readonly label: string;
  readonly depth: number;
  readonly paragraphs: readonly string[];
}

export interface SourceFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly help: Bilingual | null;
  readonly span: Span;
  readonly line: number;
  /** Clauses beside which it is shown. */
  readonly clauses: readonly string[];
}

export interface ClauseSurvey {
  readonly clauses: readonly ListedClause[];
  /** Rules of the file that rest on no clause, by the line of their heads. */
  readonly bare: readonly { readonly line: number; readonly words: string }[];
  readonly findings: readonly SourceFinding[];
}

// ---- examples

export interface ExampleGiven {
  readonly line: number;
  readonly year: number;
  readonly chosen: readonly string[];
  readonly person: readonly SaidFact[];
  readonly records: readonly (readonly SaidFact[])[];
  /** Of one that fails: what took credits away, and what was not granted, in words. */
  readonly because: { readonly zh: readonly string[]; readonly en: readonly string[] } | null;
}

export interface ExamplesSurvey {
  readonly given: readonly ExampleGiven[];
  readonly coverage: readonly Covered[];
}

export interface ProposedExample {
  readonly of: Boundaries['found'][number]['of'];
  readonly line: number;
  readonly words: string;
  readonly clause: string | null;
  readonly name: string;
  readonly year: string | null;
  readonly person: readonly SaidFact[];
  readonly records: readonly (readonly SaidFact[])[];
  readonly credits: number;
  readonly status: PersonResult['status'];
}

export interface Proposals {
  readonly found: readonly ProposedExample[];
  readonly left: Boundaries['left'];
}

/** Question and answer, by name. */
export interface Known {
  accepted: { readonly ask: object; readonly told: readonly AcceptedProblem[] };
  problem: {
    /** `message` in Chinese: several of a code may stand in one place. */
    readonly ask: { readonly code: string; readonly file: string; readonly span: Span; readonly message: string };
    readonly told: ProblemDetail | null;
  };
  fix: { readonly ask: { readonly edits: readonly TextEdit[] }; readonly told: FixTried };
  regulation: { readonly ask: { readonly text: string }; readonly told: RegulationText };
  clauses: {
    readonly ask: { readonly name: string; readonly text: string | null; readonly before: string | null };
    readonly told: ClauseSurvey;
  };
  examples: { readonly ask: object; readonly told: ExamplesSurvey };
  reckoning: {
    readonly ask: { readonly line: number; readonly lang: 'zh' | 'en' };
    readonly told: PersonResult | null;
  };
  boundaries: { readonly ask: object; readonly told: Proposals };
}

export type Topic = keyof Known;
export type Question<T extends Topic = Topic> = { [K in T]: { readonly of: K } & Known[K]['ask'] }[T];
export type Told<T extends Topic = Topic> = Known[T]['told'];
