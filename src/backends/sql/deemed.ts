/** What the rules of 视同完成 come to beside each record. */
import type { Deeming } from './deems.ts';
import { also, choice, kept, type Script, told } from './script.ts';

/** Beside each record, for each deeming: whether it is in its sum, and whether it reaches it. */
export function joinDeems(script: Script, deems: readonly Deeming[]): string {
  const chosen = kept('chosen');
  if (deems.length === 0)
    return script.step('deemed', 'No rule deems a record.', also(`${chosen} t`, [['is_deemed', 'FALSE']]));
  script.step(
    'deemings',
    'Those of all rules.',
    deems.map(({ step }, at) => `SELECT person, pos, ${at + 1} AS deeming, reached FROM ${step}`).join('\nUNION ALL\n'),
  );
  const reaches = deems.map((_, at) => `reaches_${at + 1}`);
  script.step(
    'deemed_records',
    'A record that several rules deem stands once.',
    [
      'SELECT',
      [
        '  person',
        '  pos',
        ...reaches.map(
          (name, at) => `  max(CASE WHEN deeming = ${at + 1} AND reached THEN 1 ELSE 0 END) = 1 AS ${name}`,
        ),
      ].join(',\n'),
      'FROM deemings\nGROUP BY person, pos',
    ].join('\n'),
  );
  return script.step(
    'deemed',
    'The records with what deems them.',
    also(`${chosen} t LEFT JOIN deemed_records d ON d.person = t.person AND d.pos = t.pos`, [
      ['is_deemed', 'd.pos IS NOT NULL'],
      ...reaches.map((name): [string, string] => [name, `COALESCE(d.${name}, FALSE)`]),
    ]),
  );
}

/** What records that reach a deeming are to have: one column for those of several items. */
export interface Due {
  readonly name: string;
  readonly credits: string;
  readonly says: readonly string[];
}

/** Of two deemings of one item the later sees what the earlier gave. */
export function duesOf(deems: readonly Deeming[]): readonly Due[] {
  const giving = deems.flatMap(({ deem: { credits, source }, item, place }, at) =>
    credits === null ? [] : [{ item, place, when: `reaches_${at + 1}`, gives: String(credits), says: told(source) }],
  );
  const byItem = [...Map.groupBy(giving, ({ item }) => item).values()];
  const rounds = Math.max(0, ...byItem.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => {
    const now = byItem.flatMap((all) => all.slice(round, round + 1));
    return {
      name: `due_${round + 1}`,
      credits: choice(
        now.map(({ when, gives }) => ({ when, gives })),
        '0',
      ),
      says: now.map(({ says }) => says),
    };
  });
}
