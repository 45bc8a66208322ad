/** Which names fit where the grammar takes one: told by the rules of the grammar that would read it. */
import type { IToken } from 'chevrotain';
import { keywords } from '../../../grammar/keywords.ts';
import { unquoted } from '../../../grammar/names.ts';
import { meaningsOf, Quoted } from '../../../grammar/tokens.ts';
import type { OptionValue, Section } from '../../model/ast.ts';
import type { Document } from '../document.ts';
import type { Sym } from '../symbols.ts';

export interface Place {
  readonly document: Document;
  readonly section: Section;
  /** Those of the line before the cursor, as the parser sees them. */
  readonly tokens: readonly IToken[];
  /** The line is about a person, or can ask about the person alone. */
  readonly person: boolean;
}

const nameOf = ({ tokenType, image }: IToken): string => (tokenType === Quoted ? unquoted(image) : image);
const isWord = ({ image }: IToken, colour: string): boolean =>
  meaningsOf(image).some((id) => keywords[id].colour === colour);

/** `rules`: from the outside in. */
export const namesFor = (rules: readonly string[], place: Place): readonly Sym[] => {
  const has = (rule: string): boolean => rules.includes(rule);
  const all = place.document.symbols.all;
  const fields = all.filter(({ kind }) => kind === 'personField' || (kind === 'recordField' && !place.person));
  const ofType = (kind: Sym['kind'], ...types: readonly string[]): readonly Sym[] =>
    all.filter((one) => one.kind === kind && types.includes(one.type ?? ''));
  if (has('operand')) return valuesOf(subjectOf(place.tokens), place);
  if (has('cond')) return [...fields, ...loneValues(place), ...readings(place, (value) => value === null)];
  if (has('basis')) return readings(place, (value) => value?.kind === 'basis');
  if (has('remainder')) return readings(place, (value) => value?.kind === 'remainder');
  if (has('rate') && rules.at(-1) === 'amount') {
    return [...all.filter(({ kind, unit }) => kind === 'recordField' && unit === 'credits'), ...amounts(place)];
  }
  if (has('perPart')) return [...ofType('recordField', 'whole', 'decimal'), ...amounts(place)];
  if (has('amount') || has('requiredAmount')) return amounts(place);
  if (has('sectionRef')) {
    const kinds = has('dropHead') ? ['category', 'item', 'group', 'require', 'reading'] : ['category', 'group', 'item'];
    return all.filter(({ kind }) => kinds.includes(kind));
  }
  if (has('formLine')) return all.filter(({ kind, of }) => kind === 'option' && (of?.code ?? of?.label) === 'form');
  if (has('placedLine')) return ofType('recordField', 'date');
  if (has('sinceLine') || has('cycleLine')) return ofType('personField', 'date');
  if (has('fallingBy')) return ofType('recordField', 'whole');
  if (has('carryHead')) return ofType('personField', 'decimal', 'whole');
  if (has('noticeHead')) return fields;
  if (has('adoptLine')) return ownOptions(place);
  if (has('exampleAdoptLine')) return chosen(place);
  if (has('factsLine')) return facts(place);
  return [];
};

/** `级别 属于 省级、`: what stands before the comparison that is being answered. */
const subjectOf = (tokens: readonly IToken[]): string | null => {
  const at = tokens.findLastIndex((token) => isWord(token, 'operator'));
  const subject = tokens[at - 1];
  return at > 0 && subject ? nameOf(subject) : null;
};

const valuesOf = (name: string | null, { document }: Place): readonly Sym[] => {
  if (name === null) return [];
  const values = document.symbols.all.filter(
    ({ kind, of }) => kind === 'option' && (of?.label === name || of?.code === name),
  );
  return values;
};

/** Values that only one field has, and yes/no fields, may stand alone. */
const loneValues = (place: Place): readonly Sym[] => {
  const options = place.document.symbols.all.filter(
    ({ kind, of }) =>
      kind === 'option' && (of?.kind === 'personField' || (of?.kind === 'recordField' && !place.person)),
  );
  const times = new Map<string, number>();
  for (const { label } of options) times.set(label, (times.get(label) ?? 0) + 1);
  return options.filter(({ label }) => times.get(label) === 1);
};

const readings = (
  { document: { symbols, compiled } }: Place,
  fits: (value: OptionValue | null) => boolean,
): readonly Sym[] => {
  const fitting = new Set(
    (compiled.ruleSet?.readings ?? []).flatMap(({ label, options }) =>
      options.length > 0 && options.every(({ value }) => fits(value)) ? [label] : [],
    ),
  );
  return symbols.all.filter(({ kind, label }) => kind === 'reading' && fitting.has(label));
};

const amounts = (place: Place): readonly Sym[] => readings(place, (value) => value?.kind === 'amount');

const ownOptions = ({ document, section }: Place): readonly Sym[] =>
  section.kind === 'reading'
    ? document.symbols.all.filter(({ kind, of }) => kind === 'option' && of?.label === section.label.text)
    : [];

const chosen = (place: Place): readonly Sym[] => {
  const reading = place.tokens.at(-1);
  if (reading) return valuesOf(nameOf(reading), place);
  const several = new Set(
    (place.document.compiled.ruleSet?.readings ?? []).flatMap(({ label, options }) =>
      options.length > 1 ? [label] : [],
    ),
  );
  return place.document.symbols.all.filter(({ kind, label }) => kind === 'reading' && several.has(label));
};

/** After a field its values; else fields, and values that stand for theirs. */
const facts = (place: Place): readonly Sym[] => {
  const before = place.tokens.at(-1);
  const values = before ? valuesOf(nameOf(before), place) : [];
  if (values.length > 0) return values;
  const on = place.person ? 'personField' : 'recordField';
  const all = place.document.symbols.all;
  return [...all.filter(({ kind }) => kind === on), ...loneValues(place).filter(({ of }) => of?.kind === on)];
};
