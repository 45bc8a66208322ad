/** Years as practitioners of Hubei have them: who they are, and what they do. */
import type { Log } from './hubeiLog.ts';
import type { Facts } from './roster.ts';

export interface Life {
  /** How many of a hundred practitioners live like this. */
  readonly weight: number;
  readonly facts: (log: Log) => Facts;
  readonly year: (log: Log) => void;
}

const grades = ['junior', 'junior', 'intermediate', 'intermediate', 'senior'] as const;
const primary = ['township_health_center', 'community_health_center'] as const;
const upper = ['national', 'provincial'] as const;
const present = ['present', 'both'] as const;
const journals = ['cn_issn', 'cn_issn', 'sci', 'other'] as const;

const at =
  (personnel: readonly string[], institution: readonly string[], title: readonly string[] = grades) =>
  ({ random }: Log): Facts => ({
    personnel: random.pick(personnel),
    institution: random.pick(institution),
    title: random.pick(title),
  });

/** What most of a hospital do: projects here and on the screen, and what the department holds. */
function everyday(log: Log): void {
  log.times(2, 5, () => log.attends(upper, present));
  log.times(1, 4, () => log.attends(upper, ['remote', 'both']));
  log.times(0, 2, () => log.attends(['municipal'], present));
  log.times(3, 7, () => log.practises());
  log.times(0, 2, () => log.meets());
}

