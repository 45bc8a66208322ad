/** Hubei's columns by their names and their options by theirs, for the loop that was written by hand. */
import { type Columns, NEVER } from '../../src/backends/columnar/columns.ts';
import type { Plan } from '../../src/index.ts';

export { NEVER };

export function handColumns(plan: Plan, columns: Columns) {
  const placeOf = (key: string): number => plan.recordFields.findIndex((field) => field.key === key);
  const codes = (key: string): Int32Array => columns.record[placeOf(key)]?.of as Int32Array;
  const numbers = (key: string): Float64Array => columns.record[placeOf(key)]?.of as Float64Array;
  const option = (field: string, key: string): number =>
    plan.recordFields[placeOf(field)]?.options.findIndex((one) => one.key === key) ?? -1;
  const person = (key: string): number => plan.personFields.findIndex((field) => field.key === key);
  const institutions = plan.personFields[person('institution')]?.options.map(({ key }) => key) ?? [];
  return {
    form: codes('form'),
    date: codes('date'),
    start: codes('start'),
    end: codes('end'),
    project: codes('project'),
    review: codes('review'),
    makeupYear: codes('makeup_year'),
    makeupProof: codes('makeup_proof'),
    role: codes('role'),
    level: codes('level'),
    remote: codes('remote'),
    passed: codes('passed'),
    employerApproved: codes('employer_approved'),
    recognized: codes('recognized'),
    journal: codes('journal'),
    authorship: codes('authorship'),
    researchRole: codes('research_role'),
    concluded: codes('concluded'),
    prize: codes('prize'),
    verified: codes('verified'),
    hours: numbers('hours'),
    rank: numbers('rank'),
    periods: numbers('periods'),
    words: numbers('words'),
    courses: numbers('courses'),
    credits: numbers('credits'),
    institution: columns.person[person('institution')]?.of as Int32Array,
    residency: columns.person[person('in_residency')]?.of as Int32Array,
    primary: ['township_health_center', 'village_clinic', 'community_health_center'].map((key) =>
      institutions.indexOf(key),
    ),
    approved: option('review', 'approved'),
    participant: option('role', 'participant'),
    lead: option('research_role', 'lead'),
    sci: option('journal', 'sci'),
    cn: option('journal', 'cn_issn'),
    otherAuthor: option('authorship', 'other'),
    corresponding: option('authorship', 'corresponding'),
    /** International, national, provincial, municipal: 0 to 3. */
    levels: ['international', 'national', 'provincial', 'municipal'].map((key) => option('level', key)),
    prizes: ['first', 'second', 'third'].map((key) => option('prize', key)),
    forms: plan.recordFields[placeOf('form')]?.options.map(({ key }) => key) ?? [],
  };
}

export type HandColumns = ReturnType<typeof handColumns>;
