/**
 * A document that is read and resolved on its baselines, and neither lowered nor proved: a few milliseconds, so that what
 * is asked at a keystroke is answered of the text as it stands. What it finds is found by `compile` too.
 */
import { partAccepted } from '../language/accepted.ts';
import { checkSize } from '../language/declare/size.ts';
import { Findings } from '../language/report.ts';
import { baselinesOf, type Source } from '../library.ts';
import { lower } from '../lower.ts';
import type { RuleFile } from '../model/ast.ts';
import { isError } from '../model/codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { RuleSet } from '../model/ruleset.ts';
import { LineMap } from '../model/span.ts';
import { declaredNames, parse, scanHeader } from '../parse.ts';
import { resolve } from '../resolve.ts';
import { type Document, documentFrom } from './document.ts';

export interface ReadDocument extends Document {
  /** What its names stand for is known well enough that its lines can be lowered. */
  readonly lowers: boolean;
}

/** A file by itself, above what it stands on. */
interface Layer {
  readonly tree: RuleFile;
  /** Null where it is too large to be resolved. */
  readonly ruleSet: RuleSet | null;
  readonly sound: boolean;
  readonly names: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const below = new WeakMap<Source, Layer>();

const layerOf = ({ file, text }: Source, base: Layer | null): Layer => {
  const names = base?.names ?? [];
  const { file: tree, diagnostics } = parse(text, { file, names });
  const sizes = new Findings();
  if (!checkSize(tree, base?.ruleSet ?? null, sizes.in(file))) {
    return { tree, ruleSet: null, sound: false, names, diagnostics: [...diagnostics, ...sizes.list] };
  }
  const resolved = resolve(tree, file, base?.ruleSet ?? null);
  return {
    tree,
    ruleSet: resolved.ruleSet,
    sound: resolved.sound,
    names: [...names, ...declaredNames(tree)],
    diagnostics: [...diagnostics, ...resolved.diagnostics],
  };
};

/** Baselines are read once, as long as the caller hands in the same sources. */
export const readDocument = (source: Source, library: readonly Source[] = []): ReadDocument => {
  const baselines = baselinesOf(source, library);
  const base = baselines.reduceRight<Layer | null>((under, one) => {
    const known = below.get(one) ?? layerOf(one, under);
    below.set(one, known);
    return known;
  }, null);
  const found = baselines.length > 0 || !scanHeader(source.text).under;
  const { tree, ruleSet, sound, diagnostics } = layerOf(source, base);
  const sources = [source, ...baselines];
  const document = documentFrom({
    plan: null,
    // Without its baseline a file has no vocabulary but its own.
    ruleSet: found ? ruleSet : null,
    tree,
    diagnostics: found ? diagnostics : [],
    accepted: [],
    sources,
    maps: new Map(sources.map(({ file, text }) => [file, new LineMap(text)])),
  });
  return { ...document, lowers: sound && found };
};

/** What is wrong so far as it can be told without the deep check, with the readings as adopted; what is accepted is left out. */
export const quickFindings = (document: ReadDocument): Document => {
  const { file, compiled } = document;
  const { ruleSet, maps, tree, diagnostics } = compiled;
  if (ruleSet === null || !document.lowers) return document;
  const more = lower(ruleSet, new Map(), maps).diagnostics.filter((one) => one.file === file);
  const { left, accepted } = partAccepted(tree, file, [...diagnostics, ...more]);
  return { ...document, compiled: { ...compiled, diagnostics: left, accepted } };
};

/** The deep check looks at rules in which nothing is wrong, and at no others. */
export const isSound = ({ compiled: { ruleSet, diagnostics } }: Document): boolean =>
  ruleSet !== null && !diagnostics.some(isError);
