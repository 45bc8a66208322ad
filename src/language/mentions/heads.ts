/** The names in the head of a section. */
import type { Section } from '../../model/ast.ts';
import { ofPerson, ofRecord, sections } from './mention.ts';
import type { Parts } from './parts.ts';

export function headNames(section: Section, parts: Parts): void {
  switch (section.kind) {
    case 'rules':
    case 'reading':
    case 'category':
    case 'item':
    case 'group':
      parts.declares(section.kind, section.label, section.code);
      return;
    case 'require':
      if (section.label) parts.declares('require', section.label, section.code);
      return;
    case 'personField':
    case 'recordField':
      parts.declares(section.kind, section.label, section.code);
      if (section.default) parts.value(section.default, section.label.text);
      return;
    case 'makeup':
      parts.cond(section.when);
      return;
    case 'carry':
      parts.use(section.field, ofPerson);
      parts.amount(section.limit);
      return;
    case 'notice':
      for (const field of section.same ?? []) parts.use(field, ofRecord);
      parts.cond(section.when);
      return;
    case 'drop':
      for (const one of section.of) parts.ref(one, [...sections, 'require', 'reading']);
      return;
    default:
  }
}
