/**
 * Every place of a tree where a name is declared or used, and what it may be the name of there. What it *is* the name of
 * is found with the vocabulary (`service/symbols.ts`): the tree alone does not know the baseline.
 */
import type {
  Amount,
  Basis,
  Cell,
  Cond,
  Fact,
  FactValue,
  Line,
  Name,
  Operand,
  OptionDecl,
  Remainder,
  RuleFile,
  Section,
  SectionRef,
} from '../model/ast.ts';
import type { Span } from '../model/span.ts';

export type NameKind =
  | 'rules'
  | 'personField'
  | 'recordField'
  | 'reading'
  | 'option'
  | 'category'
  | 'item'
  | 'group'
  | 'require';

export interface Mention {
  readonly text: string;
  readonly span: Span;
  readonly quoted: boolean;
  /** What it may name, the likeliest first. */
  readonly kinds: readonly NameKind[];
  /** Of an option: the name of the field or reading that it belongs to, where the line says one. */
  readonly of?: string;
  /** It is declared here, as the label or the code. */
  readonly declares?: 'label' | 'code';
}

const ofRecord: readonly NameKind[] = ['recordField', 'personField'];
const ofPerson: readonly NameKind[] = ['personField'];
const sections: readonly NameKind[] = ['category', 'group', 'item'];

/** In source order. */
export const mentionsIn = (tree: RuleFile): readonly Mention[] => {
  const walk = new Walk();
  for (const section of tree.sections) walk.section(section);
  return walk.found.toSorted((a, b) => a.span.start - b.span.start);
};

class Walk {
  readonly found: Mention[] = [];
  /** Fields that a condition here may ask about. */
  private fields: readonly NameKind[] = ofRecord;
  private owner = '';

  section(section: Section): void {
    const onPerson = section.kind === 'scope' || section.kind === 'require' || section.kind === 'carry';
    this.fields = onPerson ? ofPerson : ofRecord;
    this.head(section);
    this.owner = 'label' in section && section.label ? section.label.text : '';
    for (const line of section.lines) this.line(line);
  }

  private head(section: Section): void {
    switch (section.kind) {
      case 'rules':
      case 'reading':
      case 'category':
      case 'item':
      case 'group':
        this.declares(section.kind, section.label, section.code);
        return;
      case 'require':
        if (section.label) this.declares('require', section.label, section.code);
        return;
      case 'personField':
      case 'recordField':
        this.declares(section.kind, section.label, section.code);
        if (section.default) this.value(section.default, section.label.text);
        return;
      case 'makeup':
        this.cond(section.when);
        return;
      case 'carry':
        this.use(section.field, ofPerson);
        this.amount(section.limit);
        return;
      case 'notice':
        for (const field of section.same ?? []) this.use(field, ofRecord);
        this.cond(section.when);
        return;
      case 'drop':
        for (const one of section.of) this.ref(one, [...sections, 'require', 'reading']);
        return;
      default:
    }
  }

  private line(line: Line): void {
    switch (line.kind) {
      case 'under':
        this.use(line.name, ['rules']);
        return;
      case 'cycle':
        if (!line.rolling && line.from && 'quoted' in line.from) this.use(line.from, ofPerson);
        return;
      case 'remainder':
        this.remainder(line.of);
        return;
      case 'option':
        for (const option of line.options) this.option(option);
        return;
      case 'adopt':
        this.use(line.option, ['option'], this.owner);
        return;
      case 'except':
      case 'for':
        this.cond(line.when);
        return;
      case 'form':
        for (const name of line.values) this.use(name, ['option'], 'form');
        return;
      case 'placed':
        this.use(line.field, ['recordField']);
        return;
      case 'members':
        for (const one of line.of) this.ref(one, sections);
        return;
      case 'gate':
        this.cond(line.that);
        this.cond(line.when);
        return;
      case 'award':
        this.award(line);
        return;
      case 'awardTable':
        this.remainder(line.remainder);
        this.basis(line.by);
        this.falling(line.falling);
        this.cond(line.when);
        this.table(line.table, ofRecord);
        return;
      case 'falling':
        this.falling(line.of);
        return;
      case 'factor':
      case 'deem':
        if ('credits' in line) this.amount(line.credits);
        this.cond(line.when);
        return;
      case 'best':
        this.basis(line.per);
        this.cond(line.when);
        return;
      case 'cap':
        this.basis(line.per);
        this.amount(line.limit);
        this.cond(line.when);
        return;
      case 'minimum':
        this.ref(line.subject, sections);
        if (line.amount.kind === 'amount') this.amount(line.amount.amount);
        for (const one of line.fillable?.from ?? []) this.ref(one, sections);
        this.cond(line.when);
        return;
      case 'since':
        this.use(line.field, ofPerson);
        this.amount(line.step);
        return;
      case 'reduce':
        this.ref(line.subject, sections);
        if (line.by.kind === 'amount') this.amount(line.by.amount);
        if (line.by.kind === 'per') {
          if (line.by.field) this.use(line.by.field, ofPerson);
          this.amount(line.by.credits);
        }
        this.cond(line.when);
        return;
      case 'exampleAdopt':
        this.use(line.reading, ['reading']);
        this.use(line.option, ['option'], line.reading.text);
        return;
      case 'person':
      case 'record':
        for (const fact of line.facts) this.fact(fact, line.kind === 'person' ? ofPerson : ofRecord);
        return;
      case 'exampleTable':
        this.table(line.table, ofRecord);
        return;
      default:
    }
  }

