/** The pools of one practitioner as they grow: found by a few comparisons while they are few, by a map when they are many. */

const FEW = 24;
const SPANS = 2 ** 33;

export class Pools {
  #count = 0;
  #pool = new Int32Array(FEW);
  #span = new Float64Array(FEW);
  readonly #places = new Map<number, number>();
  /** By the place of a pool. */
  sum = new Float64Array(FEW);
  reached = new Float64Array(FEW);

  clear(): void {
    if (this.#count > FEW) this.#places.clear();
    this.#count = 0;
  }

  /** `span`: of 32 bits. */
  of(pool: number, span: number): number {
    const count = this.#count;
    if (count <= FEW) {
      for (let place = 0; place < count; place += 1)
        if (this.#pool[place] === pool && this.#span[place] === span) return place;
      if (count < FEW) return this.#open(pool, span);
      for (let place = 0; place < count; place += 1)
        this.#places.set(keyOf(this.#pool[place] as number, this.#span[place] as number), place);
    }
    const key = keyOf(pool, span);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    if (count === this.sum.length) this.#widen();
    this.#places.set(key, count);
    return this.#open(pool, span);
  }

  #open(pool: number, span: number): number {
    const place = this.#count;
    this.#count += 1;
    this.#pool[place] = pool;
    this.#span[place] = span;
    this.sum[place] = 0;
    this.reached[place] = 0;
    return place;
  }

  #widen(): void {
    const wider = <Of extends Int32Array | Float64Array>(narrow: Of, wide: Of): Of => {
      wide.set(narrow);
      return wide;
    };
    const size = this.sum.length * 2;
    this.#pool = wider(this.#pool, new Int32Array(size));
    this.#span = wider(this.#span, new Float64Array(size));
    this.sum = wider(this.sum, new Float64Array(size));
    this.reached = wider(this.reached, new Float64Array(size));
  }
}

const keyOf = (pool: number, span: number): number => pool * SPANS + span + SPANS / 2;
