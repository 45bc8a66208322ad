/**
 * The limit: Hubei's rules, under the readings adopted, as one would write them by hand over columns of numbers. It knows
 * these rules and no others, says no words, and is checked against the evaluator before it is timed.
 */

import { type Columns, type Outcomes, outcomesFor, reasons } from '../../src/backends/columnar/index.ts';
import type { Plan } from '../../src/index.ts';
import { dayOf, yearOf } from '../../src/model/date.ts';
import { type HandColumns, handColumns, NEVER } from './handColumns.ts';
import { type Study, studied } from './handStudy.ts';

const [INVALID, ELSEWHERE, NO_AWARD, REVIEW, GATE, INCOMPLETE] = (
  ['invalid', 'out_of_period', 'no_award', 'review', 'gate', 'incomplete'] as const
).map((reason) => reasons.indexOf(reason)) as [number, number, number, number, number, number];
const HOUR = 1_000_000;
const PROJECT = [1000, 500, 0, 0, 0, 500];
const [SELF, NOTES, SOCIETY, PRACTICE] = [8, 15, 5, 6];
const STUDIES = [2, 4, 7];
/** By the place of an item: the place of its category. */
const CATEGORY = [0, 0, 1, 2, 3, 4, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 8];
const CATEGORIES = 9;
const CONTEST = [1500, 1000, 500, 1000, 500, 200];

export function handWritten(plan: Plan, columns: Columns, year: number): Outcomes {
  const out = outcomesFor({ people: columns.people, records: columns.records, categories: CATEGORIES });
  new Hand(handColumns(plan, columns), columns, year, out).run();
  return out;
}

class Hand {
  readonly #of: HandColumns;
  readonly #columns: Columns;
  readonly #out: Outcomes;
  readonly #year: number;
  readonly #first: number;
  readonly #last: number;
  readonly #items: Int8Array;
  readonly #levels = new Int8Array(16).fill(9);
  /** Of the records that earn, in order. */
  #rows = new Int32Array(4096);
  #days = new Int32Array(4096);
  #count = 0;
  #gain = 0;
  #unit = 0;
  #pay = 0;
  readonly #pools: number[] = [];
  readonly #sums: number[] = [];
  readonly #paid: number[] = [];
  readonly #studies: Study[][] = STUDIES.map(() => []);
  #apprentice = false;
  #someMadeUp = false;

  constructor(of: HandColumns, columns: Columns, year: number, out: Outcomes) {
    this.#of = of;
    this.#columns = columns;
    this.#out = out;
    this.#year = year;
    this.#first = dayOf(year, 1, 1);
    this.#last = dayOf(year, 12, 31);
    const items: Readonly<Record<string, number>> = {
      recommended_project: 0,
      promoted_project: 0,
      advanced_study: 2,
      apprenticeship: 3,
      degree_study: 4,
      society_academic: 5,
      practice: 6,
      assigned_task: 7,
      self_study: 8,
      paper: 9,
      research: 10,
      book: 11,
      outreach: 12,
      exam_writing: 13,
      teaching: 14,
      study_notes: 15,
      invention_patent: 16,
      utility_patent: 16,
      qualification_exam: 17,
      contest: 18,
      external_certificate: 19,
    };
    this.#items = Int8Array.from(of.forms, (form) => items[form] ?? -1);
    of.levels.forEach((code, place) => {
      this.#levels[code] = place;
    });
  }

