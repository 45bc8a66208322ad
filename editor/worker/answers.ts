/** Answers what a screen asks of the rules as last compiled. */
import {
  boundariesOf,
  type Compiled,
  compile,
  messageOf,
  type RuleSource,
  runExamples,
  saidFacts,
  severityOf,
  whyOf,
} from '../../src/index.ts';
import { examplesOf, reckoningOf, usualYear } from './examples.ts';
import type { Question, Told, Topic } from './questions.ts';
import { clausesBeside, regulationIn } from './regulation.ts';

export interface Rules {
  readonly compiled: Compiled;
  readonly library: readonly RuleSource[];
}

type Answering = { readonly [T in Topic]: (rules: Rules, asked: Question<T>) => Told<T> };

const answering: Answering = {
  accepted: ({ compiled: { accepted, maps } }) =>
    accepted.map(({ found, reason, at }) => ({
      code: found.code,
      severity: severityOf(found),
      message: { zh: messageOf(found, 'zh'), en: messageOf(found, 'en') },
      line: maps.get(found.file)?.position(found.span.start).line ?? 1,
      reason,
      at: maps.get(found.file)?.position(at.start).line ?? 1,
    })),

  problem: ({ compiled }, { code, file, span, message }) => {
    const found = compiled.diagnostics.find(
      (one) =>
        one.code === code &&
        one.file === file &&
        one.span.start === span.start &&
        one.span.end === span.end &&
        messageOf(one, 'zh') === message,
    );
    if (!found) return null;
    return { clause: found.clause ?? null, why: whyOf(compiled, found), usualYear: usualYear(compiled) };
  },

  fix: ({ compiled: { sources }, library }, { edits }) => {
    const [own] = sources;
    let text = own?.text ?? '';
    for (const { span, text: put } of edits.toSorted((a, b) => b.span.start - a.span.start))
      text = text.slice(0, span.start) + put + text.slice(span.end);
    const fixed = compile({ file: own?.file ?? '', text }, { library });
    const count = (severity: string) => fixed.diagnostics.filter((one) => severityOf(one) === severity).length;
    return { errors: count('error'), warnings: count('warning'), ...runExamples(fixed).summary };
  },

  regulation: (_, { text }) => regulationIn(text),
  clauses: ({ compiled }, asked) => clausesBeside(compiled, asked),
  examples: ({ compiled }) => examplesOf(compiled),
  reckoning: ({ compiled }, { line, lang }) => reckoningOf(compiled, line, lang),

  boundaries: ({ compiled }) => {
    const { ruleSet } = compiled;
    const { found, left } = boundariesOf(compiled);
    if (!ruleSet) return { found: [], left: [] };
    const usual = usualYear(compiled);
    return {
      left,
      found: found.map(({ of, line, words, clause, example, result }) => ({
        of,
        line,
        words,
        clause,
        name: example.name,
        year: String(example.year) === usual ? null : String(example.year),
        person: saidFacts(example.person, 'person', ruleSet),
        records: example.records.map((record) =>
          saidFacts(new Map([...record].filter(([, value]) => value !== `${example.year}-01-01`)), 'record', ruleSet),
        ),
        credits: result.credits,
        status: result.status,
      })),
    };
  },
};

export const answered = <T extends Topic>(rules: Rules, asked: Question<T>): Told<T> =>
  (answering[asked.of] as Answering[T])(rules, asked);
