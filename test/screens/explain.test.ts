/** 「学分说明」 while its worker answers late: the one who is shown is of the file that is open, and of what was asked last. */
import { beforeEach, expect, test, vi } from 'vitest';
import { anew, Crew, folder, openModule, rest, trustedModule } from './support/page.ts';

let state: typeof import('../../editor/explain/person.ts');
let gestures: typeof import('../../editor/explain/gestures.ts');
let desk: typeof import('../../editor/explain/desk.ts').desk;
let session: typeof import('../../editor/state/session.ts').session;

const worker = () => Crew.of('cme-person');
const now = () => state.person.get();
const judged = (credits: number) => ({ result: { credits } });
const plan = { personFields: [], recordFields: [], readings: [], effective: '2025-01-01' };
const asked = { person: { facts: new Map(), records: [] }, year: 2025, readings: {}, lang: 'zh' as const };

async function open(name: string): Promise<void> {
  const { RuleText } = await import('../../editor/state/text.ts');
  const text = new RuleText(`规则 ${name}`);
  const entry = { id: name, name, title: null, from: 'local' as const };
  session.set({ file: { entry, text: text.text, mark: false, hash: null }, text, version: 0 });
}

async function rules(): Promise<void> {
  await rest();
  const { session: of, version } = worker().last('rules');
  await worker().says({ kind: 'rules', session: of, version, plan, cases: [] });
}

beforeEach(async () => {
  vi.resetModules();
  vi.doMock('../../editor/trusted.ts', trustedModule);
  vi.doMock('../../editor/state/open.ts', openModule);
  anew();
  ({ session } = await import('../../editor/state/session.ts'));
  state = await import('../../editor/explain/person.ts');
  gestures = await import('../../editor/explain/gestures.ts');
  ({ desk } = await import('../../editor/explain/desk.ts'));
  await open('a.cme');
});

test('an answer of the file before is not shown under the next', async () => {
  const leave = state.follow();
  await rules();
  const { serial } = worker().last('judge');
  void gestures.take('cases', 0);
  const pick = worker().last('pick').serial;
  leave();
  await open('b.cme');
  const again = state.follow();
  await worker().says({ kind: 'judged', serial, judged: judged(1) });
  await worker().says({
    kind: 'picked',
    serial: pick,
    picked: { person: { facts: new Map([['name', '甲']]), records: [] }, year: 2020, readings: {} },
  });
  expect(now()).toMatchObject({ judged: null, year: null, from: null });
  again();
});

test('somebody else is reckoned beside the one who is shown: neither takes the place of the other', async () => {
  const leave = state.follow();
  await rules();
  const one = desk.judgeOnce(asked);
  const shown = worker()
    .asked('judge')
    .find(({ whole }) => whole === true)?.serial;
  const beside = worker()
    .asked('judge')
    .find(({ whole }) => whole === false)?.serial;
  await worker().says({ kind: 'judged', serial: beside, judged: judged(2) });
  expect(await one).toEqual(judged(2));
  await worker().says({ kind: 'judged', serial: shown, judged: judged(1) });
  await worker().says({ kind: 'more', serial: shown, ways: null, others: [] });
  expect(now()).toMatchObject({ judged: judged(1), thinking: false });
  leave();
});

test('what cannot be answered is not waited for', async () => {
  const leave = state.follow();
  await rules();
  const people = gestures.openPeople(null);
  await worker().says({ kind: 'failed', serial: worker().last('roster').serial, message: '坏了' });
  expect(await people).toEqual([]);
  await worker().says({ kind: 'failed', serial: worker().last('judge').serial, message: '坏了' });
  expect(now().thinking).toBe(false);
  void gestures.setYear(2024);
  expect(now().thinking).toBe(true);
  await worker().breaks();
  expect(now().thinking).toBe(false);
  leave();
});

test('of two rosters the one that was opened last is listed, however long the first is read', async () => {
  const leave = state.follow();
  await rules();
  let go = (_: ArrayBuffer) => {};
  const slow = new File([], 'slow.csv');
  slow.arrayBuffer = () =>
    new Promise((done) => {
      go = done;
    });
  void gestures.openPeople(slow);
  void gestures.openPeople(null);
  await rest();
  const listed = { kind: 'roster', faults: [], at: 0 };
  await worker().says({ ...listed, serial: worker().last('roster').serial, people: [{ label: 'b', size: 1 }] });
  go(new ArrayBuffer(0));
  await rest();
  expect(worker().asked('roster')).toHaveLength(1);
  expect(now().people).toEqual([{ label: 'b', size: 1 }]);
  leave();
});

test('where the folder does not answer that is said, and the rules are asked for again', async () => {
  folder.library = () => Promise.reject(new Error('gone'));
  state.follow()();
  await rest();
  expect(folder.told).toHaveLength(1);
  folder.library = async () => [];
  state.follow()();
  await rest();
  expect(worker().asked('rules')).toHaveLength(1);
});
