/** A small invented rule file for whoever shows findings, clauses and examples, and what may be wrong with it. */

/** Sound, with something to say of it: what does nothing, what is out of reach, what a cap swallows, what pays when split. */
export const island = `# 海岛的规则，编出来试用的。
规则 海岛 island 版本 1
  施行 2030-01-01
  条款 第一条～第三条

人员字段 岗位 post
  选项 急救员 paramedic、文员 clerk

活动字段 形式 form
  选项 讲座 lecture、沙龙 salon、课题 grant

活动字段 时长 hours 小数 小时
活动字段 结业 finished 是否
活动字段 备注 remark 文字

口径 界线 border
  依据 第二条
  选项 含四 four = 4 小时
  选项 含五 five = 5 小时
  采用 含四

要求 基本
  依据 第一条
  每年 10 学分

类别 听讲 hearing
  依据 第二条
  上限 每年 8 学分

条目 讲座
  形式 讲座
  条件 结业
  授予 每 2 小时 1 学分 当 时长 不少于 4 小时
  授予 1 学分 当 时长 少于 4 小时

条目 课题
  形式 课题
  授予 9 学分

用例 「讲座六小时」
  人员 岗位 急救员
  活动 形式 讲座，结业，时长 6 小时
  期望 3 学分，未达标

用例 「讲座八小时」
  人员 岗位 急救员
  活动 形式 讲座，结业，时长 8 小时
  期望 4 学分
`;

/** One finding of each kind a fix is known for. */
export const broken = [
  ['采用 含四', '采用 含事'],
  ['每年 10 学分', '每年 10 学时分'],
  ['条件 结业', '条件 结叶'],
  ['形式 课题\n', '形式 课提\n'],
  ['岗位 急救员\n  活动 形式 讲座，结业，时长 8', '岗位 急救院\n  活动 形式 讲座，结业，时长 8'],
  ['依据 第一条', '依据\u200B 第一条'],
].reduce((text, [from = '', to = '']) => text.replace(from, to), island);

/** Two awards hold from three hours on. */
export const clashing = island.replace('不少于 4 小时', '不少于 3 小时');
