/** What one practitioner of Hubei does in a year, activity by activity, as the platform would register it. */
import { dateText, dayOf } from '../../src/model/date.ts';
import type { Random } from './random.ts';
import type { Fact, Facts } from './roster.ts';

/** A project as it is announced: many practitioners come to the same one. */
export interface Project {
  readonly number: string;
  readonly form: 'recommended_project' | 'promoted_project';
  readonly level: 'national' | 'provincial' | 'municipal';
  /** How its sessions are held. */
  readonly held: 'remote' | 'present' | 'both';
  readonly hours: number;
  /** Its first day. */
  readonly day: number;
}

export function projectsOf(random: Random, year: number, count: number): readonly Project[] {
  return Array.from({ length: count }, (_, at): Project => {
    const level = random.pick(['national', 'national', 'provincial', 'provincial', 'municipal'] as const);
    const mark = { national: 'GJ', provincial: 'SJ', municipal: 'WH' }[level];
    return {
      number: `${mark}${year}-${String(at + 1).padStart(3, '0')}`,
      form: random.chance(75) ? 'recommended_project' : 'promoted_project',
      level,
      // Remote projects are recommended by the province alone.
      held: level === 'municipal' ? 'present' : random.pick(['remote', 'present', 'present', 'both'] as const),
      hours: random.pick([3, 6, 6, 8, 9, 12, 12, 16, 18, 24, 36]),
      day: dayOf(year, random.int(1, 12), random.int(1, 22)),
    };
  });
}

export class Log {
  readonly records: Facts[] = [];
  readonly random: Random;
  readonly year: number;
  readonly #projects: readonly Project[];
  readonly #attended = new Set<Project>();

  constructor(random: Random, year: number, projects: readonly Project[]) {
    this.random = random;
    this.year = year;
    this.#projects = projects;
  }

  add(form: string, facts: Facts): void {
    const review = this.random.weighted<Facts>([
      [96, {}],
      [3, { review: 'pending' }],
      [1, { review: 'rejected' }],
    ]);
    this.records.push({ form, ...facts, ...review });
  }

  /** So many times, in number between the two. */
  times(least: number, most: number, what: () => void): void {
    for (let left = this.random.int(least, most); left > 0; left--) what();
  }

  day(): string {
    return dateText(this.random.int(dayOf(this.year, 1, 1), dayOf(this.year, 12, 31)));
  }

  /** Comes to a project: one record for each day of it, at most three. */
  attends(level: readonly Project['level'][], held: readonly Project['held'][], facts: Facts = {}): void {
    const fitting = this.#projects.filter((one) => level.includes(one.level) && held.includes(one.held));
    const unseen = fitting.filter((one) => !this.#attended.has(one));
    if (unseen.length === 0) return;
    const project = this.random.pick(unseen);
    this.#attended.add(project);
    const days = project.hours <= 6 ? 1 : this.random.int(1, 3);
    const passed = this.random.chance(95);
    for (let at = 0; at < days; at++) {
      const remote = project.held === 'remote' || (project.held === 'both' && at === 0);
      this.add(project.form, {
        date: dateText(project.day + at),
        project: project.number,
        role: 'participant',
        level: project.level,
        ...(remote && { remote: true }),
        hours: tenths(project.hours / days),
        passed,
        ...facts,
      });
    }
  }

  lectures(level: readonly Project['level'][], hours: number): void {
    const project = this.random.pick(this.#projects.filter((one) => level.includes(one.level)));
    this.add(project.form, {
      date: dateText(project.day),
      project: project.number,
      role: 'lecturer',
      level: project.level,
      ...(project.held === 'remote' && { remote: true }),
      hours,
    });
  }

  practises(role: 'participant' | 'lecturer' = 'participant'): void {
    const hours = this.random.pick([0.5, 1, 1.5, 2, 2, 2.9, 3, 4, 5.9, 6, 7, 12]);
    this.add('practice', { date: this.day(), role, hours });
  }

  meets(role: 'participant' | 'lecturer' = 'participant'): void {
    this.add('society_academic', {
      date: this.day(),
      project: `XH${this.year}-${String(this.random.int(1, 30)).padStart(2, '0')}`,
      role,
      level: 'provincial',
      hours: role === 'lecturer' ? this.random.pick([1, 1.5, 2]) : this.random.pick([2.9, 3, 6, 8, 12, 16]),
      recognized: this.random.chance(85),
    });
  }

  notes(): void {
    const words = this.random.pick([1200, 1999, 2000, 2600, 3500, 4000, 6100, 8000]);
    this.add('study_notes', { date: this.day(), words, recognized: this.random.chance(95) });
  }

  teaches(): void {
    this.add('teaching', { date: this.day(), periods: this.random.int(1, 12), recognized: this.random.chance(95) });
  }

  speaks(): void {
    this.add('outreach', { date: this.day(), role: 'lecturer', level: 'institutional', recognized: true });
  }

  publishes(journal: readonly string[]): void {
    const authorship = this.random.pick(['sole', 'first', 'first', 'corresponding', 'other', 'other']);
    this.add('paper', { date: this.day(), journal: this.random.pick(journal), authorship });
  }

  concludes(level: readonly string[]): void {
    const led = this.random.chance(30);
    this.add('research', {
      date: this.day(),
      level: this.random.pick(level),
      research_role: led ? 'lead' : 'member',
      rank: led ? 1 : this.random.int(2, 7),
      concluded: this.random.chance(85),
    });
  }

  /** A stay from a day on, both ends in; `hours` null: nobody has counted them. */
  stays(form: string, from: string, days: number, hours: number | null, facts: Facts = {}): void {
    const start = Date.parse(from) / 86_400_000;
    this.add(form, {
      start: from,
      end: dateText(start + days - 1),
      ...(hours !== null && { hours }),
      ...facts,
    });
  }
}

/** Each of a list of facts with a number of its own. */
export const numbered = (records: readonly Facts[], idAt: (index: number) => Fact): Facts[] =>
  records.map((facts, index) => ({ id: idAt(index), ...facts }));

const tenths = (hours: number): number => Math.round(hours * 10) / 10;
