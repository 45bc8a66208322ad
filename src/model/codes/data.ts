/**
 * Findings about data, CME9xx; and `sayings`, the sentences of a result that are no findings: why a record earned nothing,
 * what a practitioner should know. Placeholders are `{name}`.
 */
export const dataCodes = {
  CME901: {
    severity: 'warning',
    zh: '未知字段「{field}」，未予理会',
    en: 'unknown field 「{field}」 is left aside',
    help: {
      zh: '字段名用规则文件声明的名称或代码',
      en: 'use a label or a code that the rule file declares',
    },
  },
  CME902: {
    severity: 'error',
    zh: '「{field}」的值「{value}」不在选项之内',
    en: '「{value}」 is not an option of 「{field}」',
    help: { zh: '可用的值：{options}', en: 'it may be: {options}' },
  },
  CME903: {
    severity: 'error',
    zh: '「{field}」的值「{value}」不是「是」或「否」',
    en: '「{value}」 in 「{field}」 is neither yes nor no',
    help: { zh: '写「是」「否」、true、false、yes 或 no', en: 'write yes, no, true, false, 是 or 否' },
  },
  CME904: {
    severity: 'error',
    zh: '「{field}」的值「{value}」不是数',
    en: '「{value}」 in 「{field}」 is not a number',
    help: { zh: '只写数字，最多一个小数点', en: 'write digits, with one point at most' },
  },
  CME905: {
    severity: 'error',
    zh: '「{field}」的值「{value}」为负数',
    en: '「{value}」 in 「{field}」 is negative',
    help: { zh: '数不得为负', en: 'a number cannot be negative' },
  },
  CME906: {
    severity: 'error',
    zh: '「{field}」的值「{value}」小数过长',
    en: '「{value}」 in 「{field}」 has too many decimals',
    help: { zh: '最多六位小数', en: 'six decimals at most' },
  },
  CME907: {
    severity: 'error',
    zh: '「{field}」的值「{value}」过大',
    en: '「{value}」 in 「{field}」 is too large',
    help: { zh: '须小于 1000000000', en: 'it must be below 1000000000' },
  },
  CME908: {
    severity: 'error',
    zh: '「{field}」的值「{value}」不是整数',
    en: '「{value}」 in 「{field}」 is not a whole number',
    help: { zh: '写整数', en: 'write a whole number' },
  },
  CME909: {
    severity: 'error',
    zh: '「{field}」的值「{value}」不是日期',
    en: '「{value}」 in 「{field}」 is not a date',
    help: { zh: '写成 2025-03-01 的形式', en: 'write it like 2025-03-01' },
  },
  CME910: {
    severity: 'error',
    zh: '「{field}」的日期「{value}」不存在',
    en: 'there is no day 「{value}」 in 「{field}」',
    help: { zh: '核对月份和日', en: 'check the month and the day' },
  },
  CME911: {
    severity: 'error',
    zh: '「{field}」的日期「{value}」不在 1900 年至 2199 年之间',
    en: 'the date 「{value}」 in 「{field}」 is not between 1900 and 2199',
    help: { zh: '核对年份', en: 'check the year' },
  },
  CME912: {
    severity: 'error',
    zh: '「{field}」的值「{value}」不是年份',
    en: '「{value}」 in 「{field}」 is not a year',
    help: { zh: '写四位年份，如 2025', en: 'write four digits, such as 2025' },
  },
  CME913: {
    severity: 'error',
    zh: '「{field}」的值不是单个的值',
    en: 'the value of 「{field}」 is not a single value',
    help: {
      zh: '不能是列表、对象；文字字段不能是 true 或 false',
      en: 'no list or object here, and no true or false in a text',
    },
  },
  CME914: {
    severity: 'error',
    zh: '「{field}」给了两次，值不同',
    en: '「{field}」 is given twice, with different values',
    help: { zh: '代码和名称是同一个字段，留一个', en: 'its code and its label are one field: keep one of them' },
  },
  CME915: {
    severity: 'error',
    zh: '「{end}」{to} 早于「{start}」{from}',
    en: '「{end}」 {to} is before 「{start}」 {from}',
    help: { zh: '核对两个日期', en: 'check both dates' },
  },
  CME916: {
    severity: 'error',
    zh: '同一人员有多条记录的编号是「{id}」',
    en: 'several records of this practitioner have the id 「{id}」',
    help: { zh: '重复的记录删去，不同的记录改编号', en: 'delete a duplicate, or give each record its own id' },
  },
  CME917: {
    severity: 'warning',
    zh: '记录没有编号',
    en: 'the record has no id',
    help: { zh: '编号用来说明是哪条记录', en: 'an id tells which record is meant' },
  },
  CME918: {
    severity: 'error',
    zh: '条目「{first}」和「{second}」都适用于这条记录',
    en: 'both 「{first}」 and 「{second}」 hold for this record',
    help: { zh: '在规则文件里把两个条目的适用分开', en: 'tell the two items apart in the rule file' },
  },
  CME919: {
    severity: 'error',
    zh: '「{first}」和「{second}」都适用于这条记录',
    en: 'both lines 「{first}」 and 「{second}」 hold for this record',
    help: { zh: '在规则文件里把两行的条件分开', en: 'tell the two lines apart in the rule file' },
  },
  CME920: {
    severity: 'error',
    zh: '要求「{first}」和「{second}」同时约束此人，说的是同一件事',
    en: 'the requirements 「{first}」 and 「{second}」 bind at once and speak of the same thing',
    help: { zh: '在规则文件里把两个要求的适用分开', en: 'tell the two requirements apart in the rule file' },
  },
  CME921: {
    severity: 'error',
    zh: '数值过大，无法准确合计，全部记录未计',
    en: 'the numbers are too large to add up exactly: no record is counted',
    help: { zh: '核对时长和学分', en: 'check hours and credits' },
  },
  CME922: {
    severity: 'error',
    zh: '互相交叉的上限管到的记录超过 {most} 条，全部记录未计',
    en: 'more than {most} records lie under caps that cross one another: no record is counted',
    help: { zh: '核对是否把许多人的记录归到了一人名下', en: 'see whether the records of many were put under one' },
  },
} as const;

