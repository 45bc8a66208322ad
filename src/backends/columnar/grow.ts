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
    this.room(1)[this.#length] = value;
    this.#length += 1;
  }

  /** Room for so many more: what is written there, from `length` on, stands once it is kept. */
  room(count: number): Of {
    if (this.#length + count <= this.#of.length) return this.#of;
    let length = Math.max(FIRST, this.#of.length);
    while (length < this.#length + count) length *= 2;
    return this.moveTo(new ArrayBuffer(this.bytesOf(length)), 0, length);
  }

  keep(count: number): void {
    this.#length += count;
  }

  /** What was pushed goes to other memory, with room for so many in all; the rest of it is as it was. */
  moveTo(memory: ArrayBufferLike, from: number, room: number): Of {
    const of = new this.#make(memory, from, room);
    of.set(this.#of.subarray(0, this.#length));
    this.#of = of;
    return of;
  }

  /** What was pushed, and no more. */
  get done(): Of {
    return this.#of.subarray(0, this.#length) as Of;
  }

  bytesOf(count: number): number {
    return count * this.#make.BYTES_PER_ELEMENT;
  }
}

export const memory = (bytes: number, shared: boolean): ArrayBufferLike =>
  shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
