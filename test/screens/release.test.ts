/** 「发布」 while its worker or the server answers late: what is said to be released is what was before the publisher. */
import { beforeEach, expect, test, vi } from 'vitest';
import { anew, Crew, folder, openModule, rest, trustedModule } from './support/page.ts';

let state: typeof import('../../editor/release/state.ts');
let session: typeof import('../../editor/state/session.ts').session;
let text: import('../../editor/state/text.ts').RuleText;
const downloads: string[] = [];

const worker = () => Crew.of('cme-release');
const now = () => state.release.get();
const surveyed = { label: '湖北', version: '2025', checks: [], changes: [], versions: [], base: null };
const survey = async () => {
  await rest();
  await worker().says({ kind: 'surveyed', serial: worker().last('survey').serial, surveyed });
};
const zip = { folder: 'hubei-2025', sum: '', files: [], zip: new Uint8Array() };
const write = () => {
  text.edit([{ span: { start: 0, end: 0 }, text: '# ' }]);
  session.set({ version: text.version });
};

async function open(name: string, from: 'local' | 'server' = 'local'): Promise<void> {
  const { RuleText } = await import('../../editor/state/text.ts');
  text = new RuleText('规则');
  session.set({
    file: { entry: { id: name, name, title: null, from }, text: '规则', mark: false, hash: 'h' },
    text,
    version: 0,
  });
}

beforeEach(async () => {
  vi.resetModules();
  vi.doMock('../../editor/trusted.ts', trustedModule);
  vi.doMock('../../editor/state/open.ts', openModule);
  vi.doMock('../../editor/files/handOut.ts', () => ({ handOut: (name: string) => downloads.push(name) }));
  vi.stubGlobal('CME_VERSION', '0');
  anew();
  downloads.length = 0;
  ({ session } = await import('../../editor/state/session.ts'));
  state = await import('../../editor/release/state.ts');
  await open('a.cme');
});

test('a text that was written in while it was released is not shown as released; that it was is said', async () => {
  const leave = state.follow();
  await survey();
  void state.publish([]);
  write();
  await worker().says({ kind: 'made', serial: worker().last('make').serial, made: zip });
  expect(now()).toMatchObject({ zip: null, done: null, making: false });
  expect(downloads).toEqual(['hubei-2025.zip']);
  expect(folder.told.map(({ zh }) => zh)).toEqual(['湖北 2025 的压缩包已生成']);
  leave();
});

test('another file that is opened meanwhile is not shown as released', async () => {
  let answer = (_: unknown) => {};
  folder.releases = async () => ({ lines: [], broken: null, texts: [] });
  folder.release = () =>
    new Promise((done) => {
      answer = done;
    });
  await open('a.cme', 'server');
  const leave = state.follow();
  await survey();
  void state.publish([]);
  leave();
  await open('b.cme', 'server');
  const again = state.follow();
  answer({ commit: null });
  await survey();
  await rest();
  expect(now()).toMatchObject({ done: null, making: false });
  expect(folder.told.map(({ zh }) => zh)).toEqual(['已发布 湖北 2025']);
  again();
});

test('it is made once, of the survey that was read, and not while another one is made', async () => {
  const leave = state.follow();
  await survey();
  const { serial: of } = worker().last('survey');
  void state.publish([]);
  void state.publish([]);
  expect(worker().asked('make')).toMatchObject([{ of }]);
  await worker().says({ kind: 'made', serial: worker().last('make').serial, made: null });
  expect(now()).toMatchObject({ zip: null, making: false });
  expect(folder.told[0]?.zh).toMatch(/^没有发布/);
  state.compareWith('b.cme');
  void state.publish([]);
  expect(worker().asked('make')).toHaveLength(1);
  leave();
});

test('a worker that breaks down leaves nothing under way', async () => {
  const leave = state.follow();
  await rest();
  await worker().breaks();
  expect(now().looking).toBe(false);
  expect(folder.told).toHaveLength(1);
  leave();
});
