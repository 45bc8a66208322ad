/**
 * Small changes of a rule file, one at a time, as a slip of the pen would make them: a number one unit in its last place up
 * or down, a comparison with or without its boundary, 且 and 或, a condition turned round or left out, a line left out,
 * another reading adopted. Made on the tree, so that nothing is read again; `before` and `after` are the words to show.
 */
import { type KeywordId, keywords } from '../../grammar/keywords.ts';
import type { Line, LineKind, RuleFile, Section, SectionKind } from '../model/ast.ts';
import type { ReadingEntry } from '../model/ruleset.ts';
import type { Span } from '../model/span.ts';
import { called } from './find.ts';

export interface Mutation {
  /** The file with the change made; spans stay those of the text. */
  readonly tree: () => RuleFile;
  readonly span: Span;
  readonly section: Span;
  readonly before: string;
  /** Empty where something is left out. */
  readonly after: string;
}

/** Another value for one node, and how to say it; `undefined` leaves the node out. */
interface Change {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  readonly span: Span;
  readonly before: string;
  readonly after: string;
}

type Node = Readonly<Record<string, unknown>> & { readonly span: Span };

/** Where meaning is: not in names, texts and citations, and not in the examples themselves. */
const sections: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'rules',
  'convert',
  'reading',
  'scope',
  'require',
  'category',
  'item',
  'group',
  'makeup',
  'carry',
]);
const wordless: ReadonlySet<LineKind> = new Set<LineKind>([
  'cite',
  'title',
  'number',
  'effective',
  'until',
  'under',
  'repeals',
  'clauses',
  'language',
  'question',
  'approver',
  'open',
  'accepted',
]);
/** Lines that may be left out as a whole. */
const loose: ReadonlySet<LineKind> = new Set<LineKind>(['gate', 'cap', 'best', 'factor', 'deem', 'except', 'reduce']);
/** Lines that are nothing without their condition. */
const bound: ReadonlySet<string> = new Set(['except', 'for', 'deem']);
/** Beside the meaning of a node: places, comments, what it is called. */
const beside: ReadonlySet<string> = new Set([
  'span',
  'word',
  'extent',
  'leading',
  'trailing',
  'lines',
  'label',
  'code',
]);

/** `text` is the file's; `readings` tell what else may be adopted. */
export function mutationsOf(tree: RuleFile, text: string, readings: readonly ReadingEntry[]): readonly Mutation[] {
  return tree.sections.flatMap((section, at) => {
    if (!sections.has(section.kind)) return [];
    const changes = [
      ...changesIn(section as unknown as Node, [], text),
      ...section.lines.flatMap((line, place) => inLine(line, section, ['lines', place], text, readings)),
    ];
    return changes.map((change) => mutation(tree, ['sections', at], section, change));
  });
}

const mutation = (tree: RuleFile, base: Change['path'], section: Section, change: Change): Mutation => ({
  tree: () => put(tree, [...base, ...change.path], change.value) as RuleFile,
  span: change.span,
  section: section.extent,
  before: change.before,
  after: change.after,
});

function inLine(
  line: Line,
  section: Section,
  path: Change['path'],
  text: string,
  readings: readonly ReadingEntry[],
): readonly Change[] {
  if (wordless.has(line.kind)) return [];
  const said = (span: Span): string => text.slice(span.start, span.end);
  if (line.kind === 'adopt') {
    const reading = section.kind === 'reading' && readings.find((one) => called(one, section.label.text));
    const others = (reading ? reading.options : []).filter((one) => !called(one, line.option.text));
    return others.map(({ label }) => ({
      path: [...path, 'option', 'text'],
      value: label,
      span: line.option.span,
      before: said(line.option.span),
      after: label,
    }));
  }
  const without: Change = { path, value: undefined, span: line.span, before: said(line.span), after: '' };
  return [...(loose.has(line.kind) ? [without] : []), ...changesIn(line as unknown as Node, path, text)];
}

