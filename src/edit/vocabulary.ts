/** What cells may be set to: the fields, options, readings and keywords that a document knows. */
import { type KeywordId, keywords } from '../../grammar/keywords.ts';
import { clausesOf, clauseText } from '../language/clause.ts';
import type { CompareOp, TypeId, UnitId } from '../model/ast.ts';
import type { FieldEntry, ReadingEntry, RuleSet } from '../model/ruleset.ts';
import { rulesOf } from './document.ts';
import type { EditDocument } from './intent.ts';
import type { Choice, FieldChoice } from './view.ts';

type Language = 'zh' | 'en';

/** Lists of keywords by the name that cells give. */
export const keywordLists = {
  yesno: ['yes', 'no'],
  spans: ['spanRecord', 'spanProject', 'spanDay', 'spanYear', 'cycle'],
  years: ['spanYear', 'cycle'],
  remainders: ['floor', 'ceil', 'prorate'],
  bounds: ['atLeast', 'atMost', 'lessThan', 'moreThan', 'reaches', 'shortOf', 'upTo'],
  modes: ['stricter', 'freely', 'add'],
  statuses: ['met', 'unmet', 'exempt'],
  types: ['text', 'yesno', 'whole', 'decimal', 'date', 'yearType'],
} as const satisfies Record<string, readonly KeywordId[]>;

/** The readings whose options stand for what such a part says are choices too. */
const readingKinds = { spans: 'basis', remainders: 'remainder' } as const;

const choiceOps: readonly CompareOp[] = ['is', 'isnt', 'in', 'notin'];
const orderOps: readonly CompareOp[] = ['atLeast', 'lessThan', 'atMost', 'moreThan', 'reaches', 'shortOf', 'upTo'];

export const comparisonsOf = (type: TypeId | 'choice'): readonly CompareOp[] => {
  if (type === 'whole' || type === 'decimal' || type === 'yearType') return [...orderOps, 'is', 'isnt', 'in', 'notin'];
  return type === 'date' ? [...orderOps, 'is', 'isnt'] : type === 'yesno' ? ['is', 'isnt'] : choiceOps;
};

export const unitIds: readonly UnitId[] = (Object.keys(keywords) as KeywordId[]).filter(
  (id): id is UnitId & KeywordId => keywords[id].colour === 'unit',
);

const listOfField = ({ on, label }: FieldEntry): string => `${on} ${label}`;
const listOfReading = ({ label }: ReadingEntry): string => `reading ${label}`;

export class Vocabulary {
  readonly rules: RuleSet;
  readonly language: Language;
  private readonly fields = new Map<string, FieldEntry>();
  private readonly readings = new Map<string, ReadingEntry>();
  private readonly owners = new Map<string, FieldEntry>();

  constructor(document: EditDocument, language: Language) {
    this.rules = rulesOf(document);
    this.language = language;
    // A record's field is asked for more often than a person's of the same name: it is put last.
    for (const on of ['person', 'record'] as const) {
      for (const field of this.rules.fields) {
        if (field.on !== on) continue;
        this.fields.set(`${on} ${field.key}`, field).set(`${on} ${field.label}`, field);
        for (const { key, label } of field.options) {
          this.owners.set(key, field);
          this.owners.set(label, field);
        }
      }
    }
    for (const reading of this.rules.readings) this.readings.set(reading.key, reading).set(reading.label, reading);
  }

  field(name: string, on?: FieldEntry['on']): FieldEntry | undefined {
    if (on) return this.fields.get(`${on} ${name}`);
    return this.fields.get(`record ${name}`) ?? this.fields.get(`person ${name}`);
  }

  reading(name: string): ReadingEntry | undefined {
    return this.readings.get(name);
  }

  /** The field that has the value. */
  owner(value: string): FieldEntry | undefined {
    return this.owners.get(value);
  }

  /** The list of what a field or a reading may be, where it is a choice. */
  listOf(name: string, on?: FieldEntry['on']): string | undefined {
    const field = this.field(name, on);
    if (field) return this.fieldList(field);
    const reading = this.reading(name);
    return reading && listOfReading(reading);
  }

