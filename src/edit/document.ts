/** A version of a rule file, and what its baselines add to the vocabulary. */
import type { Compiled } from '../compile.ts';
import type { Source } from '../library.ts';
import type { Name, Section } from '../model/ast.ts';
import type { RuleSet } from '../model/ruleset.ts';
import { declaredNames, parse } from '../parse.ts';
import { resolve } from '../resolve.ts';
import type { EditDocument } from './intent.ts';

interface Below {
  readonly names: readonly string[];
  readonly given: readonly string[];
}

const known = new WeakMap<Source, Below>();

/** What a source declares on top of those that it builds on, read once. */
const declaredBy = (source: Source, above: Below): Below => {
  const found = known.get(source);
  if (found) return found;
  const { file } = parse(source.text, { file: source.file, names: above.names });
  const made = {
    names: [...above.names, ...declaredNames(file)],
    given: [...above.given, ...file.sections.flatMap(givenBy)],
  };
  known.set(source, made);
  return made;
};

/** The names of a section, each with what it names. */
const givenBy = (section: Section): readonly string[] => {
  const of = (kind: string, { label, code }: { readonly label?: Name; readonly code?: Name }): string[] =>
    [label, code].flatMap((name) => (name ? [`${kind} ${name.text}`] : []));
  const own = 'label' in section ? of(section.kind, section) : [];
  const options = section.lines.flatMap((line) => (line.kind === 'option' ? line.options : []));
  return [...own, ...options.flatMap((option) => of('option', option))];
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
    ...below.reduceRight<Below>((above, source) => declaredBy(source, above), { names: [], given: [] }),
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
