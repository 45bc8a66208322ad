/** Facts of data under the keys of the vocabulary, as the form holds them. */
import type { RawFacts, RawValue } from '../../src/index.ts';
import type { Field } from './fields.ts';

const yes = new Set(['true', 'yes', '是']);
const no = new Set(['false', 'no', '否', '']);

/** What is spelt in no known way stays as it is. */
export function spelt(facts: RawFacts, fields: readonly Field[]): RawFacts {
  const out = new Map<string, RawValue>();
  for (const [name, value] of facts) {
    const field = fields.find(({ key }) => key === name) ?? fields.find(({ label }) => label === name);
    const said = typeof value === 'string' ? value.trim() : value;
    if (field === undefined || out.has(field.key)) out.set(name, value);
    else if (said === null || said === undefined || said === '') continue;
    else if (field.type === 'yesno' && yes.has(String(said))) out.set(field.key, true);
    else if (field.type === 'yesno' && no.has(String(said))) out.set(field.key, false);
    else if (field.type === 'choice')
      out.set(field.key, field.options.find(({ key, label }) => key === said || label === said)?.key ?? value);
    else out.set(field.key, value);
  }
  return out;
}
