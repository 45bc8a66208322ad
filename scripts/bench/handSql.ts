/** Hubei's rules, under the readings adopted, as one would write them by hand in DuckDB's own SQL. */

const LIST = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** Of a year: a table of people and one of records. Facts come as texts, credits go as hundredths until the end. */
export const handSql = (year: number): readonly string[] => [
  `CREATE OR REPLACE TEMP TABLE hand_records AS
WITH facts AS (
  SELECT r.practitioner, r.id, form, level, role, journal, authorship, research_role, prize, project,
    coalesce(remote, 'false') = 'true' AS remote, coalesce(passed, 'false') = 'true' AS passed,
    coalesce(employer_approved, 'false') = 'true' AS employer, coalesce(recognized, 'false') = 'true' AS recognized,
    coalesce(concluded, 'false') = 'true' AS concluded, coalesce(verified, 'false') = 'true' AS verified,
    coalesce(makeup_proof, 'false') = 'true' AS proof, coalesce(review, 'approved') AS review,
    date::DATE AS date, "start"::DATE AS "from", "end"::DATE AS until, makeup_year::INT AS makeup,
    (hours::DECIMAL(15, 6) * 1000000)::BIGINT AS hours, rank::INT AS rank, periods::INT AS periods, words::INT AS words,
    courses::INT AS courses, (credits::DECIMAL(15, 6) * 1000000)::BIGINT AS stated
  FROM records r
), timed AS (
  SELECT *, coalesce(date, until) AS day, coalesce(until, date) AS placed,
    coalesce(proof AND year(coalesce(date, until)) = makeup + 1, false) AS made_up
  FROM facts
), placed AS (
  SELECT *, CASE WHEN made_up THEN makeup ELSE year(placed) END = ${year} AS here,
    greatest("from", DATE '${year}-01-01') AS low,
    least(until, CASE WHEN made_up AND makeup = ${year} THEN DATE '${year + 1}-12-31' ELSE DATE '${year}-12-31' END) AS high,
    CASE
      WHEN form IN ('recommended_project', 'promoted_project') THEN
        CASE WHEN level IN ('national', 'provincial') THEN 'project' WHEN level = 'municipal' THEN 'municipal' END
      WHEN form = 'society_academic' THEN CASE WHEN recognized THEN 'society' ELSE 'practice' END
      WHEN form IN ('invention_patent', 'utility_patent') THEN 'patent'
      ELSE form END AS item
  FROM timed
), present AS (
  SELECT *, item IN (${LIST(['advanced_study', 'degree_study', 'assigned_task'])}) AS study FROM placed
), admitted AS (
  SELECT *,
    CASE
      WHEN NOT here AND NOT (study AND high >= low AND NOT (made_up AND makeup IN (${year}, ${year - 1}))) THEN 'out_of_period'
      WHEN item IS NULL THEN 'no_award'
      WHEN review <> 'approved' THEN 'review'
      WHEN item IN ('project', 'municipal') AND role = 'participant' AND NOT passed THEN 'gate'
      WHEN item IN ('advanced_study', 'degree_study', 'apprenticeship') AND NOT employer THEN 'gate'
      WHEN item = 'apprenticeship' AND NOT (passed AND recognized) THEN 'gate'
      WHEN item = 'research' AND NOT concluded THEN 'gate'
      WHEN item IN ('outreach', 'exam_writing', 'teaching', 'study_notes') AND NOT recognized THEN 'gate'
      WHEN item = 'patent' AND rank < 1 THEN 'gate'
      WHEN item = 'external_certificate' AND NOT verified THEN 'gate'
    END AS reason
  FROM present
), stays AS (
  SELECT *, max(high) OVER (PARTITION BY practitioner, item ORDER BY low, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
  FROM admitted WHERE study AND reason IS NULL AND high >= low
), gained AS (
  SELECT *, greatest(0, (high - greatest(low, coalesce(before + 1, low)))::BIGINT + 1) AS gain FROM stays
), reaching AS (
  SELECT *, sum(gain) OVER (PARTITION BY practitioner, item ORDER BY day, id ROWS UNBOUNDED PRECEDING) AS days_so_far FROM gained
), days AS (
  SELECT practitioner, item, sum(gain) AS days, bool_or(passed) AS some_passed,
    first(id ORDER BY day, id) FILTER (days_so_far >= 90) AS reached
  FROM reaching GROUP BY ALL
), sums AS (
  SELECT a.*, d.days, d.reached, coalesce(d.days >= 90, false) AS long, coalesce(d.days >= 90 AND (d.some_passed OR a.item = 'assigned_task'), false) AS deemed,
    sum(a.hours) OVER (PARTITION BY a.practitioner, a.item, a.remote, a.role, coalesce(a.project, a.id) ORDER BY day, a.id ROWS UNBOUNDED PRECEDING) AS hours_so_far,
    sum(CASE WHEN here THEN a.hours END) OVER (PARTITION BY a.practitioner, a.item ORDER BY day, a.id ROWS UNBOUNDED PRECEDING) AS study_so_far,
    row_number() OVER (PARTITION BY a.practitioner, a.item ORDER BY day, a.id) AS nth
  FROM admitted a LEFT JOIN days d USING (practitioner, item) WHERE a.reason IS NULL
), rates AS (
  SELECT *, CASE WHEN role = 'participant' THEN 3000000 ELSE 1000000 END AS unit,
    CASE WHEN item = 'project' AND role = 'lecturer' THEN 200 ELSE 100 END AS pay,
    coalesce(passed OR item = 'assigned_task', false) AS deems
  FROM sums
), raw AS (
  SELECT *, CASE
    WHEN item IN ('project', 'municipal', 'society') THEN (hours_so_far // unit - (hours_so_far - hours) // unit) * pay
    WHEN item = 'apprenticeship' THEN CASE WHEN nth = 1 THEN 2500 ELSE 0 END
    WHEN study AND NOT long AND here THEN (study_so_far // 6000000 - (study_so_far - hours) // 6000000) * 100
    WHEN study AND NOT long THEN 0
    WHEN item = 'practice' AND role = 'participant' AND hours >= 6000000 THEN hours // 6000000 * 100
    WHEN item = 'practice' AND role = 'participant' AND hours >= 1000000 THEN 20
    WHEN item = 'practice' AND role = 'lecturer' AND hours >= 3000000 THEN hours // 3000000 * 100
    WHEN item = 'practice' AND role = 'lecturer' AND hours >= 1000000 THEN 50
    WHEN item IN ('self_study', 'external_certificate') THEN (stated + 5000) // 10000
    WHEN item = 'paper' AND journal = 'sci' THEN CASE WHEN authorship = 'other' THEN 900 ELSE 1000 END
    WHEN item = 'paper' AND journal = 'cn_issn' THEN CASE WHEN authorship = 'other' THEN 500 ELSE 600 END
    WHEN item = 'research' AND level IN ('international', 'national', 'provincial') THEN
      CASE WHEN research_role = 'lead' THEN 1500 WHEN rank BETWEEN 2 AND 4 THEN 1000 ELSE 400 END
    WHEN item = 'research' AND level = 'municipal' THEN CASE WHEN research_role = 'lead' THEN 1000 ELSE 300 END
    WHEN item = 'book' THEN CASE WHEN authorship IN ('sole', 'first') THEN 1000 ELSE 300 END
    WHEN item = 'outreach' AND role = 'lecturer' THEN 200
    WHEN item = 'exam_writing' AND level IN ('provincial', 'municipal') THEN 200
    WHEN item = 'teaching' THEN periods * 20
    WHEN item = 'study_notes' THEN words // 2000 * 100
    WHEN item = 'patent' THEN CASE WHEN rank = 1 THEN 1000 WHEN rank <= 4 THEN 700 ELSE 200 END
      - CASE WHEN form = 'utility_patent' THEN CASE WHEN rank <= 4 THEN 300 ELSE 100 END ELSE 0 END
    WHEN item = 'qualification_exam' THEN courses * 200
    WHEN item = 'contest' AND level IN ('international', 'national') THEN
      CASE prize WHEN 'first' THEN 1500 WHEN 'second' THEN 1000 ELSE 500 END
    WHEN item = 'contest' AND level = 'provincial' THEN CASE prize WHEN 'first' THEN 1000 WHEN 'second' THEN 500 ELSE 200 END
  END AS earned,
  CASE WHEN study AND deemed AND id = reached THEN 2500 ELSE 0 END AS added
  FROM rates
), remote AS (
  SELECT *, CASE WHEN item = 'project' AND remote THEN greatest(0, least(earned, 300 - coalesce(sum(earned) OVER (
      PARTITION BY practitioner, item, remote, coalesce(project, id) ORDER BY day, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)))
    ELSE coalesce(earned, 0) END AS c1
  FROM raw
), project AS (
  SELECT *, CASE WHEN item IN ('project', 'municipal', 'society') THEN greatest(0, least(c1, CASE item WHEN 'project' THEN 1000 ELSE 500 END - coalesce(sum(c1) OVER (
      PARTITION BY practitioner, item, coalesce(project, id) ORDER BY day, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)))
    WHEN item IN ('self_study', 'study_notes') THEN greatest(0, least(c1, CASE item WHEN 'study_notes' THEN 500 ELSE 1000 END - coalesce(sum(c1) OVER (
      PARTITION BY practitioner, item ORDER BY day, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)))
    ELSE c1 END + added AS c2,
    CASE WHEN item IN ('project', 'municipal') THEN 'projects' WHEN item IN ('society', 'practice') THEN 'practice'
      WHEN item IN (${LIST(['self_study', 'paper', 'research', 'book', 'outreach', 'exam_writing', 'teaching', 'study_notes'])}) THEN 'self_study'
      WHEN item IN ('patent', 'qualification_exam', 'contest') THEN 'other'
      WHEN item = 'external_certificate' THEN 'external' ELSE item END AS category
  FROM remote
), counted AS (
  SELECT *, CASE WHEN category IN ('practice', 'self_study') THEN greatest(0, least(c2, CASE category WHEN 'practice' THEN 1500 ELSE 1000 END - coalesce(sum(c2) OVER (
      PARTITION BY practitioner, category ORDER BY day, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)))
    ELSE c2 END AS counted
  FROM project
)
SELECT practitioner, id, category, item, coalesce(earned, 0) + added AS raw, counted AS credits,
  CASE WHEN earned IS NULL AND added = 0 AND NOT (deemed AND deems) THEN 'no_award' END AS reason
FROM counted
UNION ALL SELECT practitioner, id, NULL, item, 0, 0, reason FROM admitted WHERE reason IS NOT NULL`,
  `CREATE OR REPLACE TEMP TABLE hand_practitioners AS
SELECT p.id AS practitioner, coalesce(sum(r.credits), 0) / 100 AS credits,
  CASE WHEN coalesce(any_value(p.in_residency), 'false') = 'true' THEN 'exempt'
    WHEN coalesce(sum(r.credits), 0) >= CASE WHEN any_value(p.institution) IN ('township_health_center', 'village_clinic', 'community_health_center') THEN 1500 ELSE 2500 END
    THEN 'met' ELSE 'unmet' END AS status
FROM practitioners p LEFT JOIN hand_records r ON r.practitioner = p.id
GROUP BY p.id`,
];
