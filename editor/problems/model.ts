/** What the screen of problems needs of a finding, worked out from what is known of the file. */
import type { Severity, TextEdit } from '../../src/index.ts';
import type { SignKind } from '../parts/Sign.tsx';
import type { Lang } from '../state/prefs.ts';
import type { Say, WordId } from '../words/index.ts';
import type { BlockHead, Outline, Problem } from '../worker/protocol.ts';
import type { AcceptedProblem } from '../worker/questions.ts';

export const signs: Readonly<Record<Severity, SignKind>> = { error: 'err', warning: 'warn', info: 'info' };
export const names: Readonly<Record<Severity, WordId>> = {
  error: 'oneError',
  warning: 'oneWarning',
  info: 'oneInfo',
};
export const tones: Readonly<Record<Severity, string>> = { error: 'bad', warning: 'warn', info: 'ref' };

/** Findings of the deep check in a few words: the whole sentence stands below, with its rules and its witness. */
const heads: Partial<Readonly<Record<string, WordId>>> = {
  CME701: 'headItems',
  CME702: 'headAwards',
  CME703: 'headRequirements',
  CME704: 'headUnsure',
  CME711: 'headNever',
  CME712: 'headAlways',
  CME721: 'headOver',
  CME722: 'headIdleCap',
  CME723: 'headIdleCap',
  CME732: 'headNoItem',
  CME733: 'headNoRow',
  CME734: 'headGap',
  CME741: 'headFalls',
  CME742: 'headSplit',
  CME751: 'headBeyond',
};

/** What the list and the head of the detail say; null where the sentence of the finding is short enough by itself. */
export const headOf = ({ code }: Problem, block: BlockHead | null, say: Say): string | null => {
  const word = heads[code];
  return word ? say(word, { about: block?.title ?? '' }).replace(/^[：:]\s*/, '') : null;
};

export const blockOf = (problem: Pick<Problem, 'line'>, outline: Outline | null): BlockHead | null =>
  outline?.blocks.findLast(({ line, lastLine }) => line <= problem.line && problem.line <= lastLine) ?? null;

/** `97、98`: that of the finding and those of the same file that belong to it. */
export const linesOf = ({ line, related, file }: Problem, lang: Lang): string => {
  const own = related.filter((one) => one.file === file).map((one) => one.line);
  const all = [...new Set([line, ...own])].sort((a, b) => a - b);
  const words = all.slice(0, 3).join(lang === 'zh' ? '、' : ', ');
  return all.length > 3 ? `${words}…` : words;
};

/** One place that a fix changes, with the lines around it. */
export interface Hunk {
  readonly line: number;
  readonly before: readonly [string, string, string];
  readonly after: readonly [string, string, string];
}

export function hunksOf(text: string, edits: readonly TextEdit[]): readonly Hunk[] {
  return edits
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({ span, text: put }) => {
      const start = Math.max(0, text.lastIndexOf('\n', span.start - 1) + 1);
      const next = text.indexOf('\n', span.end);
      const end = next < 0 ? text.length : next;
      const head = text.slice(start, span.start).trimStart();
      const tail = text.slice(span.end, end).trimEnd();
      const line = text.slice(0, span.start).split('\n').length;
      return { line, before: [head, text.slice(span.start, span.end), tail], after: [head, put, tail] };
    });
}

/** Findings that one 已知 accepts, under it. */
export const byAcceptance = (all: readonly AcceptedProblem[]): readonly (readonly AcceptedProblem[])[] => [
  ...Map.groupBy(all, ({ at, code }) => `${at} ${code}`).values(),
];
