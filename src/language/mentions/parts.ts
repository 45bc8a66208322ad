/** Collects the names in the parts of a line: values, conditions, facts and tables. */
import type {
  Amount,
  Basis,
  Cell,
  Cond,
  Fact,
  FactValue,
  Falling,
  Name,
  Operand,
  Remainder,
  SectionRef,
  Table,
} from '../../model/ast.ts';
import { type Mention, type NameKind, ofRecord } from './mention.ts';

export class Parts {
  readonly found: Mention[] = [];
  /** Fields that a condition here may ask about. */
  fields: readonly NameKind[] = ofRecord;

  falling(of: Falling | undefined): void {
    if (!of) return;
    if (of.by.kind === 'step') this.amount(of.by.amount);
    this.use(of.rank, ['recordField']);
    this.amount(of.least);
  }

  table({ columns, rows }: Table, fields: readonly NameKind[]): void {
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

  fact({ field, values }: Fact, fields: readonly NameKind[]): void {
    if (field) this.use(field, fields);
    for (const value of values) {
      // A value alone: a choice, or a yes/no field that is yes.
      if (value.kind !== 'name') continue;
      if (field) this.use(value.name, ['option'], field.text);
      else this.use(value.name, ['option', ...fields]);
    }
  }

  cond(cond: Cond | undefined): void {
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

  value(value: FactValue, of: string): void {
    if (value.kind === 'name') this.use(value.name, ['option'], of);
  }

  amount(amount: Amount | undefined): void {
    if (amount?.kind === 'reading') this.use(amount.name, ['reading']);
  }

  basis(basis: Basis | undefined): void {
    if (basis?.kind === 'reading') this.use(basis.name, ['reading']);
  }

  remainder(remainder: Remainder | undefined): void {
    if (remainder?.kind === 'reading') this.use(remainder.name, ['reading']);
    if (remainder?.kind === 'prorate') this.amount(remainder.step);
  }

  ref(ref: SectionRef | undefined, kinds: readonly NameKind[]): void {
    if (ref) this.use(ref.name, ref.section ? [ref.section] : kinds);
  }

  declares(kind: NameKind, label: Name, code: Name | undefined, of?: string): void {
    this.add(label, { kinds: [kind], declares: 'label', ...(of !== undefined && { of }) });
    if (code) this.add(code, { kinds: [kind], declares: 'code', ...(of !== undefined && { of }) });
  }

  use(name: Name, kinds: readonly NameKind[], of?: string): void {
    this.add(name, { kinds, ...(of !== undefined && of !== '' && { of }) });
  }

  private add({ text, span, quoted }: Name, more: Pick<Mention, 'kinds' | 'of' | 'declares'>): void {
    if (text !== '') this.found.push({ text, span, quoted, ...more });
  }
}
