/** 「名册测算」 while its worker answers late, in another order, or not at all: what is shown is of what was asked for last. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { anew, Crew, folder, openModule, rest, trustedModule } from './support/page.ts';

type Roster = typeof import('../../editor/roster/state.ts');
let state: Roster;
let trial: typeof import('../../editor/roster/trial.ts');
let text: import('../../editor/state/text.ts').RuleText;
let session: typeof import('../../editor/state/session.ts').session;

const cme = (name: string) => ({
  entry: { id: name, name, title: null, from: 'local' as const },
  text: '',
  mark: false,
  hash: null,
});
const now = () => state.roster.get();
const worker = () => Crew.of('cme-roster');
const file = (name: string) => new File(['x'], name);
const columns = (...headers: string[]) =>
  headers.map((header, at) => ({ header, role: at === 0 ? 'owner' : 'none', by: null, fault: null }));
const sight = (name: string, more: object = {}) => ({
  file: name,
  kind: 'csv',
  sheets: [],
  sheet: 0,
  flat: { head: 0, first: [], columns: columns('人员编号', '备注'), lost: [] },
  rows: 3,
  year: 2025,
  choices: [{ role: 'record:form' }],
  faults: [],
  unreadable: false,
  ...more,
});
const results = (met: number) => ({ version: 0, year: 2025, figures: { people: 3, met }, groups: [], group: null });
const knob = { row: 'r1', slot: 'limit', value: '10' } as never;
const tried = (met: number) => ({ after: { met }, edits: [], says: { zh: '', en: '' } });

async function rulesHeard(sound = true): Promise<void> {
  const { session: of, version } = worker().last('rules');
  await worker().says({ kind: 'rules', session: of, version, sound, knobs: [], year: 2025 });
}

async function opened(name: string, more: object = {}): Promise<void> {
  void state.openRoster(file(name));
  await rest();
  await rulesHeard();
  await worker().says({ kind: 'opened', serial: worker().last('open').serial, sight: sight(name, more) });
}

async function judged(name: string, met = 1): Promise<void> {
  await opened(name);
  void state.run();
  await worker().says({ kind: 'ran', serial: worker().last('run').serial, results: results(met), table: null });
}

async function write(words: string): Promise<void> {
  text.edit([{ span: { start: 0, end: 0 }, text: words }]);
  session.set({ version: text.version });
  const { rosterDesk } = await import('../../editor/roster/desk.ts');
  await rosterDesk.rules();
}

beforeEach(async () => {
  vi.resetModules();
  vi.doMock('../../editor/trusted.ts', trustedModule);
  vi.doMock('../../editor/state/open.ts', openModule);
  anew();
  const { RuleText } = await import('../../editor/state/text.ts');
  ({ session } = await import('../../editor/state/session.ts'));
  text = new RuleText('规则');
  session.set({ file: cme('a.cme'), text });
  state = await import('../../editor/roster/state.ts');
  trial = await import('../../editor/roster/trial.ts');
});

describe('a roster dropped while another one', () => {
  test('is judged: neither the end of that nor its results are of the new one', async () => {
    for (const ended of [null, results(7)]) {
      await opened('old.csv');
      void state.run();
      const { serial } = worker().last('run');
      void state.openRoster(file('new.csv'));
      await worker().says({ kind: 'ran', serial, results: ended, table: null });
      expect(now()).toMatchObject({ stage: 'reading', results: null });
      await worker().says({ kind: 'opened', serial: worker().last('open').serial, sight: sight('new.csv') });
      expect(now()).toMatchObject({ stage: 'match', results: null, sight: { file: 'new.csv' } });
    }
  });

  test('is read: that reading ends, and the new one is what the worker has', async () => {
    void state.openRoster(file('old.csv'));
    await rest();
    const old = worker();
    void state.openRoster(file('new.csv'));
    await rest();
    expect(old.ended).toBe(true);
    expect(worker()).not.toBe(old);
    expect(worker().heard.map(({ kind }) => kind)).toEqual(['rules', 'open']);
    await old.says({ kind: 'opened', serial: old.last('open').serial, sight: sight('old.csv') });
    expect(now().stage).toBe('reading');
    await worker().says({ kind: 'opened', serial: worker().last('open').serial, sight: sight('new.csv') });
    expect(now()).toMatchObject({ stage: 'match', sight: { file: 'new.csv' } });
  });
});

test('another rule file is opened while a roster is judged: its people are not shown under that', async () => {
  await opened('a.csv');
  void state.run();
  const { serial } = worker().last('run');
  state.follow()();
  session.set({ file: cme('b.cme') });
  state.follow()();
  await worker().says({ kind: 'ran', serial, results: results(1), table: null });
  expect(now()).toMatchObject({ stage: 'match', results: null });
});

test('rules that change while a cap is tried: nothing is under way any more, and what comes late is of no use', async () => {
  await judged('a.csv');
  trial.turnKnob(knob, '8');
  const { serial } = worker().last('try');
  await write('# ');
  await rulesHeard(false);
  expect(now()).toMatchObject({ trying: false, turned: [], trial: null });
  await worker().says({ kind: 'tried', serial, trial: tried(2), refused: null });
  expect(now().trial).toBeNull();
});

describe('a cap that is turned', () => {
  test('twice quickly: the second is shown, whichever comes first', async () => {
    await judged('a.csv');
    trial.turnKnob(knob, '8');
    trial.turnKnob(knob, '9');
    const [first, second] = worker().asked('try');
    await worker().says({ kind: 'tried', serial: second?.serial, trial: tried(9), refused: null });
    await worker().says({ kind: 'tried', serial: first?.serial, trial: null, refused: null });
    expect(now()).toMatchObject({ trying: false, trial: { after: { met: 9 } }, turned: [{ value: '9' }] });
  });

  test('and stopped: what stands is what was tried before, in the boxes as in the figures', async () => {
    await judged('a.csv');
    trial.turnKnob(knob, '8');
    await worker().says({ kind: 'tried', serial: worker().last('try').serial, trial: tried(8), refused: null });
    trial.turnKnob(knob, '9');
    const { serial } = worker().last('try');
    state.stop();
    await worker().says({ kind: 'tried', serial, trial: null, refused: null });
    expect(now()).toMatchObject({
      stage: 'done',
      trying: false,
      trial: { after: { met: 8 } },
      turned: [{ value: '8' }],
    });
  });

  test('can be written after a step there and back: the text is the one it was tried on', async () => {
    await judged('a.csv');
    text.edit([{ span: { start: 0, end: 0 }, text: '#' }]);
    text.undo();
    session.set({ version: text.version });
    expect(trial.isWritable()).toBe(true);
    text.edit([{ span: { start: 0, end: 0 }, text: '#' }]);
    expect(trial.isWritable()).toBe(false);
  });
});

test('a year that was typed holds when another row is taken for the head, and so does what a column was taken for', async () => {
  await opened('a.csv');
  state.setRole(1, 'record:form');
  state.roster.set({ year: 2024 });
  void state.look(1);
  const again = { flat: { head: 1, first: [], columns: columns('人员编号', '备注', '新列'), lost: [] } };
  await worker().says({ kind: 'opened', serial: worker().last('look').serial, sight: sight('a.csv', again) });
  expect(now()).toMatchObject({ year: 2024, roles: ['owner', 'record:form', 'none'] });
});

test('figures that are begun while a look at the columns is under way stay', async () => {
  await opened('a.csv');
  void state.look(1);
  const { serial } = worker().last('look');
  void state.run();
  await worker().says({ kind: 'opened', serial, sight: sight('a.csv') });
  expect(now().stage).toBe('running');
});

describe('the rules', () => {
  test('of two versions that are sent the newer stands, though its baselines came first', async () => {
    await opened('a.csv');
    const answers: (() => void)[] = [];
    folder.library = () => new Promise((done) => answers.push(() => done([])));
    void write('# ');
    await rest();
    void write('# ');
    await rest();
    for (const answer of answers.toReversed()) answer();
    await rest();
    expect(worker().last('rules')).toMatchObject({ entry: { text: '# # 规则' } });
    expect(worker().asked('rules')).toHaveLength(2);
  });

  test('what is said of older ones is not heard', async () => {
    await opened('a.csv');
    const { session: of, version } = worker().last('rules');
    await write('# ');
    await worker().says({ kind: 'rules', session: of, version, sound: false, knobs: [], year: 1999 });
    expect(now().rules).toMatchObject({ sound: true, year: 2025 });
  });

  test('where the folder does not answer that is said, nothing waits for ever, and it is tried again', async () => {
    folder.library = () => Promise.reject(new Error('gone'));
    void state.openRoster(file('a.csv'));
    await rest();
    expect(folder.told).toHaveLength(1);
    await worker().says({ kind: 'opened', serial: worker().last('open').serial, sight: sight('a.csv') });
    expect(now().stage).toBe('match');
    folder.library = async () => [];
    state.follow()();
    await rest();
    expect(worker().asked('rules')).toHaveLength(1);
  });
});

test('a worker that breaks down takes the roster with it, and says so', async () => {
  await judged('a.csv');
  const before = Crew.all.length;
  await worker().breaks();
  expect(now()).toMatchObject({ stage: 'none', results: null, sight: null });
  expect(folder.told).toHaveLength(1);
  // Nothing is asked of another one by itself: it might not come either.
  expect(Crew.all).toHaveLength(before);
});
