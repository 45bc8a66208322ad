/**
 * Reads one JSON text. `JSON.parse` would do but for four promises it cannot keep: a number comes as the digits it was
 * written in, an object is a Map that knows its place (so that `__proto__` is a key like any other), a key that stands
 * twice is told rather than dropped, and depth is bounded.
 */

/** A number is the digits it was written in. */
export type JsonValue = string | boolean | null | JsonObject | JsonArray;

export class JsonObject extends Map<string, JsonValue> {
  /** Offset of its brace. */
  readonly start: number;

  constructor(start: number) {
    super();
    this.start = start;
  }
}

export class JsonArray {
  readonly start: number;
  readonly of: JsonValue[] = [];

  constructor(start: number) {
    this.start = start;
  }
}

export interface JsonProblem {
  readonly code: 'CME960' | 'CME961' | 'CME962' | 'CME963';
  readonly args: Readonly<Record<string, string>>;
  readonly offset: number;
}

export type JsonRead =
  | { readonly value: JsonValue; readonly problem: null }
  | { readonly value: null; readonly problem: JsonProblem };

const DEEPEST = 64;

export function readJson(text: string): JsonRead {
  try {
    return { value: new Reader(text).document(), problem: null };
  } catch (thrown) {
    if (thrown instanceof Stopped) return { value: null, problem: thrown.problem };
    throw thrown;
  }
}

/** Unwinds the reader; never leaves this file. */
class Stopped extends Error {
  readonly problem: JsonProblem;

  constructor(problem: JsonProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
/** What a number may not run into: `01`, `1a`, `1.` are no numbers. */
const NUMBER_GOES_ON = /[\w.+-]/;

const QUOTE = 34;
const BACKSLASH = 92;

class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  document(): JsonValue {
    const value = this.value(0);
    this.blanks();
    if (this.at < this.text.length) this.unexpected();
    return value;
  }

  private value(depth: number): JsonValue {
    this.blanks();
    switch (this.text[this.at]) {
      case '{':
        return this.object(depth);
      case '[':
        return this.array(depth);
      case '"':
        return this.string();
      case 't':
        return this.word('true', true);
      case 'f':
        return this.word('false', false);
      case 'n':
        return this.word('null', null);
      default:
        return this.number();
    }
  }

  private object(depth: number): JsonObject {
    const found = new JsonObject(this.at);
    this.open(depth);
    if (this.take('}')) return found;
    do {
      this.blanks();
      const keyAt = this.at;
      if (this.text[this.at] !== '"') this.unexpected();
      const key = this.string();
      if (found.has(key)) throw new Stopped({ code: 'CME963', args: { key }, offset: keyAt });
      if (!this.take(':')) this.unexpected();
      found.set(key, this.value(depth + 1));
    } while (this.take(','));
    if (!this.take('}')) this.unexpected();
    return found;
  }

  private array(depth: number): JsonArray {
    const found = new JsonArray(this.at);
    this.open(depth);
    if (this.take(']')) return found;
    do found.of.push(this.value(depth + 1));
    while (this.take(','));
    if (!this.take(']')) this.unexpected();
    return found;
  }

  private open(depth: number): void {
    if (depth >= DEEPEST) throw new Stopped({ code: 'CME962', args: { limit: String(DEEPEST) }, offset: this.at });
    this.at++;
  }

  private string(): string {
    const start = this.at + 1;
    let escaped = false;
    for (let i = start; i < this.text.length; i++) {
      const c = this.text.charCodeAt(i);
      if (c === QUOTE) {
        const inside = this.text.slice(start, i);
        this.at = i + 1;
        return escaped ? unescaped(inside) : inside;
      }
      if (c < 32) this.unexpected(i);
      if (c === BACKSLASH) {
        escaped = true;
        i = this.escape(i);
      }
    }
    throw new Stopped({ code: 'CME961', args: {}, offset: this.text.length });
  }

  /** Checks the escape at the backslash; gives the offset of its last character. */
  private escape(at: number): number {
    const next = this.text[at + 1];
    if (next === 'u' && /^[0-9a-fA-F]{4}$/.test(this.text.slice(at + 2, at + 6))) return at + 5;
    if (next === undefined || !'"\\/bfnrt'.includes(next)) this.unexpected(at);
    return at + 1;
  }

  private number(): string {
    NUMBER.lastIndex = this.at;
    const digits = NUMBER.exec(this.text)?.[0];
    if (digits === undefined) this.unexpected();
    const after = this.text[this.at + digits.length];
    if (after !== undefined && NUMBER_GOES_ON.test(after)) this.unexpected();
    this.at += digits.length;
    return digits;
  }

  private word<T>(spelling: string, value: T): T {
    if (!this.text.startsWith(spelling, this.at)) this.unexpected();
    this.at += spelling.length;
    return value;
  }

  private take(mark: string): boolean {
    this.blanks();
    if (this.text[this.at] !== mark) return false;
    this.at++;
    return true;
  }

  private blanks(): void {
    for (;;) {
      const c = this.text.charCodeAt(this.at);
      if (c !== 32 && c !== 10 && c !== 13 && c !== 9) return;
      this.at++;
    }
  }

  private unexpected(at = this.at): never {
    if (at >= this.text.length) throw new Stopped({ code: 'CME961', args: {}, offset: this.text.length });
    // A word or number is named whole; else the one character.
    const found =
      /^[\w.+-]{1,20}/.exec(this.text.slice(at, at + 20))?.[0] ?? String.fromCodePoint(this.text.codePointAt(at) ?? 0);
    const printable = /^[\p{Cc}\p{Zs}]$/u.test(found)
      ? `U+${found.charCodeAt(0).toString(16).padStart(4, '0')}`
      : found;
    throw new Stopped({ code: 'CME960', args: { found: `「${printable}」` }, offset: at });
  }
}

/** The escapes were checked one by one, so that this cannot fail. */
const unescaped = (inside: string): string => JSON.parse(`"${inside}"`) as string;
