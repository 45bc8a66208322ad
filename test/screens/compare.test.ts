/** 「版本对比」 and 「各地对照」 while their workers answer late: what is shown and handed out is of the sides that are chosen. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { anew, Crew, folder, openModule, rest, trustedModule } from './support/page.ts';

let compare: typeof import('../../editor/compare/state.ts');
let beside: typeof import('../../editor/across/state.ts');
let roster: typeof import('../../editor/roster/state.ts').roster;
let session: typeof import('../../editor/state/session.ts').session;
let text: import('../../editor/state/text.ts').RuleText;

const picked = (name: string) => ({ kind: 'picked', id: name, name, text: name }) as never;
const told = (about: string) => ({ about, changes: [] });
const worker = () => Crew.of('cme-comparer');
const found = () => compare.comparing.get().found;
const counted = (met: number) => ({ stage: 'done', results: { year: 2025, figures: { people: 3, met } } }) as never;
const impact = (changed: number) => ({ practitioners: 3, changed, most_affected: [] });

async function open(name: string): Promise<void> {
  const { RuleText } = await import('../../editor/state/text.ts');
  text = new RuleText(`规则 ${name}`);
  const entry = { id: name, name, title: null, from: 'local' as const };
  session.set({ file: { entry, text: text.text, mark: false, hash: null }, text, saved: text.text, version: 0 });
}

beforeEach(async () => {
  vi.resetModules();
  vi.doMock('../../editor/trusted.ts', trustedModule);
  vi.doMock('../../editor/state/open.ts', openModule);
  anew();
  ({ session } = await import('../../editor/state/session.ts'));
  compare = await import('../../editor/compare/state.ts');
  beside = await import('../../editor/across/state.ts');
  ({ roster } = await import('../../editor/roster/state.ts'));
  await open('a.cme');
});

async function compared(before: string, after: string): Promise<void> {
  compare.take('before', picked(before));
  compare.take('after', picked(after));
  void compare.compareNow();
  await rest();
  await worker().says({ kind: 'compared', serial: worker().last('compare').serial, told: told(`${before} ${after}`) });
}

describe('a comparison', () => {
  test('that is put aside and taken up again is the one that is written as Word', async () => {
    await compared('old', 'new');
    compare.take('after', picked('other'));
    void compare.compareNow();
    await rest();
    compare.take('after', picked('new'));
    void compare.compareNow();
    await rest();
    // That of the side that is not chosen any more comes late, and is the last that the worker made.
    await worker().says({ kind: 'compared', serial: worker().last('compare').serial, told: told('old other') });
    const shown = found();
    expect(shown?.told).toEqual(told('old new'));
    if (shown) void compare.paperOf(shown, { before: '旧', after: '新' }, 'zh');
    expect(worker().last('paper').told).toEqual(told('old new'));
  });

  test('whose worker breaks down, or is never there, is not under way for ever; the next one has another', async () => {
    void compare.compareNow();
    await rest();
    const first = worker();
    const paper = compare.paperOf({ told: told('x') as never, people: null }, { before: '', after: '' }, 'zh');
    await first.breaks();
    expect(compare.comparing.get().busy).toBe(false);
    expect(await paper).toBeNull();
    expect(folder.told).toHaveLength(1);
    void compare.compareNow();
    await rest();
    expect(worker()).not.toBe(first);
  });

  test('of a file that is no text says why', async () => {
    await compare.pickUp(() => Promise.reject(new Error('太大')));
    expect(folder.told[0]?.zh).toContain('太大');
  });

  test('speaks of the people who are judged while it is looked at', async () => {
    const leave = compare.followPeople();
    await rest();
    await compared('old', 'new');
    await rest();
    expect(found()?.people).toBeNull();
    roster.set(counted(1));
    await vi.waitFor(() => expect(Crew.of('cme-roster').asked('impact')).toHaveLength(1));
    const { serial } = Crew.of('cme-roster').last('impact');
    await Crew.of('cme-roster').says({ kind: 'impacted', serial, found: impact(2), changes: [] });
    await vi.waitFor(() => expect(found()?.people?.changed).toBe(2));
    leave();
  });
});

describe('rule sets beside one another', () => {
  const others = [
    { file: 'a.cme', text: '' },
    { file: 'b.cme', text: '' },
    { file: 'c.cme', text: '' },
  ];
  const impacts = () => Object.keys(beside.beside.get().impacts);
  const answer = async (changed: number) => {
    const { serial } = Crew.of('cme-roster').last('impact');
    await Crew.of('cme-roster').says({ kind: 'impacted', serial, found: impact(changed), changes: [] });
  };

  async function measured(): Promise<() => void> {
    folder.library = async () => others;
    roster.set(counted(1));
    const leave = beside.followAcross();
    await rest();
    void beside.measure();
    await answer(1);
    return leave;
  }

  test('everybody is measured anew under other rules, with another roster, or under another file', async () => {
    for (const other of [
      () => {
        text.edit([{ span: { start: 0, end: 0 }, text: '# ' }]);
        session.set({ version: text.version });
      },
      () => roster.set(counted(2)),
      () => open('c.cme'),
    ]) {
      const leave = await measured();
      expect(impacts()).toEqual(['b.cme']);
      // Whether one is there or has gone elsewhere meanwhile.
      leave();
      await other();
      const again = beside.followAcross();
      expect(impacts()).toEqual([]);
      await answer(2);
      expect(impacts()).toEqual([]);
      expect(beside.beside.get().measuring).toBe(false);
      again();
    }
  });
});