export const lives = {
  护士: {
    weight: 26,
    facts: at(['nurse'], ['hospital']),
    year(log) {
      everyday(log);
      log.times(1, 3, () => log.notes());
      log.times(0, 1, () => log.publishes(['cn_issn', 'other']));
    },
  },
  医师: {
    weight: 18,
    facts: at(['physician', 'physician', 'assistant_physician'], ['hospital']),
    year(log) {
      everyday(log);
      log.times(0, 3, () => log.teaches());
      log.times(0, 1, () => log.publishes(journals));
      log.times(0, 1, () => log.speaks());
    },
  },
  专家: {
    weight: 6,
    facts: at(['physician'], ['hospital'], ['senior']),
    year(log) {
      log.times(1, 3, () => log.lectures(upper, log.random.pick([1, 1.5, 2, 5, 6])));
      log.times(0, 2, () => log.lectures(['municipal'], log.random.pick([1, 2, 3])));
      // The same project heard and taught: both under one cap.
      log.times(1, 3, () => log.attends(upper, present));
      log.times(1, 3, () => log.practises('lecturer'));
      log.times(0, 2, () => log.meets('lecturer'));
      log.times(1, 4, () => log.teaches());
      log.times(0, 2, () => {
        const level = log.random.pick(['provincial', 'municipal', 'national']);
        log.add('exam_writing', { date: log.day(), level, recognized: true });
      });
    },
  },
  科研人员: {
    weight: 5,
    facts: at(['physician', 'technician', 'pharmacist'], ['hospital'], ['intermediate', 'senior']),
    year(log) {
      log.times(1, 2, () => log.concludes(['national', 'provincial', 'municipal', 'institutional']));
      log.times(1, 3, () => log.publishes(['sci', 'sci', 'cn_issn']));
      log.times(0, 1, () => {
        const form = log.random.pick(['invention_patent', 'utility_patent']);
        log.add(form, { date: log.day(), rank: log.random.int(1, 5) });
      });
      log.times(0, 1, () =>
        log.add('book', { date: log.day(), authorship: log.random.pick(['sole', 'first', 'other']) }),
      );
      log.times(2, 4, () => log.attends(upper, present));
      log.times(1, 4, () => log.practises());
    },
  },
  药师技师: {
    weight: 9,
    facts: at(['pharmacist', 'technician'], ['hospital', 'hospital', 'other']),
    year(log) {
      everyday(log);
      log.times(0, 1, () => log.add('qualification_exam', { date: log.day(), courses: log.random.int(1, 4) }));
      log.times(0, 1, () => {
        const level = log.random.pick(['national', 'provincial', 'municipal']);
        log.add('contest', { date: log.day(), level, prize: log.random.pick(['first', 'second', 'third']) });
      });
      log.times(0, 2, () => log.add('self_study', { date: log.day(), credits: log.random.int(10, 400) / 100 }));
    },
  },
  乡村医生: {
    weight: 8,
    facts: at(['village_doctor', 'village_doctor', 'assistant_physician'], ['village_clinic'], ['none', 'junior']),
    year(log) {
      log.times(1, 3, () => log.attends(['municipal'], present));
      log.times(1, 3, () => log.attends(upper, ['remote']));
      log.times(2, 6, () => log.practises());
    },
  },
  基层医护: {
    weight: 9,
    facts: at(['physician', 'nurse', 'assistant_physician'], [...primary, ...primary, 'community_health_station']),
    year(log) {
      log.times(1, 3, () => log.attends(['municipal'], present));
      log.times(1, 3, () => log.attends(upper, ['remote', 'both']));
      log.times(1, 5, () => log.practises());
      log.times(0, 2, () => log.speaks());
      log.times(0, 2, () => log.notes());
    },
  },
  出国进修: {
    weight: 2,
    facts: at(['physician'], ['hospital'], ['intermediate', 'senior']),
    year(log) {
      const days = log.random.pick([89, 90, 91, 121, 122, 122]);
      // Hours matter short of three months only, and are often not counted beyond.
      const hours = days < 90 ? 360 : null;
      log.stays('advanced_study', `${log.year}-03-01`, days, hours, { employer_approved: true, passed: true });
      log.times(1, 3, () => log.attends(upper, ['remote']));
    },
  },
  短期进修: {
    weight: 3,
    facts: at(['physician', 'nurse', 'technician'], ['hospital', 'township_health_center']),
    year(log) {
      const approved = { employer_approved: true, passed: log.random.chance(80) };
      log.stays('advanced_study', `${log.year}-02-17`, log.random.int(20, 50), log.random.int(20, 160), approved);
      // Two that overlap: the days they share count once.
      if (log.random.chance(40))
        log.stays('advanced_study', `${log.year}-03-03`, log.random.int(10, 60), log.random.int(6, 60), approved);
      if (log.random.chance(30)) log.stays('advanced_study', `${log.year}-11-20`, 90, 180, approved);
      everyday(log);
    },
  },
  援藏: {
    weight: 2,
    facts: at(['physician', 'nurse'], ['hospital'], ['intermediate', 'senior']),
    year(log) {
      // In Tibet since last August, to the end of next January or of this March: 90 days of this year, or all of it.
      log.stays('assigned_task', `${log.year - 1}-08-01`, log.random.pick([243, 549]), null);
      log.times(0, 3, () => log.attends(upper, ['remote']));
    },
  },
  下乡支援: {
    weight: 2,
    facts: at(['physician', 'nurse'], ['hospital']),
    year(log) {
      log.stays('assigned_task', `${log.year}-05-06`, log.random.pick([30, 61, 89, 90]), log.random.int(60, 240));
      everyday(log);
    },
  },
  在职读研: {
    weight: 2,
    facts: at(['physician', 'nurse'], ['hospital'], ['junior', 'intermediate']),
    year(log) {
      const approved = { employer_approved: log.random.chance(90), passed: log.random.chance(90) };
      log.stays('degree_study', `${log.year}-02-24`, 130, log.random.int(100, 300), approved);
      log.stays('degree_study', `${log.year}-09-01`, 136, log.random.int(100, 300), approved);
      log.times(1, 4, () => log.practises());
    },
  },
  师承: {
    weight: 1,
    facts: at(['physician'], ['hospital', 'community_health_center'], ['intermediate', 'senior']),
    year(log) {
      log.add('apprenticeship', {
        start: `${log.year}-01-01`,
        end: `${log.year}-12-31`,
        employer_approved: true,
        passed: log.random.chance(80),
        recognized: true,
      });
      log.times(2, 5, () => log.practises());
    },
  },
  规培: {
    weight: 4,
    facts: (log) => ({ ...at(['physician'], ['hospital'], ['junior', 'none'])(log), in_residency: true }),
    year(log) {
      log.times(1, 4, () => log.attends(upper, ['remote', 'present', 'both']));
      log.times(2, 6, () => log.practises());
    },
  },
  外省调入: {
    weight: 1,
    facts: at(['physician', 'nurse'], ['hospital']),
    year(log) {
      const credits = log.random.int(800, 2500) / 100;
      log.add('external_certificate', { date: log.day(), credits, verified: log.random.chance(85) });
      log.times(1, 4, () => log.attends(upper, present));
    },
  },
  补学: {
    weight: 2,
    facts: at(['nurse', 'physician'], ['hospital']),
    year(log) {
      log.times(4, 6, () => log.attends(upper, present));
      log.times(2, 5, () => log.practises());
      const made = { makeup_year: log.year, makeup_proof: log.random.chance(75) };
      log.times(3, 5, () =>
        log.attends(upper, ['remote'], { ...made, date: `${log.year + 1}-03-1${log.random.int(0, 9)}` }),
      );
      // Made up in this year for the last: it counts there.
      log.times(1, 2, () => log.attends(upper, ['remote'], { ...made, makeup_year: log.year - 1 }));
    },
  },
  初到者: {
    weight: 3,
    facts: ({ random }) => ({ personnel: random.pick(['nurse', 'technician', 'other']) }),
    year(log) {
      if (log.random.chance(40)) return;
      log.times(0, 2, () => log.attends(upper, ['remote']));
      log.times(1, 3, () => log.practises());
    },
  },
} as const satisfies Record<string, Life>;
