/** Hubei's 进修、在职学历教育、政府指令性任务 by hand: days that count once, ninety of them deem, else hours pay. */

const SIX_HOURS = 6_000_000;
const NINETY = 90;
const DEEMED = 2500;

export interface Study {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  /** Of this year, and not only days in it. */
  readonly here: boolean;
  readonly passed: boolean;
  readonly hours: number;
}

/** Days in the union of what was added; few stays each. */
class Days {
  #from: number[] = [];
  #to: number[] = [];
  count = 0;

  add(from: number, to: number): void {
    if (to < from) return;
    let [low, high] = [from, to];
    for (let at = this.#from.length - 1; at >= 0; at -= 1) {
      const [start, end] = [this.#from[at] as number, this.#to[at] as number];
      if (start > high + 1 || end < low - 1) continue;
      low = Math.min(low, start);
      high = Math.max(high, end);
      this.count -= end - start + 1;
      this.#from.splice(at, 1);
      this.#to.splice(at, 1);
    }
    this.#from.push(low);
    this.#to.push(high);
    this.count += high - low + 1;
  }
}

/** What each earns, by its row: -1 where it earns nothing for want of a line. Records in order, admitted all. */
export function studied(all: readonly Study[], deems: (one: Study) => boolean): readonly number[] {
  const days = new Days();
  let reached = -1;
  for (let at = 0; at < all.length; at += 1) {
    const one = all[at] as Study;
    days.add(one.from, one.to);
    if (reached < 0 && days.count >= NINETY && all.slice(0, at + 1).some(deems)) reached = at;
  }
  if (days.count >= NINETY)
    return all.map((one, at) => (at === reached ? DEEMED : reached >= 0 && deems(one) ? 0 : -1));
  let sum = 0;
  let paid = 0;
  return all.map((one) => {
    if (!one.here) return 0;
    sum += one.hours;
    const worth = Math.floor(sum / SIX_HOURS) * 100;
    const gain = worth - paid;
    paid = worth;
    return gain;
  });
}