function changesIn(node: Node, path: Change['path'], text: string): readonly Change[] {
  const found = [...changesOf(node, path, text)];
  for (const [key, value] of Object.entries(node)) {
    if (beside.has(key)) continue;
    const parts = Array.isArray(value) ? value.map((one, at) => [one, [...path, key, at]]) : [[value, [...path, key]]];
    for (const [part, place] of parts) if (isNode(part)) found.push(...changesIn(part, place, text));
  }
  return found;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'span' in value;

/** Of one node itself. */
function changesOf(node: Node, path: Change['path'], text: string): readonly Change[] {
  const said = (span: Span): string => text.slice(span.start, span.end);
  const before = said(node.span);
  const to = (value: unknown, after: string): Change => ({ path, value, span: node.span, before, after });
  const found: Change[] = [];
  if (typeof node.digits === 'string')
    for (const digits of near(node.digits)) found.push(to({ ...node, digits }, digits));
  if (typeof node.numerator === 'string' && typeof node.denominator === 'string') {
    const end = node.form === 'percent' ? '%' : `/${node.denominator}`;
    for (const numerator of near(node.numerator)) found.push(to({ ...node, numerator }, `${numerator}${end}`));
  }
  if (isNode(node.when) && !bound.has(String(node.kind))) {
    const { when, ...rest } = node;
    found.push({
      path,
      value: rest,
      span: node.when.span,
      before: `${keywords.when.zh} ${said(node.when.span)}`,
      after: '',
    });
  }
  const other = typeof node.op === 'string' ? opposite[node.op] : undefined;
  if (other !== undefined) {
    const operands = (Array.isArray(node.operands) ? node.operands : [node.operand]) as readonly (Node | undefined)[];
    const subject = isNode(node.subject) ? `${said(node.subject.span)} ` : '';
    const rest = operands.flatMap((one) => (one ? [said(one.span)] : [])).join('、');
    found.push(to({ ...node, op: other }, `${subject}${keywords[other].zh} ${rest}`));
  }
  if (node.kind === 'and' || node.kind === 'or') {
    const kind = node.kind === 'and' ? 'or' : 'and';
    const of = node.of as readonly Node[];
    found.push(to({ ...node, kind }, of.map((one) => said(one.span)).join(` ${keywords[kind].zh} `)));
    for (const [at, one] of of.entries()) {
      const rest = of.filter((_, place) => place !== at);
      found.push({
        ...to(rest.length === 1 ? rest[0] : { ...node, of: rest }, ''),
        span: one.span,
        before: said(one.span),
      });
    }
  }
  if (node.kind === 'fact') found.push(to({ kind: 'not', of: node, span: node.span }, `${keywords.not.zh} ${before}`));
  if (node.kind === 'not' && isNode(node.of)) found.push(to(node.of, said(node.of.span)));
  if (node.kind === 'yesno') found.push(to({ ...node, value: !node.value }, keywords[node.value ? 'no' : 'yes'].zh));
  if (node.kind === 'floor' || node.kind === 'ceil' || node.kind === 'prorate') {
    const kind = node.kind === 'floor' ? 'ceil' : 'floor';
    found.push(to({ kind, span: node.span }, keywords[kind].zh));
  }
  return found;
}

/** With the boundary where it stood without, and the other way; equal turned into unequal. */
const opposite: Readonly<Record<string, KeywordId>> = {
  atLeast: 'moreThan',
  reaches: 'moreThan',
  moreThan: 'atLeast',
  lessThan: 'atMost',
  shortOf: 'atMost',
  atMost: 'lessThan',
  upTo: 'lessThan',
  is: 'isnt',
  isnt: 'is',
  in: 'notin',
  notin: 'in',
};

/** One unit in the last place up, and down where more than nothing is left. */
function near(digits: string): readonly string[] {
  const places = digits.split('.')[1]?.length ?? 0;
  const whole = BigInt(digits.replace('.', ''));
  const shown = (value: bigint): string => {
    const all = String(value).padStart(places + 1, '0');
    return places === 0 ? all : `${all.slice(0, -places)}.${all.slice(-places)}`;
  };
  return [whole + 1n, whole - 1n].filter((value) => value > 0n).map(shown);
}

/** A copy of the tree with this value at the path; a list loses the element where the value is undefined. */
function put(node: unknown, [key, ...rest]: Change['path'], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node)) {
    const at = Number(key);
    const made = rest.length === 0 ? value : put(node[at], rest, value);
    return made === undefined ? node.toSpliced(at, 1) : node.with(at, made);
  }
  const object = node as Readonly<Record<string, unknown>>;
  return { ...object, [key]: rest.length === 0 ? value : put(object[key], rest, value) };
}
