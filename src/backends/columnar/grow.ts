/** Arrays of numbers that grow as a roster is read; in memory that workers share where that is wanted. */

type Numbers = Int32Array | Float64Array | Uint8Array;

interface Maker<Of extends Numbers> {
  new (memory: ArrayBufferLike, from?: number, length?: number): Of;
  readonly BYTES_PER_ELEMENT: number;
}

const FIRST = 1024;

export class Growing<Of extends Numbers> {
  #of: Of;
  #length = 0;
  readonly #make: Maker<Of>;

  constructor(make: Maker<Of>) {
    this.#make = make;
    this.#of = new make(new ArrayBuffer(FIRST * make.BYTES_PER_ELEMENT));
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#of.length) {
      const wider = new this.#make(new ArrayBuffer(this.#of.byteLength * 2));
      wider.set(this.#of);
      this.#of = wider;
    }
    this.#of[this.#length++] = value;
  }

  /** What was pushed, and no more: into memory that has room for it. */
  done(into: ArrayBufferLike, from = 0): Of {
    const whole = new this.#make(into, from, this.#length);
    whole.set(this.#of.subarray(0, this.#length) as Of);
    return whole;
  }

  get bytes(): number {
    return this.#length * this.#make.BYTES_PER_ELEMENT;
  }
}

export const memory = (bytes: number, shared: boolean): ArrayBufferLike =>
  shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
