/** The meaning changes only as the gesture says: the plan before and after differs in that one element. */
import { describe, expect, test } from 'vitest';
import type { Gesture } from '../../src/edit/index.ts';
import { compile } from '../../src/index.ts';
import { open, refusal, row, textAfter, texts } from './support.ts';

const hubei = open(texts.hubei);

/** Every leaf of the plan by its path; where a line stands and how it is worded, left out. */
function leaves(node: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (typeof node !== 'object' || node === null) found.set(path, String(node));
  else {
    for (const [key, value] of Object.entries(node)) {
      if (key !== 'source') leaves(value, `${path}/${key}`, found);
    }
  }
  return found;
}

const planOf = (text: string): Map<string, string> => {
  const { plan } = compile({ file: 'here.cme', text }, { library: [{ file: 'national.cme', text: texts.national }] });
  expect(plan).not.toBeNull();
  return leaves(plan);
};

const before = planOf(texts.hubei);

/** What leaves of the plan said, and say. */
const changes = (what: Gesture): readonly (readonly [string | undefined, string | undefined])[] => {
  const after = planOf(textAfter(hubei, what));
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].flatMap((path) => {
    const pair = [before.get(path), after.get(path)] as const;
    return pair[0] === pair[1] ? [] : [pair];
  });
};

describe('of the plan, only that changes which', () => {
  test('a limit says', () => {
    const key = row(hubei, '上限 每项目 10 学分').key;
    expect(changes({ kind: 'set', row: key, slot: 'limit', value: '8' })).toEqual([['1000', '800']]);
  });

  test('an award says', () => {
    const key = row(hubei, '授予 0.5 学分 当 主讲人').key;
    expect(changes({ kind: 'set', row: key, slot: 'credits', value: '0.4' })).toEqual([['50', '40']]);
  });

  test('a cell of a table says', () => {
    const key = row(hubei, '| 国际权威刊物 | 其他作者').key;
    expect(changes({ kind: 'set', row: key, slot: 'column 3', value: '8' })).toEqual([['900', '800']]);
  });

  test('a reading adopts', () => {
    const key = row(hubei, '采用 任一即可').key;
    expect(changes({ kind: 'set', row: key, slot: 'option', value: '任一即可' })).toEqual([]);
    const carried = row(hubei, '采用 照列').key;
    expect(changes({ kind: 'set', row: carried, slot: 'option', value: '含服务站' }).length).toBeGreaterThan(0);
  });

  test('and nothing where rules are moved, formatted, or switched off and on', () => {
    const move = { kind: 'move', key: row(hubei, '上限 每年 15 学分', 'cap').key, to: 'up' } as const;
    expect(refusal(hubei, move)).toBe('cannotMove');
    const notice = hubei.view.blocks.find(({ kind }) => kind === 'uncomputed')?.key ?? '';
    expect(changes({ kind: 'move', key: notice, to: 'down' })).toEqual([]);
    expect(changes({ kind: 'format' })).toEqual([]);
  });
});
