/** Every name in a tree, with what it may refer to by its place. */
import type {
  Amount,
  Basis,
  Cell,
  Cond,
  Fact,
  FactValue,
  Falling,
  Line,
  Name,
  Operand,
  Rate,
  Remainder,
  RuleFile,
  Section,
  SectionRef,
} from '../model/ast.ts';

export type Use =
  | { readonly as: 'reading' | 'field' | 'asked' | 'alone' | 'section'; readonly name: Name; readonly word?: string }
  /** A value of a field or of a reading; where `of` is missing, a reading or a value of any. */
  | { readonly as: 'value'; readonly of: string; readonly name: Name };

type Put = (use: Use) => void;

const amount = (of: Amount | undefined, put: Put): void => {
  if (of?.kind === 'reading') put({ as: 'reading', name: of.name });
};
const named = (of: Basis | Remainder | undefined, put: Put): void => {
  if (of?.kind === 'reading') put({ as: 'reading', name: of.name });
  else if (of?.kind === 'prorate') amount(of.step, put);
};
const field = (name: Name | undefined, put: Put): void => {
  if (name) put({ as: 'field', name });
};

const operand = (of: Operand | FactValue, subject: string, put: Put): void => {
  if (of.kind === 'name') put({ as: 'value', of: subject, name: of.name });
};

function cond(of: Cond | undefined, put: Put): void {
  if (!of) return;
  switch (of.kind) {
    case 'and':
    case 'or':
      for (const arm of of.of) cond(arm, put);
      break;
    case 'not':
    case 'paren':
      cond(of.of, put);
      break;
    case 'fact':
      put({ as: 'alone', name: of.name });
      break;
    case 'compare': {
      const subject = of.subject.kind === 'name' ? of.subject.name : undefined;
      if (subject) put({ as: 'asked', name: subject });
      for (const one of of.operands) operand(one, subject?.text ?? '', put);
    }
  }
}

const falling = (of: Falling | undefined, put: Put): void => {
  if (!of) return;
  if (of.by.kind === 'step') amount(of.by.amount, put);
  field(of.rank, put);
  amount(of.least, put);
};

function rate(of: Rate, put: Put): void {
  if (of.kind === 'field') field(of.field, put);
  else amount(of.credits, put);
  if (of.kind !== 'per') return;
  field(of.field, put);
  if (of.everyReading) put({ as: 'reading', name: of.everyReading });
}

const refs = (of: readonly SectionRef[] | undefined, put: Put): void => {
  for (const { section, name } of of ?? []) put({ as: 'section', name, ...(section && { word: section }) });
};

const facts = (of: readonly Fact[], put: Put): void => {
  for (const { field: own, values } of of) {
    field(own, put);
    for (const value of values) {
      if (own) operand(value, own.text, put);
      else if (value.kind === 'name') put({ as: 'alone', name: value.name });
    }
  }
};

function cell(of: Cell, column: string, put: Put): void {
  if (of.kind === 'values' || of.kind === 'facts') for (const one of of.of) operand(one, column, put);
  else if (of.kind === 'bounds') for (const one of of.of) operand(one.operand, column, put);
}

function line(of: Line, section: Section, put: Put): void {
  if ('when' in of) cond(of.when, put);
  switch (of.kind) {
    case 'cycle':
      if (!of.rolling && of.from && 'quoted' in of.from) field(of.from, put);
      break;
    case 'remainder':
      named(of.of, put);
      break;
    case 'adopt':
      if (section.kind === 'reading') put({ as: 'value', of: section.label.text, name: of.option });
      break;
    case 'exampleAdopt':
      put({ as: 'reading', name: of.reading });
      put({ as: 'value', of: of.reading.text, name: of.option });
      break;
    case 'form':
      for (const name of of.values) put({ as: 'value', of: 'form', name });
      break;
    case 'placed':
    case 'since':
      field(of.field, put);
      if (of.kind === 'since') amount(of.step, put);
      break;
    case 'members':
      refs(of.of, put);
      break;
    case 'gate':
      cond(of.that, put);
      break;
    case 'award':
      rate(of.rate, put);
      named(of.by, put);
      named(of.remainder, put);
      falling(of.falling, put);
      break;
    case 'awardTable':
      named(of.by, put);
      named(of.remainder, put);
      falling(of.falling, put);
      break;
    case 'falling':
      falling(of.of, put);
      break;
    case 'best':
      named(of.per, put);
      break;
    case 'deem':
      amount(of.credits, put);
      break;
    case 'cap':
      named(of.per, put);
      amount(of.limit, put);
      break;
    case 'minimum':
      if (of.subject) refs([of.subject], put);
      if (of.amount.kind === 'amount') amount(of.amount.amount, put);
      refs(of.fillable?.from, put);
      break;
    case 'reduce':
      if (of.subject) refs([of.subject], put);
      if (of.by.kind === 'amount') amount(of.by.amount, put);
      if (of.by.kind === 'per') {
        field(of.by.field, put);
        amount(of.by.credits, put);
      }
      break;
    case 'person':
    case 'record':
      facts(of.facts, put);
      break;
  }
  if (of.kind !== 'awardTable' && of.kind !== 'exampleTable') return;
  for (const column of of.table.columns) if (column.kind === 'field') field(column.name, put);
  for (const row of of.table.rows) {
    row.cells.forEach((one, at) => {
      const column = of.table.columns[at];
      cell(one, column?.kind === 'field' ? column.name.text : '', put);
    });
  }
}

/** Every use of a name, in source order within its line; declarations are no uses. */
export function usesIn(tree: RuleFile): readonly Use[] {
  const found: Use[] = [];
  const put: Put = (use) => found.push(use);
  for (const section of tree.sections) {
    if (section.kind === 'personField' || section.kind === 'recordField') {
      if (section.default) operand(section.default, section.label.text, put);
    } else if (section.kind === 'carry') {
      field(section.field, put);
      amount(section.limit, put);
    } else if (section.kind === 'notice') {
      for (const name of section.same ?? []) field(name, put);
      cond(section.when, put);
    } else if (section.kind === 'makeup') cond(section.when, put);
    else if (section.kind === 'drop') refs(section.of, put);
    for (const one of section.lines) line(one, section, put);
  }
  return found;
}