export const sayings = {
  // ---- why a record earned nothing
  noItem: { zh: '没有条目适用于这条记录', en: 'no item holds for this record' },
  noLine: { zh: '条目「{item}」没有适用于这条记录的授予', en: 'no award of 「{item}」 holds for this record' },
  noRow: { zh: '「{line}」没有适用的档次', en: 'no step of 「{line}」 holds' },
  review: { zh: '「{field}」为「{value}」，尚未通过', en: '「{field}」 is 「{value}」, not approved' },
  gate: { zh: '不满足「{gate}」', en: '「{gate}」 does not hold' },
  incomplete: { zh: '缺少{fields}', en: 'missing: {fields}' },
  otherYear: { zh: '属于 {own} 年度，不计入 {year} 年度', en: 'it belongs to {own}, not to {year}' },
  madeUpElsewhere: { zh: '已作为补学计入 {own} 年度', en: 'it counts as made up for {own}' },
  // ---- notices
  factIgnored: { zh: '「{field}」无效，按缺少处理', en: '「{field}」 is invalid and taken as missing' },
  notMadeUp: {
    zh: '不符合 {makeUp} 年度补学的条件，按 {own} 年度的普通记录处理',
    en: 'it does not qualify as made up for {makeUp}, and is an ordinary record of {own}',
  },
  leftOut: { zh: '缺少{fields}，未计入累计', en: 'left out of a sum, missing: {fields}' },
  sharedDays: {
    zh: '与「{item}」的其他记录有 {days} 天重叠，只计一次',
    en: '{days} days are shared with other records of 「{item}」 and count once',
  },
  onlyDays: { zh: '缺少{fields}，只计天数', en: 'only its days count, missing: {fields}' },
  scopeUnknown: {
    zh: '缺少{fields}，无法判断「{line}」，按不除外处理',
    en: '「{line}」 cannot be judged and is taken not to hold, missing: {fields}',
  },
  requirementUnknown: {
    zh: '缺少{fields}，无法判断要求「{name}」是否适用，按不适用处理',
    en: 'the requirement 「{name}」 cannot be judged and is taken not to bind, missing: {fields}',
  },
  cycleUnknown: {
    zh: '缺少{fields}，周期按规则施行的年份起算',
    en: 'the cycle is taken to begin with the year of the rules, missing: {fields}',
  },
  sinceUnknown: { zh: '缺少{fields}，要求未折算', en: 'the requirement is not prorated, missing: {fields}' },
  reductionUnknown: { zh: '缺少{fields}，未按「{line}」减免', en: '「{line}」 reduces nothing, missing: {fields}' },
  // ---- parts of sentences, and steps that have no line of their own
  field: { zh: '「{label}」', en: '「{label}」' },
  between: { zh: '、', en: ', ' },
  sentences: { zh: '；', en: '; ' },
  together: { zh: '{quantity}，合计 {sum}', en: '{quantity}, {sum} together' },
  total: { zh: '合计', en: 'total' },
  requirement: { zh: '要求', en: 'requirement' },
} as const;