  fieldList(field: FieldEntry): string | undefined {
    if (field.type === 'yesno') return 'yesno';
    return field.type === 'choice' ? listOfField(field) : undefined;
  }

  readingList(name: string): string | undefined {
    const reading = this.reading(name);
    return reading && listOfReading(reading);
  }

  /** What a list offers; undefined where there is no such list. */
  choices(list: string): readonly Choice[] | undefined {
    return this.lists()[list];
  }

  private made: Record<string, readonly Choice[]> | undefined;

  lists(): Readonly<Record<string, readonly Choice[]>> {
    this.made ??= this.make();
    return this.made;
  }

  private make(): Record<string, readonly Choice[]> {
    const { rules, language } = this;
    const made: Record<string, readonly Choice[]> = {};
    const word = (id: KeywordId): Choice => ({
      value: keywords[id][language],
      label: keywords[id][language],
      code: keywords[id].en,
      text: keywords[id].help[language],
    });
    for (const [name, ids] of Object.entries(keywordLists)) {
      const kind = name in readingKinds ? readingKinds[name as keyof typeof readingKinds] : undefined;
      const readings = rules.readings.filter(({ options }) => options.some(({ value }) => value?.kind === kind));
      made[name] = [...ids.map(word), ...(kind ? readings : []).map(readingChoice)];
    }
    const entry = ({ key, label }: { readonly key: string; readonly label: string }): Choice => ({
      value: label,
      label,
      code: key,
    });
    for (const field of rules.fields) if (field.type === 'choice') made[listOfField(field)] = field.options.map(entry);
    for (const reading of rules.readings) {
      made[listOfReading(reading)] = reading.options.map((o) => ({
        ...entry(o),
        ...(o.text !== null && { text: o.text }),
      }));
    }
    const record = rules.fields.filter(({ on }) => on === 'record');
    made.fields = record.map(entry);
    made.dates = record.filter(({ type }) => type === 'date').map(entry);
    made.numbers = record.filter(({ type }) => type === 'whole' || type === 'decimal').map(entry);
    const named = (id: KeywordId, label: string): Choice => {
      const value = `${keywords[id][language]} ${label}`;
      return { value, label: value };
    };
    made.sections = [
      ...rules.categories.map(({ label }) => named('category', label)),
      ...rules.groups.map(({ label }) => named('group', label)),
      ...rules.categories.flatMap(({ items }) => items.map(({ label }) => named('item', label))),
    ];
    const register = rules.files.length > 0 ? this.register : [];
    made.clauses = register.map((clause) => ({ value: clause, label: clause }));
    return made;
  }

  /** The clauses that the header registers; handed in, for the rules do not keep it. */
  register: readonly string[] = [];

  /** What a condition may ask. */
  asked(): readonly FieldChoice[] {
    const { rules, language } = this;
    return [
      ...rules.fields.map((field): FieldChoice => {
        const list = this.fieldList(field);
        return {
          name: field.label,
          on: field.on,
          type: field.type,
          ...(field.unit && { unit: field.unit }),
          ...(list && { list }),
          comparisons: comparisonsOf(field.type),
        };
      }),
      ...rules.readings.map(
        (reading): FieldChoice => ({
          name: reading.label,
          on: 'reading',
          type: 'choice',
          list: listOfReading(reading),
          comparisons: choiceOps,
        }),
      ),
      { name: keywords.total[language], on: 'total', type: 'decimal', comparisons: orderOps },
    ];
  }

  /** The value as the list has it, by label or code. */
  choice(list: string, value: string): Choice | undefined {
    return this.choices(list)?.find((one) => one.value === value || one.code === value);
  }
}

const readingChoice = ({ label, key, question }: ReadingEntry): Choice => ({
  value: label,
  label,
  code: key,
  ...(question !== null && { text: question }),
});

/** At most so many clauses are offered. */
const MOST_CLAUSES = 2000;

/** The clauses of the header's 条款. */
export const registerOf = (document: EditDocument): readonly string[] =>
  document.tree.sections
    .flatMap((section) => (section.kind === 'rules' ? section.lines : []))
    .flatMap((line) => (line.kind === 'clauses' ? clausesOf(line.clauses.text, MOST_CLAUSES) : []))
    .map(clauseText);
