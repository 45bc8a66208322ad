/** The names in a line, by its kind. */
import type { Line, LineOf } from '../../model/ast.ts';
import { ofPerson, ofRecord, sections } from './mention.ts';
import type { Parts } from './parts.ts';

/** `owner`: the label of the section that the line stands in. */
export function lineNames(line: Line, owner: string, parts: Parts): void {
  switch (line.kind) {
    case 'under':
      parts.use(line.name, ['rules']);
      return;
    case 'cycle':
      if (!line.rolling && line.from && 'quoted' in line.from) parts.use(line.from, ofPerson);
      return;
    case 'remainder':
      parts.remainder(line.of);
      return;
    case 'option':
      for (const { label, code } of line.options) parts.declares('option', label, code, owner);
      return;
    case 'adopt':
      parts.use(line.option, ['option'], owner);
      return;
    case 'except':
    case 'for':
      parts.cond(line.when);
      return;
    case 'form':
      for (const name of line.values) parts.use(name, ['option'], 'form');
      return;
    case 'placed':
      parts.use(line.field, ['recordField']);
      return;
    case 'members':
      for (const one of line.of) parts.ref(one, sections);
      return;
    case 'gate':
      parts.cond(line.that);
      parts.cond(line.when);
      return;
    case 'award':
      awardNames(line, parts);
      return;
    case 'awardTable':
      parts.remainder(line.remainder);
      parts.basis(line.by);
      parts.falling(line.falling);
      parts.cond(line.when);
      parts.table(line.table, ofRecord);
      return;
    case 'falling':
      parts.falling(line.of);
      return;
    case 'factor':
    case 'deem':
      if ('credits' in line) parts.amount(line.credits);
      parts.cond(line.when);
      return;
    case 'best':
      parts.basis(line.per);
      parts.cond(line.when);
      return;
    case 'cap':
      parts.basis(line.per);
      parts.amount(line.limit);
      parts.cond(line.when);
      return;
    case 'minimum':
      parts.ref(line.subject, sections);
      if (line.amount.kind === 'amount') parts.amount(line.amount.amount);
      for (const one of line.fillable?.from ?? []) parts.ref(one, sections);
      parts.cond(line.when);
      return;
    case 'since':
      parts.use(line.field, ofPerson);
      parts.amount(line.step);
      return;
    case 'reduce':
      parts.ref(line.subject, sections);
      if (line.by.kind === 'amount') parts.amount(line.by.amount);
      if (line.by.kind === 'per') {
        if (line.by.field) parts.use(line.by.field, ofPerson);
        parts.amount(line.by.credits);
      }
      parts.cond(line.when);
      return;
    case 'exampleAdopt':
      parts.use(line.reading, ['reading']);
      parts.use(line.option, ['option'], line.reading.text);
      return;
    case 'person':
    case 'record':
      for (const fact of line.facts) parts.fact(fact, line.kind === 'person' ? ofPerson : ofRecord);
      return;
    case 'exampleTable':
      parts.table(line.table, ofRecord);
      return;
    default:
  }
}

function awardNames(line: LineOf<'award'>, parts: Parts): void {
  const { rate } = line;
  if (rate.kind === 'field') parts.use(rate.field, ['recordField']);
  else parts.amount(rate.credits);
  if (rate.kind === 'per') {
    if (rate.everyReading) parts.use(rate.everyReading, ['reading']);
    if (rate.field) parts.use(rate.field, ['recordField']);
  }
  parts.remainder(line.remainder);
  parts.basis(line.by);
  parts.falling(line.falling);
  parts.cond(line.when);
}
