/** The worker of a roster itself: what takes long gives way to its own kind alone, and the file opened last is the one it has. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test, vi } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../rules/${path}`, import.meta.url), 'utf8');
const sample = read('samples/hubei-2025.csv').replace(/^\ufeff/, '');
const few = sample.split('\n').slice(0, 60).join('\n');

const rules = {
  entry: { file: 'hubei.cme', text: read('hubei.cme') },
  library: [{ file: 'national.cme', text: read('national.cme') }],
};

type Said = { readonly kind: string; readonly serial?: number } & Record<string, never>;
let hear: (event: { readonly data: object }) => void;
const said: Said[] = [];
let serial = 0;

beforeAll(async () => {
  vi.stubGlobal('postMessage', (message: Said) => said.push(message));
  vi.stubGlobal('addEventListener', (_: string, listener: typeof hear) => {
    hear = listener;
  });
  await import('../../editor/worker/roster.ts');
  hear({ data: { kind: 'rules', session: 1, version: 1, ...rules } });
});

const ask = (question: object): number => {
  hear({ data: { ...question, serial: ++serial } });
  return serial;
};
const answer = async (to: number): Promise<Record<string, never>> =>
  vi.waitFor(
    () => {
      const found = said.find(({ kind, serial: of }) => of === to && kind !== 'progress');
      if (!found) throw new Error(`nothing was answered to ${to}`);
      return found;
    },
    { timeout: 15_000, interval: 5 },
  );
const open = (name: string, text: string) => ask({ kind: 'open', file: new File([text], name), remembered: [] });
const turned = async (value: string) => {
  const { knobs } = (said.findLast(({ kind }) => kind === 'rules') ?? { knobs: [] }) as unknown as { knobs: never[] };
  const knob = knobs.find(({ kind, value: now }) => kind === 'cap' && now === '10') as object | undefined;
  return [{ ...knob, value }];
};

type Sight = { readonly flat: { readonly columns: readonly { readonly role: string }[] } };
const rolesOf = ({ flat }: Sight) => flat.columns.map(({ role }) => role);

async function judge(text: string): Promise<number> {
  const { sight } = (await answer(open('roster.csv', text))) as unknown as { sight: Sight };
  return ask({ kind: 'run', roles: rolesOf(sight), year: 2025, by: null });
}

test('a cap is tried while a file is written and two revisions are measured: each is answered', async () => {
  await answer(await judge(sample));
  const written = ask({ kind: 'export', what: 'records', lang: 'zh', masked: false });
  const sides = { before: rules, after: rules };
  const measured = ask({ kind: 'impact', ...sides, each: true });
  const beside = ask({ kind: 'impact', ...sides });
  const first = ask({ kind: 'try', turned: await turned('8') });
  const second = ask({ kind: 'try', turned: await turned('7') });
  expect((await answer(written)).file).not.toBeNull();
  expect((await answer(measured)).found).not.toBeNull();
  expect((await answer(beside)).found).not.toBeNull();
  expect((await answer(first)).trial).toBeNull();
  expect((await answer(second)).trial).not.toBeNull();
});

test('what was tried before stands where the next is stopped; other rules end it', async () => {
  await answer(await judge(sample));
  await answer(ask({ kind: 'try', turned: await turned('3') }));
  const people = { kind: 'people', filter: {}, sort: 'roster', from: 0, count: 1, masked: false };
  const change = async () => ((await answer(ask(people))).rows as unknown as { change: number | null }[])[0]?.change;
  const stopped = ask({ kind: 'try', turned: await turned('2') });
  hear({ data: { kind: 'stop' } });
  expect((await answer(stopped)).trial).toBeNull();
  expect(await change()).not.toBeNull();
  await answer(ask({ kind: 'try', turned: [] }));
  expect(await change()).toBeNull();
});

test('a table of groups is of the people that were judged with it; without people it is none', async () => {
  const ran = await answer(await judge(sample));
  const { table, results } = ran as unknown as { table: { key: string }; results: { group: string } };
  expect(table.key).toBe(results.group);
  open('other.csv', sample);
  expect((await answer(ask({ kind: 'group', key: table.key }))).table).toBeNull();
});

test('a file is read still when another is opened: that one is what is judged', async () => {
  const slow = new File([sample], 'slow.csv');
  const bytes = slow.arrayBuffer.bind(slow);
  let go = () => {};
  slow.arrayBuffer = async () => {
    await new Promise<void>((done) => {
      go = done;
    });
    return bytes();
  };
  const late = ask({ kind: 'open', file: slow, remembered: [] });
  const sight = (await answer(open('few.csv', few))).sight as unknown as Sight;
  go();
  await answer(late);
  const ran = await answer(ask({ kind: 'run', roles: rolesOf(sight), year: 2025, by: null }));
  const { figures } = ran.results as unknown as { figures: { people: number } };
  expect(figures.people).toBeLessThan(60);
});
