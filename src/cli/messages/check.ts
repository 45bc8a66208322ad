/** `cme check` and `cme fmt`. */
import type { Sentence } from './sentence.ts';

export const check = {
  checkedWell: { zh: '检查了 {files} 个规则文件，没有问题', en: 'checked {files} rule files: all well' },
  checked: {
    zh: '检查了 {files} 个规则文件：{errors} 个错误，{warnings} 个警告，{infos} 个提示',
    en: 'checked {files} rule files: {errors} errors, {warnings} warnings, {infos} infos',
  },
  accepted: { zh: '已接受 {count} 处', en: 'accepted: {count}' },
  acceptedFor: { zh: '理由：「{reason}」', en: 'why: 「{reason}」' },
  fixed: { zh: '已改正 {file}：{count} 处', en: 'mended {file}: {count} places' },
  fixable: { zh: '其中 {count} 处可用 cme check --fix 改正', en: '{count} of them can be mended by cme check --fix' },
  rangeHead: { zh: '{file}：一年合计{total}', en: '{file}: in a year, {total}' },
  rangeEndless: { zh: '不封顶', en: 'without end' },
  rangeAttained: { zh: '至多 {credits} 学分', en: 'at most {credits} credits' },
  rangeBound: { zh: '不超过 {credits} 学分（未必能达到）', en: 'no more than {credits} credits, perhaps less' },
  rangeCost: {
    zh: '计算代价：每条记录至多 {records} 步，每人另加 {people} 步',
    en: 'cost: at most {records} steps for each record, and {people} for each practitioner',
  },
  rangeCrossing: {
    zh: '有 {knots} 组互相交叉的上限，最多的一组有 {caps} 个；受它们管的记录要一起结算',
    en: '{knots} knots of crossing caps, {caps} in the largest; the records under them are settled together',
  },
  cannotFixGit: { zh: '--fix 不能改 git 里的旧版本「{file}」', en: '--fix cannot change 「{file}」, which is in git' },
  formatted: { zh: '已排版 {file}', en: 'formatted {file}' },
  wouldFormat: { zh: '{file} 还没有排版', en: '{file} is not formatted' },
  formattedAll: { zh: '{files} 个规则文件都已排好版', en: '{files} rule files are all formatted' },
  formatRefused: {
    zh: '{file} 有错误，未排版，文件没有改动；请先改正',
    en: '{file} has errors and was not formatted; nothing is changed. Mend them first',
  },
  runFmt: { zh: '运行 cme fmt 来排版', en: 'run cme fmt to format' },
  cannotFormatGit: { zh: '不能排版 git 里的旧版本「{file}」', en: '「{file}」 is in git and cannot be formatted' },
} as const satisfies Record<string, Sentence>;