  run(): void {
    for (let person = 0; person < this.#columns.people; person += 1) {
      this.#someMadeUp = false;
      this.#judge(person, true);
      if (!this.#someMadeUp || this.#out.status[person] !== 0) continue;
      this.#judge(person, false);
      const without = this.#out.status[person];
      this.#judge(person, true);
      this.#out.madeUp[person] = without === 0 ? 0 : 1;
    }
  }

  #judge(person: number, withMadeUp: boolean): void {
    const { starts } = this.#columns;
    const from = starts[person] as number;
    const to = starts[person + 1] as number;
    this.#count = 0;
    this.#apprentice = false;
    for (const list of this.#studies) list.length = 0;
    const own = person * CATEGORIES;
    for (let at = own; at < own + CATEGORIES; at += 1) {
      this.#out.categoryRaw[at] = 0;
      this.#out.categoryCredits[at] = 0;
      this.#out.categoryHas[at] = 0;
    }
    for (let row = from; row < to; row += 1) this.#classify(row, own, withMadeUp);
    this.#earn();
    this.#study();
    this.#cut();
    this.#conclude(person, own);
  }

  #classify(row: number, own: number, withMadeUp: boolean): void {
    const { form, date, end, level, recognized, review, approved } = this.#of;
    const { raw, credits, reason, item, category, categoryHas } = this.#out;
    raw[row] = 0;
    credits[row] = 0;
    if (this.#columns.invalid[row] === 1) {
      reason[row] = INVALID;
      item[row] = -1;
      category[row] = -1;
      return;
    }
    let of = form[row] === -1 ? -1 : (this.#items[form[row] as number] as number);
    if (of === 0) {
      const high = this.#levels[level[row] as number] as number;
      of = high === 1 || high === 2 ? 0 : high === 3 ? 1 : -1;
    } else if (of === SOCIETY && recognized[row] !== 1) of = PRACTICE;
    item[row] = of;
    category[row] = of < 0 ? -1 : (CATEGORY[of] as number);
    const on = date[row] as number;
    const until = end[row] as number;
    const placed = until === NEVER ? on : until;
    const day = on === NEVER ? until : on;
    let here = placed >= this.#first && placed <= this.#last;
    let last = this.#last;
    let spent = false;
    const makeup = this.#of.makeupYear[row] as number;
    if (makeup !== NEVER && day !== NEVER && this.#of.makeupProof[row] === 1 && yearOf(day) === makeup + 1) {
      here = makeup === this.#year && withMadeUp;
      spent = makeup === this.#year || makeup === this.#year - 1;
      if (makeup === this.#year) this.#someMadeUp = true;
      if (here) last = dayOf(this.#year + 1, 12, 31);
    }
    const stays = of === 2 || of === 4 || of === 7;
    const low = Math.max(this.#of.start[row] as number, this.#first);
    const high = Math.min(until, last);
    const visiting = stays && !here && !spent && this.#of.start[row] !== NEVER && until !== NEVER && high >= low;
    if (placed !== NEVER && !here && !visiting) {
      reason[row] = ELSEWHERE;
      return;
    }
    if (of < 0) {
      reason[row] = NO_AWARD;
      return;
    }
    if (here || visiting) categoryHas[own + (CATEGORY[of] as number)] = 1;
    if (review[row] !== approved) {
      reason[row] = REVIEW;
      return;
    }
    const why = this.#gate(of, row);
    reason[row] = why;
    if (why !== 0) return;
    const place = STUDIES.indexOf(of);
    if (place >= 0) {
      const { hours, passed } = this.#of;
      const one = { row, from: low, to: high, here, passed: passed[row] === 1, hours: hours[row] as number };
      this.#studies[place]?.push(one);
    }
    this.#insert(row, day);
  }

  /** By day, then by id. */
  #insert(row: number, day: number): void {
    const { rank } = this.#columns;
    let to = this.#count;
    while (to > 0) {
      const other = this.#days[to - 1] as number;
      const before = this.#rows[to - 1] as number;
      if (other < day || (other === day && (rank[before] as number) < (rank[row] as number))) break;
      this.#days[to] = other;
      this.#rows[to] = before;
      to -= 1;
    }
    this.#rows[to] = row;
    this.#days[to] = day;
    this.#count += 1;
  }

  /** Why a record of the item is turned away; 0 where it is not. */
  #gate(of: number, row: number): number {
    const { role, participant, passed, employerApproved, recognized, concluded, rank, verified } = this.#of;
    switch (of) {
      case 0:
      case 1:
        return passed[row] === 1 || role[row] === 1 - participant ? 0 : role[row] === participant ? GATE : INCOMPLETE;
      case 2:
      case 4:
        return employerApproved[row] === 1 ? 0 : GATE;
      case 3:
        return employerApproved[row] === 1 && passed[row] === 1 && recognized[row] === 1 ? 0 : GATE;
      case 10:
        return concluded[row] === 1 ? 0 : GATE;
      case 12:
      case 13:
      case 14:
      case 15:
        return recognized[row] === 1 ? 0 : GATE;
      case 16:
        return (rank[row] as number) >= HOUR ? 0 : GATE;
      case 19:
        return verified[row] === 1 ? 0 : GATE;
      default:
        return 0;
    }
  }

  /** Raw credits of all but the studies. */
  #earn(): void {
    const { raw, credits, reason, item } = this.#out;
    this.#pools.length = 0;
    for (let at = 0; at < this.#count; at += 1) {
      const row = this.#rows[at] as number;
      const of = item[row] as number;
      if (of === 2 || of === 4 || of === 7) continue;
      this.#gain = -1;
      this.#unit = 0;
      this.#rate(of, row);
      if (this.#unit > 0) this.#gain = this.#pooled(of, row);
      if (this.#gain < 0) reason[row] = NO_AWARD;
      else {
        raw[row] = this.#gain;
        credits[row] = this.#gain;
      }
    }
  }

  /** Sets what the record gains, or by which unit its pool is paid. */
  #rate(of: number, row: number): void {
    const c = this.#of;
    const hears = c.role[row] === c.participant;
    const level = this.#levels[c.level[row] as number] as number;
    const rank = (c.rank[row] as number) / HOUR;
    switch (of) {
      case 0:
      case 1:
      case 5:
        this.#unit = hears ? 3 * HOUR : HOUR;
        this.#pay = of === 0 && !hears ? 200 : 100;
        return;
      case 3:
        this.#gain = this.#apprentice ? 0 : 2500;
        this.#apprentice = true;
        return;
      case 6: {
        const hours = c.hours[row] as number;
        const least = hears ? 6 * HOUR : 3 * HOUR;
        if (hours >= least) this.#gain = Math.floor(hours / least) * 100;
        else if (hours >= HOUR) this.#gain = hears ? 20 : 50;
        return;
      }
      case 8:
      case 19:
        this.#gain = Math.round((c.credits[row] as number) / 10_000);
        return;
      case 9: {
        const other = c.authorship[row] === c.otherAuthor ? 100 : 0;
        if (c.journal[row] === c.sci) this.#gain = 1000 - other;
        else if (c.journal[row] === c.cn) this.#gain = 600 - other;
        return;
      }
      case 10:
        if (level > 3) return;
        if (c.researchRole[row] === c.lead) this.#gain = level === 3 ? 1000 : 1500;
        else if (level === 3) this.#gain = 300;
        else this.#gain = rank >= 2 && rank <= 4 ? 1000 : 400;
        return;
      case 11:
        this.#gain = c.authorship[row] === c.otherAuthor || c.authorship[row] === c.corresponding ? 300 : 1000;
        return;
      case 12:
        if (!hears) this.#gain = 200;
        return;
      case 13:
        if (level === 2 || level === 3) this.#gain = 200;
        return;
      case 14:
        this.#gain = ((c.periods[row] as number) / HOUR) * 20;
        return;
      case 15:
        this.#gain = Math.floor((c.words[row] as number) / (2000 * HOUR)) * 100;
        return;
      case 16: {
        const invention = c.forms[c.form[row] as number] === 'invention_patent';
        if (rank === 1) this.#gain = invention ? 1000 : 700;
        else if (rank <= 4) this.#gain = invention ? 700 : 400;
        else this.#gain = invention ? 200 : 100;
        return;
      }
      case 17:
        this.#gain = ((c.courses[row] as number) / HOUR) * 200;
        return;
      case 18: {
        const prize = c.prizes.indexOf(c.prize[row] as number);
        if (level <= 2 && prize >= 0) this.#gain = CONTEST[level === 2 ? prize + 3 : prize] as number;
      }
    }
  }

  #pooled(of: number, row: number): number {
    const { hours, project, remote, role } = this.#of;
    const measured = hours[row] as number;
    const number = project[row] as number;
    if (number < 0) return Math.floor(measured / this.#unit) * this.#pay;
    const key = ((number * 8 + of) * 2 + (remote[row] as number)) * 2 + (role[row] as number);
    const pools = this.#pools;
    const sums = this.#sums;
    const paid = this.#paid;
    let at = 0;
    while (at < pools.length && pools[at] !== key) at += 1;
    if (at === pools.length) {
      pools[at] = key;
      sums[at] = 0;
      paid[at] = 0;
    }
    sums[at] = (sums[at] as number) + measured;
    const worth = Math.floor((sums[at] as number) / this.#unit) * this.#pay;
    const gain = worth - (paid[at] as number);
    paid[at] = worth;
    return gain;
  }

  #study(): void {
    const { raw, credits, reason } = this.#out;
    for (let place = 0; place < STUDIES.length; place += 1) {
      const all = this.#studies[place] as Study[];
      if (all.length === 0) continue;
      const order = (one: Study): number => this.#rows.subarray(0, this.#count).indexOf(one.row);
      if (all.length > 1) all.sort((a, b) => order(a) - order(b));
      const gains = studied(all, ({ passed }) => passed || STUDIES[place] === 7);
      for (let at = 0; at < all.length; at += 1) {
        const { row } = all[at] as Study;
        const gain = gains[at] as number;
        if (gain < 0) reason[row] = NO_AWARD;
        raw[row] = Math.max(0, gain);
        credits[row] = Math.max(0, gain);
      }
    }
  }

  /** Projects, remote within them first; then each item's year, then each category's. */
  #cut(): void {
    const { credits, item } = this.#out;
    const { project, remote } = this.#of;
    for (let at = 0; at < this.#count; at += 1) {
      const row = this.#rows[at] as number;
      const of = item[row] as number;
      const limit = of < 6 ? (PROJECT[of] as number) : 0;
      if (limit === 0 || (credits[row] as number) === 0) continue;
      let left = limit;
      let leftRemote = of === 0 && remote[row] === 1 ? 300 : limit;
      // What the earlier ones of the project keep when remote ones have been cut by themselves.
      for (let before = 0; before < at; before += 1) {
        const other = this.#rows[before] as number;
        if (item[other] !== of || (project[row] as number) < 0 || project[other] !== project[row]) continue;
        left -= credits[other] as number;
        if (of === 0 && remote[other] === 1) leftRemote -= credits[other] as number;
      }
      const kept = of === 0 && remote[row] === 1 ? Math.min(left, Math.max(0, leftRemote)) : left;
      if ((credits[row] as number) > kept) credits[row] = Math.max(0, kept);
    }
    this.#cutYear((of) => of === SELF, 1000);
    this.#cutYear((of) => of === NOTES, 500);
    this.#cutYear((of) => CATEGORY[of] === 4, 1500);
    this.#cutYear((of) => CATEGORY[of] === 6, 1000);
  }

  #cutYear(under: (item: number) => boolean, limit: number): void {
    const { credits, item } = this.#out;
    let left = limit;
    for (let at = 0; at < this.#count; at += 1) {
      const row = this.#rows[at] as number;
      if (!under(item[row] as number)) continue;
      if ((credits[row] as number) > left) credits[row] = left;
      left -= credits[row] as number;
    }
  }

  #conclude(person: number, own: number): void {
    const { raw, credits, category, categoryRaw, categoryCredits, total, required, shortfall, status } = this.#out;
    let sum = 0;
    for (let at = 0; at < this.#count; at += 1) {
      const row = this.#rows[at] as number;
      const place = own + (category[row] as number);
      sum += credits[row] as number;
      categoryRaw[place] = (categoryRaw[place] as number) + (raw[row] as number);
      categoryCredits[place] = (categoryCredits[place] as number) + (credits[row] as number);
    }
    const asked = this.#of.primary.includes(this.#of.institution[person] as number) ? 1500 : 2500;
    const exempt = this.#of.residency[person] === 1;
    total[person] = sum;
    required[person] = asked;
    shortfall[person] = exempt ? 0 : Math.max(0, asked - sum);
    status[person] = exempt ? 2 : sum >= asked ? 0 : 1;
  }
}
