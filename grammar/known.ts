/** Fields that the language knows without a declaration: code → label. */
export const known = {
  id: '编号',
  name: '姓名',
  practitioner: '人员编号',
  form: '形式',
  date: '日期',
  start: '开始日期',
  end: '结束日期',
  project: '项目编号',
  review: '审核状态',
  makeup_year: '补学年度',
  makeup_proof: '单位证明',
} as const;

export type KnownCode = keyof typeof known;

/** Codes and labels: part of every file's vocabulary. */
export const knownNames: readonly string[] = [...Object.keys(known), ...Object.values(known)];
