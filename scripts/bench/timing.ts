/** How long something takes, and a table of it. */

/** What is short is tried again for so long: on a machine with other work the least is what it takes. */
const LONG_ENOUGH_MS = 3000;

/** In milliseconds: by the clock, and of all cores together, which other work on the machine does not take. */
export interface Time {
  readonly clock: number;
  readonly cores: number;
}

/** The least of some rounds, once it has been seen for a while. */
export async function least(work: () => unknown, rounds = 7, warm = 1500): Promise<Time> {
  const timed = async (): Promise<Time> => {
    const [start, used] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(used);
    return { clock: performance.now() - start, cores: (user + system) / 1000 };
  };
  for (let spent = 0; spent < warm; ) spent += (await timed()).clock;
  const all: Time[] = [];
  let spent = 0;
  for (let round = 0; round < rounds || spent < Math.min(warm * 2, LONG_ENOUGH_MS); round += 1) {
    const time = await timed();
    all.push(time);
    spent += time.clock;
  }
  return { clock: Math.min(...all.map(({ clock }) => clock)), cores: Math.min(...all.map(({ cores }) => cores)) };
}

/** As Markdown, so that it can stand in the README as it is printed. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, place) => (place === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

export const ms = (time: number): string => (time < 100 ? time.toFixed(1) : Math.round(time).toLocaleString('en'));
export const rate = (records: number, time: number): string => {
  const each = records / time / 1000;
  return each >= 1 ? `${each.toFixed(1)} M` : `${(each * 1000).toFixed(each < 0.01 ? 1 : 0)} k`;
};
export const ratio = (time: number, base: number): string => `${(time / base).toFixed(time / base < 10 ? 2 : 0)} ×`;

/** Before anything is timed. */
export const same = (name: string, got: unknown, wanted: unknown): void => {
  const [a, b] = [JSON.stringify(got), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${name} does not agree:\n${a.slice(0, 500)}\n${b.slice(0, 500)}`);
};

/** Times something under a name; `over`: how many records it is done for, where not for all. */
export type Add = (name: string, work: () => unknown, over?: number, rounds?: number) => Promise<void>;
