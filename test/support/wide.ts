/** A file with one decision table of so many rows and columns. */
export function wide(count: number, columns: number): string {
  const fields = Array.from({ length: columns - 1 }, (_, at) => `活动字段 项${han(at)} 小数\n`).join('');
  const cells = (row: number): string =>
    Array.from({ length: columns - 1 }, (_, at) => (at === 0 ? `不少于 ${row}` : '任意')).join(' | ');
  const head = Array.from({ length: columns - 1 }, (_, at) => `项${han(at)}`).join(' | ');
  const table = Array.from({ length: count }, (_, row) => `    | ${cells(count - row)} | ${(row % 9) + 1} |\n`).join(
    '',
  );
  return `规则 甲省 jia 版本 1
  施行 2025-01-01

活动字段 形式 form
  选项 讲座 lecture
${fields}
类别 讲座 talks

条目 讲座
  形式 讲座
  授予表
    | ${head} | 学分 |
${table}`;
}

function han(number: number): string {
  return [...String(number)].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('');
}
