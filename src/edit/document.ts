/** A version of a rule file, and what its baselines add to the vocabulary. */
import type { Compiled, Source } from '../compile.ts';
import type { RuleSet } from '../model/ruleset.ts';
import { declaredNames, parse } from '../parse.ts';
import { resolve } from '../resolve.ts';
import type { EditDocument } from './intent.ts';

const known = new WeakMap<Source, readonly string[]>();

/** The names of a source on top of those that it builds on, read once. */
const namesOf = (source: Source, above: readonly string[]): readonly string[] => {
  const found = known.get(source) ?? [
    ...above,
    ...declaredNames(parse(source.text, { file: source.file, names: above }).file),
  ];
  known.set(source, found);
  return found;
};

/** A document from what `compile` gave; its first source is the file itself. */
export function documentOf(compiled: Compiled, version: number): EditDocument {
  const [own, ...below] = compiled.sources;
  return {
    file: own?.file ?? '',
    version,
    text: own?.text ?? '',
    tree: compiled.tree,
    diagnostics: compiled.diagnostics,
    names: below.reduceRight<readonly string[]>((names, source) => namesOf(source, names), []),
    ruleSet: compiled.ruleSet,
  };
}

/** The next version of a document, read but not compiled: quick, and with the findings of reading alone. */
export function reread(document: EditDocument, text: string, version: number): EditDocument {
  const { file: tree, diagnostics } = parse(text, { file: document.file, names: document.names });
  return { ...document, text, version, tree, diagnostics };
}

/** The rules that the document stands for, so far as they are known: at worst those of its own text. */
export const rulesOf = ({ ruleSet, tree, file }: EditDocument): RuleSet => ruleSet ?? resolve(tree, file, null).ruleSet;