  private award(line: Extract<Line, { kind: 'award' }>): void {
    const { rate } = line;
    if (rate.kind === 'field') this.use(rate.field, ['recordField']);
    else this.amount(rate.credits);
    if (rate.kind === 'per') {
      if (rate.everyReading) this.use(rate.everyReading, ['reading']);
      if (rate.field) this.use(rate.field, ['recordField']);
    }
    this.remainder(line.remainder);
    this.basis(line.by);
    this.falling(line.falling);
    this.cond(line.when);
  }

  private option({ label, code }: OptionDecl): void {
    this.declares('option', label, code, this.owner);
  }

  private falling(of: Extract<Line, { kind: 'falling' }>['of'] | undefined): void {
    if (!of) return;
    if (of.by.kind === 'step') this.amount(of.by.amount);
    this.use(of.rank, ['recordField']);
    this.amount(of.least);
  }

  private table({ columns, rows }: Extract<Line, { kind: 'awardTable' }>['table'], fields: readonly NameKind[]): void {
    for (const column of columns) if (column.kind === 'field') this.use(column.name, fields);
    for (const { cells } of rows) {
      cells.forEach((cell, at) => {
        const column = columns[at];
        this.cell(cell, column?.kind === 'field' ? column.name.text : '');
      });
    }
  }

  private cell(cell: Cell, field: string): void {
    if (cell.kind === 'values') for (const operand of cell.of) this.operand(operand, field);
    if (cell.kind === 'bounds') for (const { operand } of cell.of) this.operand(operand, field);
    if (cell.kind === 'facts') for (const value of cell.of) this.value(value, field);
  }

  private fact({ field, values }: Fact, fields: readonly NameKind[]): void {
    if (field) this.use(field, fields);
    for (const value of values) {
      // A value alone: a choice, or a yes/no field that is yes.
      if (value.kind !== 'name') continue;
      if (field) this.use(value.name, ['option'], field.text);
      else this.use(value.name, ['option', ...fields]);
    }
  }

  private cond(cond: Cond | undefined): void {
    if (!cond) return;
    switch (cond.kind) {
      case 'and':
      case 'or':
        for (const part of cond.of) this.cond(part);
        return;
      case 'not':
      case 'paren':
        this.cond(cond.of);
        return;
      case 'fact':
        this.use(cond.name, [...this.fields, 'option', 'reading']);
        return;
      case 'compare': {
        const { subject } = cond;
        if (subject.kind === 'name') this.use(subject.name, [...this.fields, 'reading']);
        for (const operand of cond.operands) this.operand(operand, subject.kind === 'name' ? subject.name.text : '');
      }
    }
  }

  /** A value of the field or the reading, or a reading that stands for one. */
  private operand(operand: Operand, of: string): void {
    if (operand.kind === 'name') this.use(operand.name, ['option', 'reading'], of);
  }

  private value(value: FactValue, of: string): void {
    if (value.kind === 'name') this.use(value.name, ['option'], of);
  }

  private amount(amount: Amount | undefined): void {
    if (amount?.kind === 'reading') this.use(amount.name, ['reading']);
  }

  private basis(basis: Basis | undefined): void {
    if (basis?.kind === 'reading') this.use(basis.name, ['reading']);
  }

  private remainder(remainder: Remainder | undefined): void {
    if (remainder?.kind === 'reading') this.use(remainder.name, ['reading']);
    if (remainder?.kind === 'prorate') this.amount(remainder.step);
  }

  private ref(ref: SectionRef | undefined, kinds: readonly NameKind[]): void {
    if (ref) this.use(ref.name, ref.section ? [ref.section] : kinds);
  }

  private declares(kind: NameKind, label: Name, code: Name | undefined, of?: string): void {
    this.add(label, { kinds: [kind], declares: 'label', ...(of !== undefined && { of }) });
    if (code) this.add(code, { kinds: [kind], declares: 'code', ...(of !== undefined && { of }) });
  }

  private use(name: Name, kinds: readonly NameKind[], of?: string): void {
    this.add(name, { kinds, ...(of !== undefined && of !== '' && { of }) });
  }

  private add({ text, span, quoted }: Name, more: Pick<Mention, 'kinds' | 'of' | 'declares'>): void {
    if (text !== '') this.found.push({ text, span, quoted, ...more });
  }
}
