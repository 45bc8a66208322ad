/**
 * The most that two crossing families of nested caps allow together, and of equal ways the one that keeps earlier amounts.
 *
 * Amounts flow from a source through the caps of one family (outer to inner), through the amount, and through the caps of
 * the other family (inner to outer) to a sink: what flows is what counts. Amounts that lie under the same caps share an
 * edge, so the network is as large as the caps, not as the records. All capacities are whole hundredths, so the flow is.
 */
import type { Credit } from '../../model/plan.ts';

/** One span of one cap: the amounts under it, by place. */
export interface Limit {
  readonly most: Credit;
  readonly under: readonly number[];
}

interface Edge {
  readonly to: number;
  /** What may still flow this way. */
  free: number;
  /** Place of the edge in the other direction, which holds what flows. */
  readonly back: number;
}

const ENDLESS = Number.MAX_SAFE_INTEGER;

/** What counts of each amount. `amounts` in order, the earliest first; in each family any two limits nest or are apart. */
export function mostAllowed(
  amounts: readonly Credit[],
  one: readonly Limit[],
  other: readonly Limit[],
): readonly Credit[] {
  const network = new Network();
  const [source, sink] = [network.node(), network.node()];
  const inward = innermost(network, amounts.length, one, source, 'from');
  const outward = innermost(network, amounts.length, other, sink, 'to');
  const shared = new Map<string, number>();
  const edgeOf = amounts.map((amount, place) => {
    const [tail, head] = [inward[place] ?? source, outward[place] ?? sink];
    const key = `${tail}>${head}`;
    const known = shared.get(key);
    if (known !== undefined) {
      network.widen(known, amount);
      return known;
    }
    const edge = network.edge(tail, head, amount);
    shared.set(key, edge);
    return edge;
  });
  network.fill(source, sink);
  // The total is settled; now each amount in turn takes as much of it as the others after it can give up.
  return amounts.map((amount, place) => network.claim(edgeOf[place] as number, amount));
}

/** A node for each limit, joined to the one around it or to `end`; gives for each amount the node of its innermost limit. */
function innermost(
  network: Network,
  count: number,
  limits: readonly Limit[],
  end: number,
  side: 'from' | 'to',
): readonly (number | undefined)[] {
  const around: (number | undefined)[] = new Array(count);
  const outerFirst = limits.toSorted((a, b) => b.under.length - a.under.length);
  for (const { most, under } of outerFirst) {
    const node = network.node();
    const outer = around[under[0] ?? -1] ?? end;
    if (side === 'from') network.edge(outer, node, most);
    else network.edge(node, outer, most);
    for (const place of under) around[place] = node;
  }
  return around;
}

class Network {
  readonly #edges: Edge[] = [];
  readonly #out: number[][] = [];
  /** By edge: what of its flow may not be taken back any more. */
  readonly #claimed = new Map<number, number>();

  node(): number {
    this.#out.push([]);
    return this.#out.length - 1;
  }

  edge(from: number, to: number, capacity: number): number {
    const place = this.#edges.length;
    this.#edges.push({ to, free: capacity, back: place + 1 }, { to: from, free: 0, back: place });
    this.#out[from]?.push(place);
    this.#out[to]?.push(place + 1);
    return place;
  }

  widen(edge: number, by: number): void {
    const known = this.#at(edge);
    known.free = Math.min(ENDLESS, known.free + by);
  }

  /** Sends all that can flow. */
  fill(source: number, sink: number): void {
    while (this.#push(source, sink, ENDLESS) > 0);
  }

  /** Settles up to `amount` of the edge's flow for good, raising the flow where a circle through it allows. */
  claim(edge: number, amount: number): number {
    const forward = this.#at(edge);
    const flow = () => this.#at(forward.back).free;
    const claimed = this.#claimed.get(edge) ?? 0;
    const wanted = Math.min(claimed + amount, flow() + forward.free);
    while (flow() < wanted) {
      const from = forward.to;
      const to = this.#at(forward.back).to;
      const room = Math.min(wanted - flow(), forward.free);
      const moved = this.#push(from, to, room, edge);
      if (moved === 0) break;
      forward.free -= moved;
      this.#at(forward.back).free += moved;
    }
    const settled = Math.min(wanted, flow());
    this.#claimed.set(edge, settled);
    return settled - claimed;
  }

  /** Sends at most `most` along one shortest way; 0 where there is none. `without`: an edge that may not be used. */
  #push(source: number, sink: number, most: number, without = -1): number {
    const reached = new Map<number, number>([[source, -1]]);
    const queue = [source];
    for (let next = 0; next < queue.length && !reached.has(sink); next += 1) {
      for (const place of this.#out[queue[next] as number] ?? []) {
        const { to } = this.#at(place);
        if (reached.has(to) || (place | 1) === (without | 1) || this.#room(place) <= 0) continue;
        reached.set(to, place);
        queue.push(to);
      }
    }
    if (!reached.has(sink) || source === sink) return 0;
    const way: number[] = [];
    for (let at = sink; at !== source; ) {
      const place = reached.get(at) as number;
      way.push(place);
      at = this.#at(this.#at(place).back).to;
    }
    const moved = way.reduce((least, place) => Math.min(least, this.#room(place)), most);
    for (const place of way) {
      this.#at(place).free -= moved;
      this.#at(this.#at(place).back).free += moved;
    }
    return moved;
  }

  /** What may flow along an edge; what was claimed of an amount may not be taken back. */
  #room(place: number): number {
    const edge = this.#at(place);
    return place % 2 === 0 ? edge.free : edge.free - (this.#claimed.get(edge.back) ?? 0);
  }

  #at(place: number): Edge {
    return this.#edges[place] as Edge;
  }
}
