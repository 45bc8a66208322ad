/** Steps 7 to 9: caps from the smallest span up, what deemings add, and the caps of categories and groups. */
import type { Cap } from '../../model/plan.ts';
import { joined } from './condition.ts';
import { type Context, itemsOf } from './context.ts';
import type { Due } from './deemed.ts';
import { spanKeys } from './earn.ts';
import { also, type Branch, choice, type Script, told } from './script.ts';

/** Caps that share no item cut in one step; of two that do, the later cuts after the earlier. */
function layers(caps: readonly Cap[]): readonly (readonly Cap[])[] {
  const found: Cap[][] = [];
  const next = new Map<string, number>();
  for (const cap of caps) {
    const at = Math.max(0, ...cap.items.map((key) => next.get(key) ?? 0));
    for (const key of cap.items) next.set(key, at + 1);
    const layer = found[at] ?? [];
    found[at] = layer;
    layer.push(cap);
  }
  return found;
}

class Credits {
  #count = 0;
  /** The step and the column that hold what is left of each record. */
  from: string;
  column: string;

  constructor(from: string, column: string) {
    this.from = from;
    this.column = column;
  }

  next(): string {
    this.#count += 1;
    return `credits_${this.#count}`;
  }
}

export function cut(context: Context, script: Script, due: readonly Due[]): string {
  const { plan, spell } = context;
  const credits = new Credits('paid', 'raw');
  const alive = plan.caps.filter(({ when, items }) => items.length > 0 && (when === null || spell(when) !== 'FALSE'));
  for (const layer of layers(alive.filter(({ stage }) => stage === 'item'))) cutLayer(context, script, credits, layer);
  deem(context, script, credits, due);
  for (const layer of layers(alive.filter(({ stage }) => stage === 'section')))
    cutLayer(context, script, credits, layer);
  return script.step('kept', 'What counts of each record.', also(`${credits.from} t`, [['credits', credits.column]]));
}

function cutLayer(context: Context, script: Script, credits: Credits, caps: readonly Cap[]): void {
  const { spell, dialect, sum } = context;
  const column = credits.next();
  const number = column.slice('credits_'.length);
  const branches = (of: (cap: Cap, at: number) => string): readonly Branch[] =>
    caps.map((cap, at) => ({ when: `cap_${number} = ${at + 1}`, gives: of(cap, at) }));
  const chosen = caps.map((cap, at): Branch => {
    const when = cap.when === null ? 'TRUE' : spell(cap.when);
    return {
      when: joined([itemsOf(context.plan, cap.items), when], 'AND'),
      gives: String(at + 1),
      says: `${told(cap.source)}（${cap.owner}）`,
    };
  });
  const under = script.step(
    `under_${number}`,
    'Which cap a record is under.',
    also(`${credits.from} t`, [[`cap_${number}`, choice(chosen, null)]]),
  );
  const span = (key: 'project' | 'day' | 'alone', as: string): [string, string][] => {
    const known = branches((cap) => spanKeys(context, cap.per)[key]).filter(({ gives }) => gives !== 'NULL');
    return known.length === 0 ? [] : [[`span_${number}_${key}`, `CAST(${choice(known, null)} AS ${as})`]];
  };
  const keys = [...span('project', dialect.text), ...span('day', 'DATE'), ...span('alone', 'BIGINT')];
  const spans =
    keys.length === 0 ? under : script.step(`spans_${number}`, 'The span that it looks at.', also(`${under} t`, keys));
  const own = ['person', `cap_${number}`, ...keys.map(([name]) => name)].join(', ');
  const before = script.step(
    `before_${number}`,
    'What the earlier records of the span have.',
    also(`${spans} t`, [
      [
        `before_${number}`,
        `${sum(credits.column, `PARTITION BY ${own} ORDER BY pos ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW`)} - ${credits.column}`,
      ],
    ]),
  );
  const limit = choice(
    branches(({ limit: most }) => String(most)),
    null,
  );
  credits.from = script.step(
    `cut_${number}`,
    'Earlier records keep theirs; what is over is taken from the latest.',
    also(`${before} t`, [
      [
        column,
        `CASE WHEN cap_${number} IS NULL THEN ${credits.column}\nELSE LEAST(${credits.column}, GREATEST(0, ${limit} - before_${number})) END`,
      ],
    ]),
  );
  credits.column = column;
}

/** What an item lacks of its deemed amount is added to the record that reaches it. */
function deem({ sum }: Context, script: Script, credits: Credits, due: readonly Due[]): void {
  due.forEach(({ name, says }, at) => {
    const total = script.step(
      `item_${at + 1}`,
      'What its item counts before.',
      also(`${credits.from} t`, [[`item_credits_${at + 1}`, sum(credits.column, 'PARTITION BY person, item')]]),
    );
    const adding = script.step(
      `adding_${at + 1}`,
      ['What is added to the record that reaches it; nothing is due to others.', ...says],
      also(`${total} t`, [
        [`added_${at + 1}`, `CASE WHEN ${name} > 0 THEN GREATEST(0, ${name} - item_credits_${at + 1}) ELSE 0 END`],
      ]),
    );
    const column = credits.next();
    credits.from = script.step(
      `added_${at + 1}`,
      'It counts like the rest.',
      also(`${adding} t`, [[column, `${credits.column} + added_${at + 1}`]]),
    );
    credits.column = column;
  });
  credits.from = script.step(
    'raised',
    'What is shown before caps has it too.',
    also(`${credits.from} t`, [['raw_all', ['raw', ...due.map((_, at) => `added_${at + 1}`)].join(' + ')]]),
  );
}
