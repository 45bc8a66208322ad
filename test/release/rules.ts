/** Two versions of an invented province, of which everything can be exported, and what may be wrong with the second. */
export const version = (name: string, effective: string, more = ''): string => `规则 海岛 island 版本 ${name}
  语言 1
  施行 ${effective}
  条款 第一条～第二条

活动字段 形式 form
  选项 讲座 lecture
活动字段 时长 hours 小数 小时

要求
  依据 第一条
  每年 10 学分

类别 讲座 talks
  依据 第二条

条目 讲座
  授予 每 2 小时 1 学分
${more}
用例 「四小时」
  活动 讲座，时长 4 小时
  期望 2 学分，未达标
`;

export const first = { file: 'rules/island-2030.cme', text: version('2030', '2030-01-01') };
export const second = { file: 'rules/island-2031.cme', text: version('2031', '2031-01-01', '  上限 每年 8 学分\n') };
