/** What the names of a file stand for: every declaration that holds in it, the baseline's too, and every use. */
import { keywords } from '../../grammar/keywords.ts';
import type { Compiled } from '../compile.ts';
import { type Mention, mentionsIn, type NameKind } from '../language/mentions.ts';
import type { RuleFile, SectionOf, TypeId, UnitId } from '../model/ast.ts';
import type { FieldEntry, ReadingEntry } from '../model/ruleset.ts';
import type { Span } from '../model/span.ts';

export interface Sym {
  readonly kind: NameKind;
  readonly label: string;
  /** Null where it has none but its label. */
  readonly code: string | null;
  /** Of an option: the field or reading that it belongs to. Of an 条目: its 类别. */
  readonly of: Sym | null;
  /** Where its label is declared; null for what the language itself knows. */
  readonly at: { readonly file: string; readonly span: Span } | null;
  /** Of a field. */
  readonly type?: TypeId | 'choice';
  readonly unit?: UnitId | null;
  /** Of a reading: its question. Of an option: what it says. */
  readonly text?: string | null;
  /** Of a reading: the option that is adopted. */
  readonly adopted?: string;
}

/** A mention, and what it names; null where nothing of the name holds here. */
export interface Use {
  readonly mention: Mention;
  readonly symbol: Sym | null;
}

export interface Symbols {
  readonly all: readonly Sym[];
  /** In source order. */
  readonly uses: readonly Use[];
}

const isCalled = ({ label, code }: Sym, name: string): boolean => label === name || code === name;

export const symbolsOf = ({ tree, ruleSet, sources }: Compiled): Symbols => {
  const file = sources[0]?.file ?? '';
  const all = ruleSet === null ? ownSymbols(tree, file) : declaredSymbols({ tree, ruleSet, file });
  const byName = new Map<string, Sym[]>();
  for (const symbol of all) {
    for (const name of new Set([symbol.label, symbol.code])) {
      if (name === null) continue;
      const known = byName.get(name);
      if (known) known.push(symbol);
      else byName.set(name, [symbol]);
    }
  }
  const uses = mentionsIn(tree).map((mention) => ({ mention, symbol: resolved(mention, byName, file) }));
  return { all, uses };
};

const resolved = (mention: Mention, byName: ReadonlyMap<string, readonly Sym[]>, file: string): Sym | null => {
  const called = byName.get(mention.text) ?? [];
  for (const kind of mention.kinds) {
    const fitting = called.filter((one) => one.kind === kind && belongs(one, mention));
    const [first, second] = fitting;
    if (mention.declares) {
      const here = fitting.find(({ at }) => at?.file === file && near(at.span, mention.span));
      if (here ?? first) return here ?? first ?? null;
    }
    // A value that several fields have says nothing alone.
    if (first && (second === undefined || kind !== 'option' || mention.of !== undefined)) return first;
  }
  return null;
};

/** A code stands right behind its label. */
const near = (label: Span, part: Span): boolean => label.start === part.start || Math.abs(part.start - label.end) <= 2;

const belongs = ({ kind, of }: Sym, mention: Mention): boolean =>
  kind !== 'option' || mention.of === undefined || (of !== null && isCalled(of, mention.of));

interface Where {
  readonly tree: RuleFile;
  readonly ruleSet: NonNullable<Compiled['ruleSet']>;
  readonly file: string;
}

const declaredSymbols = ({ tree, ruleSet, file }: Where): readonly Sym[] => {
  const found: Sym[] = [];
  const put = (symbol: Sym): Sym => {
    found.push(symbol);
    return symbol;
  };
  const codeOf = ({ key, label }: { readonly key: string; readonly label: string }) => (key === label ? null : key);
  for (const field of ruleSet.fields) optionsOf(put(fieldSymbol(field)), field, put);
  for (const reading of ruleSet.readings) optionsOf(put(readingSymbol(reading)), reading, put);
  for (const { section, items, ...entry } of ruleSet.categories) {
    const at = { file: section.file, span: section.node.label.span };
    const category = put({ kind: 'category', label: entry.label, code: codeOf(entry), of: null, at });
    for (const item of items) {
      const place = { file: item.section.file, span: item.section.node.label.span };
      put({ kind: 'item', label: item.label, code: item.section.node.code?.text ?? null, of: category, at: place });
    }
  }
  for (const { section, ...entry } of ruleSet.groups) {
    const at = { file: section.file, span: section.node.label.span };
    put({ kind: 'group', label: entry.label, code: codeOf(entry), of: null, at });
  }
  for (const { file: from, node } of ruleSet.requirements) {
    if (node.label) put(named('require', node.label, node.code?.text ?? null, from));
  }
  for (const section of tree.sections) {
    if (section.kind === 'rules') put(named('rules', section.label, section.code?.text ?? null, file));
  }
  return found;
};

/** Where the baseline is missing there is no vocabulary but the file's own. */
const ownSymbols = (tree: RuleFile, file: string): readonly Sym[] => {
  const found: Sym[] = [];
  for (const section of tree.sections) {
    if (!('label' in section) || !section.label) continue;
    const { kind } = section;
    if (!(kind in keywords)) continue;
    const owner = named(kind as NameKind, section.label, section.code?.text ?? null, file);
    found.push(owner);
    for (const line of section.lines) {
      if (line.kind !== 'option') continue;
      for (const { label, code } of line.options) {
        found.push({ ...named('option', label, code?.text ?? null, file), of: owner });
      }
    }
  }
  return found;
};

const named = (
  kind: NameKind,
  label: { readonly text: string; readonly span: Span },
  code: string | null,
  file: string,
): Sym => ({ kind, label: label.text, code, of: null, at: { file, span: label.span } });

const fieldSymbol = ({ on, key, label, type, unit, section }: FieldEntry): Sym => ({
  kind: on === 'person' ? 'personField' : 'recordField',
  label,
  code: key === label ? null : key,
  of: null,
  at: section && { file: section.file, span: section.node.label.span },
  type,
  unit,
});

const readingSymbol = ({ key, label, question, options, adopted, section }: ReadingEntry): Sym => ({
  kind: 'reading',
  label,
  code: key === label ? null : key,
  of: null,
  at: { file: section.file, span: section.node.label.span },
  text: question,
  adopted: options.find((option) => option.key === adopted)?.label ?? adopted,
});

type Owner = Pick<FieldEntry, 'options'> & {
  readonly section: {
    readonly file: string;
    readonly node: SectionOf<'personField' | 'recordField' | 'reading'>;
  } | null;
};

const optionsOf = (of: Sym, { options, section }: Owner, put: (symbol: Sym) => void): void => {
  const lines = section?.node.lines.flatMap((line) => (line.kind === 'option' ? line.options : [])) ?? [];
  for (const { key, label } of options) {
    const declared = lines.find((line) => line.label.text === label);
    const at = declared && section ? { file: section.file, span: declared.label.span } : null;
    const code = key === label ? null : key;
    put({ kind: 'option', label, code, of, at, text: declared?.text?.value ?? null });
  }
};
