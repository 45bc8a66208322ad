/** `cme release` and `cme audit`. */
import type { Sentence } from './sentence.ts';

export const release = {
  releaseFromGit: {
    zh: '「{file}」在 git 里，不能发布。请先取出来，再发布文件',
    en: '「{file}」 is in git and cannot be released. Check it out, and release the file',
  },
  releaseUnsaid: {
    zh: '发布要写明 {name}。只看检查项请用 --dry-run',
    en: 'a release needs {name}. Use --dry-run to see the checks alone',
  },
  releaseTooLong: { zh: '{name} 至多 {longest} 字', en: '{name} has {longest} characters at most' },
  signOffMalformed: {
    zh: '--sign-off「{text}」应写作 检查项=理由，检查项是 用例全过、条款覆盖、对比说明已读、生效日期（或 examples、clauses、compared、effective）',
    en: '--sign-off 「{text}」 must read CHECK=REASON; a check is examples, clauses, compared or effective (or its Chinese name)',
  },
  releaseRefused: { zh: '没有发布：{why}', en: 'not released: {why}' },
  releaseUncommitted: {
    zh: '没有存入版本历史：{why}。发布的文件夹和日志都在',
    en: 'it is in no history: {why}. The folder and the log stand',
  },
  checkGreen: { zh: '✓', en: '✓' },
  checkSigned: { zh: '✓ 已说明', en: '✓ signed' },
  checkOpen: { zh: '✗', en: '✗' },
  checkMore: { zh: '另有 {count} 处', en: '{count} more' },
  checklistReady: { zh: '可以发布', en: 'ready to be released' },
  checklistUnready: {
    zh: '还不能发布：{list}。核对后可以写明理由放行：--sign-off {first}=理由',
    en: 'not ready: {list}. Once looked at, each may be signed off: --sign-off {first}=REASON',
  },
  checklistBarred: {
    zh: '不能发布：{list}。有错误的规则不能发布，先改正',
    en: 'cannot be released: {list}. Rules with errors are not released; mend them first',
  },
  releaseDone: { zh: '已发布 {name}：{folder}（{count} 个文件）', en: 'released {name}: {folder} ({count} files)' },
  releaseSize: { zh: '{size} KB', en: '{size} KB' },
  releaseSum: { zh: '校验码 sha256:{sum}', en: 'check sum sha256:{sum}' },
  releaseLine: { zh: '日志第 {n} 行 sha256:{hash}', en: 'line {n} of the log sha256:{hash}' },
  releaseCommit: { zh: '已存入版本历史：{id}，标签 {tag}', en: 'in the history: {id}, tag {tag}' },
  knownMalformed: {
    zh: '--known「{text}」应是 64 位十六进制的校验码',
    en: '--known 「{text}」 must be a hash of 64 hexadecimal digits',
  },
  noLog: {
    zh: '「{folder}」里没有发布日志（{file}），也没有发布过的版本',
    en: 'there is no log of releases ({file}) in 「{folder}」, nor any release',
  },
  auditLine: { zh: '{n}　{at}　{by}　发布 {name}：{reason}', en: '{n}  {at}  {by}  released {name}: {reason}' },
  auditSigned: { zh: '放行 {check}：{reason}', en: 'signed off {check}: {reason}' },
  auditWhole: {
    zh: '日志完整，共 {count} 行。最后一行 {hash}',
    en: 'the log is whole, {count} lines. The last is {hash}',
  },
  auditEmpty: { zh: '日志是空的，还没有发布过', en: 'the log is empty: nothing has been released' },
  auditFar: {
    zh: '各行前后相扣，发布的文件和校验码一致。把最后一行的校验码另外记下，以后用 --known 核对，最能防止整个日志被换掉',
    en: 'each line holds the one before, and the files fit their check sums. Keep the last hash elsewhere and give it by --known: nothing tells better of a log that was replaced as a whole',
  },
  auditNear: {
    zh: '只看一个文件，末尾整行被截掉的看不出来：请核对整个文件夹，或用 --known 给出另外记下的校验码',
    en: 'from one file alone, whole lines cut off at the end cannot be told: verify the folder, or give a hash kept elsewhere by --known',
  },
  auditBroken_unreadable: { zh: '第 {line} 行不是日志的内容', en: 'line {line} is no line of a log' },
  auditBroken_torn: {
    zh: '第 {line} 行没有写完，或末尾被截掉了',
    en: 'line {line} has no end: it was not written whole, or was cut off',
  },
  auditBroken_changed: { zh: '第 {line} 行被改动过', en: 'line {line} was changed' },
  auditBroken_missing: {
    zh: '第 {line} 行处缺了原来的第 {from} 至 {to} 行',
    en: 'at line {line}, what were lines {from} to {to} are missing',
  },
  auditBroken_missingOne: {
    zh: '原来的第 {from} 行不见了',
    en: 'what was line {from} is missing',
  },
  auditBroken_moved: {
    zh: '第 {line} 行起次序被换过：原来的第 {from} 行现在在第 {to} 行',
    en: 'the order was changed at line {line}: what was line {from} is now line {to}',
  },
  auditBroken_repeated: {
    zh: '第 {line} 行重复了原来的第 {from} 行',
    en: 'line {line} repeats what was line {from}',
  },
  auditBroken_unlinked: {
    zh: '第 {line} 行接不上前一行：前一行被换过，或这一行是另外插入的',
    en: 'line {line} does not follow the one before: that was replaced, or this one was put in',
  },
  auditBroken_cut: {
    zh: '末尾被截掉了：应有的第 {line} 行不在日志里（另外记下的校验码或版本历史的标签里有它）',
    en: 'the end was cut off: line {line} is not there, though a hash kept elsewhere or a tag in the history knows of it',
  },
  evidence_noLine: {
    zh: '日志里没有 {folder} 这次发布：末尾的行被截掉了，或文件夹是另外放进去的',
    en: 'the log has no line for {folder}: lines were cut off at the end, or somebody put the folder there',
  },
  evidence_noFolder: { zh: '第 {line} 行发布的 {folder} 不在了', en: '{folder}, released by line {line}, is gone' },
  evidence_otherSum: {
    zh: '{folder} 的校验码和日志第 {line} 行不一致',
    en: 'the check sum of {folder} is not that of line {line}',
  },
  evidence_fileChanged: { zh: '{folder} 里的 {file} 被改动过', en: '{file} in {folder} was changed' },
  evidence_fileMissing: { zh: '{folder} 里的 {file} 不在了', en: '{file} in {folder} is gone' },
  evidence_fileAdded: { zh: '{folder} 里多了 {file}', en: '{file} in {folder} was added' },
} as const satisfies Record<string, Sentence>;
