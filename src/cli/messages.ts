/**
 * Every sentence of the command line once, in Chinese and English: where, why, and how to mend it. Placeholders are
 * `{name}`; a test holds that both languages use the same ones. What a rule file or a roster is told stands in
 * `model/codes`.
 */
import type { Lang } from '../index.ts';

export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

export const messages = {
  // ---- words
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
  help: { zh: '怎么改', en: 'help' },
  also: { zh: '另见', en: 'see also' },
  didYouMean: { zh: '是不是「{name}」？', en: 'did you mean 「{name}」?' },
  none: { zh: '（无）', en: '(none)' },

  // ---- files
  fileMissing: {
    zh: '找不到文件「{file}」。请核对路径；当前文件夹是 {cwd}',
    en: 'there is no file 「{file}」. Check the path; the current folder is {cwd}',
  },
  fileIsFolder: {
    zh: '「{file}」是文件夹，这里需要一个文件',
    en: '「{file}」 is a folder; a file is needed here',
  },
  fileForbidden: { zh: '没有权限读写「{file}」', en: 'no permission to read or write 「{file}」' },
  fileFailed: { zh: '无法读写「{file}」：{why}', en: '「{file}」 cannot be read or written: {why}' },
  folderMissing: {
    zh: '找不到文件夹「{folder}」。请核对 --rules-dir 或路径',
    en: 'there is no folder 「{folder}」. Check --rules-dir, or the path',
  },
  rulesTooLarge: {
    zh: '规则文件「{file}」有 {size} KB，超过上限 1024 KB。这真是规则文件吗？请拆成几个文件',
    en: 'the rule file 「{file}」 has {size} KB, more than the 1024 KB allowed. Is it a rule file? Split it',
  },
  rulesNotText: {
    zh: '规则文件「{file}」读不出来：{why}',
    en: 'the rule file 「{file}」 cannot be read: {why}',
  },
  readAs: { zh: '{file} 按 {encoding} 编码读取', en: '{file} was read as {encoding}' },

  // ---- rule sets
  noRuleFiles: {
    zh: '在 {folder} 里没有规则文件（.cme）。请指定文件，或用 --rules-dir 指定文件夹',
    en: 'there are no rule files (.cme) in {folder}. Name a file, or a folder with --rules-dir',
  },
  ruleSetUnknown: {
    zh: '没有叫「{name}」的规则，也没有这个文件。{suggestion}在 {folders} 里找到：{found}',
    en: 'there is no rule set or file 「{name}」. {suggestion}Found in {folders}: {found}',
  },
  noneInForce: {
    zh: '「{name}」在 {year} 年 12 月 31 日没有施行中的版本。找到：{found}。可直接写文件路径来使用其中之一',
    en: 'no version of 「{name}」 is in force on 31 December {year}. Found: {found}. Name one by its path to use it anyway',
  },
  ruleSetTwice: {
    zh: '「{code}」版本 {version} 有两个文件：{first} 与 {second}。请写文件路径，或改正其中一个的版本',
    en: 'two files are 「{code}」 version {version}: {first} and {second}. Name one by its path, or mend its version',
  },
  versionUnknown: {
    zh: '「{name}」没有版本或年度「{version}」。找到：{found}',
    en: '「{name}」 has no version or year 「{version}」. Found: {found}',
  },
  notInForce: {
    zh: '{file}（自 {effective} 施行）不是 {year} 年 12 月 31 日施行中的版本，仍按要求使用',
    en: '{file} (effective {effective}) is not the version in force on 31 December {year}; it is used as asked',
  },
  gitMissing: {
    zh: '「{name}」要从 git 读取，但没有 git 命令。请先安装 git',
    en: '「{name}」 is to be read from git, but there is no git command. Install git',
  },
  gitFailed: {
    zh: '从 git 读不到「{name}」：{why}。写法是 版本:从仓库根起的路径，如 HEAD~1:rules/hubei.cme',
    en: '「{name}」 cannot be read from git: {why}. Write REV:path-from-the-root, such as HEAD~1:rules/hubei.cme',
  },
  readingUnknown: {
    zh: '--set：没有叫「{name}」的口径。{suggestion}可设：{known}',
    en: '--set: there is no reading 「{name}」. {suggestion}There are: {known}',
  },
  optionUnknown: {
    zh: '--set：口径「{reading}」没有选项「{name}」。{suggestion}可选：{known}',
    en: '--set: reading 「{reading}」 has no option 「{name}」. {suggestion}There are: {known}',
  },
  setMalformed: {
    zh: '--set「{text}」应写作 口径=选项，如 --set partial_unit=prorate',
    en: '--set 「{text}」 must read READING=OPTION, such as --set partial_unit=prorate',
  },
  setTwice: { zh: '--set：口径「{name}」设了两次', en: '--set: reading 「{name}」 is set twice' },

  // ---- check and fmt
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

  // ---- check --source and --clauses
  saveWithoutSource: {
    zh: '--save-source 要和 --source 一起用：先说明条文在哪个文件',
    en: '--save-source goes with --source, which says where the text is',
  },
  sourceOneRules: {
    zh: '--source 只能核对一个规则文件，这里有 {count} 个。请写明是哪一个，如 cme check hubei --source 条文.txt',
    en: '--source is compared with one rule file; here are {count}. Name it, such as cme check hubei --source text.txt',
  },
  cannotSaveGit: {
    zh: '--save-source 不能记在 git 里的旧版本「{file}」旁边',
    en: '--save-source cannot keep anything beside 「{file}」, which is in git',
  },
  sourceTooLarge: {
    zh: '条文「{file}」有 {size} MB，超过上限 8 MB。请只保留条文本身，存为纯文本',
    en: 'the text 「{file}」 has {size} MB, more than the 8 MB allowed. Keep the regulation itself, as plain text',
  },
  sourceNotText: {
    zh: '条文「{file}」读不出来：{why}条文应是纯文本（.txt，UTF-8 或 GB18030），Word 和 PDF 请先另存为纯文本',
    en: 'the text 「{file}」 cannot be read: {why} It must be plain text (.txt, UTF-8 or GB18030); save Word and PDF as that first',
  },
  sourceNoClauses: {
    zh: '在「{file}」里没有认出条款。条文里每一条应另起一行，如「第一条 ……」',
    en: 'no clauses were recognised in 「{file}」. Each clause of the text begins a line, such as 「第一条 …」',
  },
  sourceCompared: { zh: '已与条文 {file} 核对（{count} 条）', en: 'compared with {file} ({count} clauses)' },
  sourceComparedWithKept: {
    zh: '已与条文 {file} 核对（{count} 条），并与上次记下的 {kept} 比较',
    en: 'compared with {file} ({count} clauses), and with what {kept} kept of it',
  },
  sourceSaved: {
    zh: '已记下各条的指纹：{file}（不含条文；下次 --source 时用来找出改过的条文）',
    en: 'a mark of each clause is kept in {file}, without its words; the next --source tells what has changed',
  },
  marksBroken: {
    zh: '「{file}」不是 --save-source 写的文件，无法比较。请恢复或删去它，再用 --save-source 重新记下',
    en: '「{file}」 is not what --save-source writes. Restore or delete it, then keep the text again by --save-source',
  },
  clausesFormat: {
    zh: '--clauses 只用于 --format text 和 json',
    en: '--clauses goes with --format text and json only',
  },
  clause: { zh: '条款', en: 'clause' },
  clauseState: { zh: '处理', en: 'state' },
  clauseExamples: { zh: '用例', en: 'examples' },
  clauseBy: { zh: '规则或理由', en: 'rules, or the reason' },
  clauseEncoded: { zh: '有规则', en: 'encoded' },
  clauseWithin: { zh: '规则在下级', en: 'within it' },
  clauseUncomputed: { zh: '不计算', en: 'not computed' },
  clauseAround: { zh: '只引上级', en: 'around it' },
  clauseOpen: { zh: '没有处理', en: 'open' },
  clauseUnregistered: { zh: '{clause}（未登记）', en: '{clause} (not registered)' },
  clauseSection: { zh: '{line} 行 {words}', en: 'line {line} {words}' },
  clauseMore: { zh: '另有 {count} 节', en: '{count} more' },

  // ---- eval
  exportRefused: {
    zh: '这些规则不能准确地写成 {form}，没有导出：{what}。请改用 cme eval 计算，或改写这些规则',
    en: 'these rules cannot be said exactly in {form}, and nothing is exported: {what}. Evaluate with cme eval, or write them in another way',
  },
  exportNeedsOut: {
    zh: 'Word 文件不能写到屏幕上；请用 --out 指定文件，例如 --out rules.{form}',
    en: 'a Word file cannot be written to the screen; name a file with --out, as --out rules.{form}',
  },
  notAnExport: {
    zh: '「{file}」不是 cme export --to jsonlogic 或 --to sql 导出的文件，或其中有导出文件不会有的内容；请重新导出',
    en: '「{file}」 was not made by cme export --to jsonlogic or --to sql, or holds what no such file does; export it again',
  },
  vectorDiffers: {
    zh: '不一致：「{vector}」的 {of} 应为 {expected}，得到 {got}',
    en: 'they differ: of 「{vector}」, {of} should be {expected} and is {got}',
  },
  vectorsAgree: {
    zh: '一致：{name} 的 {vectors} 组检验数据结果全部相同（规则校验码 {hash}）',
    en: 'they agree: all {vectors} vectors of {name} (rules {hash})',
  },
  vectorsUnreached: {
    zh: '另有 {count} 处规则没有检验数据触及，见文件里的 unreached',
    en: '{count} lines of the rules are reached by no vector: see `unreached` in the file',
  },
  exportChanged: {
    zh: '校验码不符：文件在导出以后改动过（年度除外）；请重新导出',
    en: 'the checksum is another: something beside the year was changed since it was exported; export it again',
  },
  ranOn: { zh: '运行于：{engine}', en: 'ran on: {engine}' },
  ranOnAll: { zh: '运行于：{engine}；核对了 {count} 项结果', en: 'ran on: {engine}; {count} results compared' },
  engineElsewhere: {
    zh: '「{file}」是 {dialect} 的 SQL，要在它自己的引擎上核对，没有运行。请用 --via 说明怎样启动它：cme verify {file} --via "{command}"；或用 --script 写出脚本，拿到那里去运行',
    en: '「{file}」 is SQL for {dialect} and can be verified there only; nothing was run. Say with --via how to start it: cme verify {file} --via "{command}"; or write a script with --script, and run it there',
  },
  engineFailed: {
    zh: '在 {engine} 上没有运行完：{why}',
    en: 'on {engine} it did not come to its end: {why}',
  },
  duckdbMissing: {
    zh: '没有安装 DuckDB（npm 的 @duckdb/node-api）。请安装，或用 --via duckdb 由它的命令行运行',
    en: 'DuckDB is not installed (@duckdb/node-api of npm). Install it, or run by its own shell with --via duckdb',
  },
  verifyScript: {
    zh: '脚本已写入 {file}。请在那里运行：最后的结果里有「differs」的行就是不一致之处；一行都没有，就是全部一致',
    en: 'the script is in {file}. Run it there: each line of its last result with 「differs」 is a difference; without one, all agree',
  },
  dialectMissing: {
    zh: '请用 --dialect 说明是哪一种 SQL：duckdb、spark 或 postgres',
    en: 'say with --dialect which SQL: duckdb, spark or postgres',
  },
  yearMissing: {
    zh: '不知道按哪一年评定：数据里没有 year（年度）。请加 --year，如 --year 2025',
    en: 'which year? The data has no year. Add --year, such as --year 2025',
  },
  yearMalformed: { zh: '--year「{text}」不是四位数的年份', en: '--year 「{text}」 is no year of four digits' },
  yearOverrides: {
    zh: '数据写的是 {data} 年，按 --year {year} 评定',
    en: 'the data says {data}; it is evaluated for --year {year}',
  },
  rulesHaveErrors: {
    zh: '规则文件有 {count} 个错误，未作评定；请先改正',
    en: 'the rule file has {count} errors, so nothing was evaluated; mend them first',
  },
  fieldUnknown: {
    zh: '--by：人员没有叫「{name}」的字段。{suggestion}可用：{known}',
    en: '--by: practitioners have no field 「{name}」. {suggestion}There are: {known}',
  },
  byHidden: {
    zh: '--by：「{name}」要被 --mask 隐藏，不能用来分组',
    en: '--by: 「{name}」 is what --mask hides; choose another field',
  },
  outEnding: {
    zh: '--out「{file}」应以 .json、.ndjson、.csv、.xlsx、.parquet 或 .duckdb 结尾',
    en: '--out 「{file}」 must end in .json, .ndjson, .csv, .xlsx, .parquet or .duckdb',
  },
  sheetFull: {
    zh: '结果超过 1048575 行，一张工作表放不下；--out「{file}」请改用 .csv 或 .parquet',
    en: 'the results have more than 1048575 rows, which no sheet holds; for --out 「{file}」 use .csv or .parquet',
  },
  globEmpty: {
    zh: '没有文件符合「{pattern}」。请核对路径；当前文件夹是 {cwd}',
    en: 'no file is named as 「{pattern}」. Check the path; the current folder is {cwd}',
  },
  globKind: {
    zh: '「{file}」不是 CSV 或 Parquet；几个文件一起计算时只能是这两种',
    en: '「{file}」 is neither CSV nor Parquet; only these can be evaluated several at once',
  },
  raggedAmong: {
    zh: '「{file}」有的行单元格数与首行不同；请单独计算这个文件，看是哪些行',
    en: 'in 「{file}」 some rows have more or fewer cells than the first; evaluate this file by itself to see which',
  },
  digitsLost: {
    zh: '「{file}」的列 {column} 是浮点数，有的值超过十五位，末尾的数字已丢失；请把编号存为文本',
    en: 'column {column} of 「{file}」 holds binary fractions beyond fifteen digits, whose last digits are lost; store ids as text',
  },
  tooManyRows: {
    zh: '「{file}」有 {rows} 行，这个命令整个读入，最多 {most} 行；请先选出要看的人员',
    en: '「{file}」 has {rows} rows; this command holds them whole, {most} at most. Pick the practitioners to look at first',
  },
  duckdbRead: { zh: 'DuckDB 读不了「{file}」：{why}', en: 'DuckDB cannot read 「{file}」: {why}' },
  databaseUnreadable: {
    zh: '「{file}」不是 DuckDB 数据库，或另有程序正在写它',
    en: '「{file}」 is no DuckDB database, or another program is writing to it',
  },
  databaseTables: {
    zh: '「{file}」里没有名为 records 的表（有：{known}）。请放一张 records 表，人员可另放 practitioners 表',
    en: '「{file}」 has no table records (it has: {known}). Give it one, and practitioners beside it if you like',
  },
  duckdbNeeded: {
    zh: '这里要用 DuckDB，而它没有安装（npm 的 @duckdb/node-api）。请运行 npm install @duckdb/node-api，或改用 CSV、JSON 和 --engine js',
    en: 'DuckDB is needed here and is not installed (@duckdb/node-api of npm). Run npm install @duckdb/node-api, or use CSV, JSON and --engine js',
  },
  engineForm: {
    zh: '「{file}」由 js 引擎整个读入；--engine duckdb 用于 CSV、Parquet 和 DuckDB 数据库',
    en: '「{file}」 is read whole by the js engine; --engine duckdb is for CSV, Parquet and DuckDB databases',
  },
  engineRefused: {
    zh: '这份规则不能准确写成 SQL，duckdb 引擎算不了：{what}。请改用 --engine js',
    en: 'these rules cannot be said exactly in SQL, so the duckdb engine cannot reckon them: {what}. Use --engine js',
  },
  engineAsked: { zh: '{records} 行，引擎 {engine}', en: '{records} rows, engine {engine}' },
  engineCannot: {
    zh: '{records} 行，引擎 js：这份规则不能准确写成 SQL',
    en: '{records} rows, engine js: these rules cannot be said exactly in SQL',
  },
  engineWordy: {
    zh: '{records} 行，由 DuckDB 读取，js 计算：提示和口径不在 SQL 里（--out 用 .csv、.parquet 或 .duckdb 则全用 SQL）',
    en: '{records} rows, read by DuckDB and reckoned by js: notices and readings are not in the SQL (with --out .csv, .parquet or .duckdb it is SQL throughout)',
  },
  engineQuicker: {
    zh: '{records} 行，引擎 {engine}：按实测估计 js 约 {js} 秒，duckdb（{cores} 核）约 {sql} 秒',
    en: '{records} rows, engine {engine}: by what was measured js takes some {js} s, duckdb ({cores} cores) some {sql} s',
  },
  staging: { zh: '正在由 DuckDB 读入…', en: 'reading by DuckDB…' },
  workersMalformed: {
    zh: '--workers「{text}」应写成 1 到 {most} 的整数',
    en: '--workers 「{text}」 must be a whole number from 1 to {most}',
  },
  memoryMalformed: {
    zh: '--memory「{text}」应写成 2GB、800MB 这样，至少 256MB',
    en: '--memory 「{text}」 must be as 2GB or 800MB, 256MB at least',
  },
  recordsWord: { zh: '行', en: 'rows' },
  interruptedAt: {
    zh: '已中断；{done} 人已计算，结果没有写出',
    en: 'interrupted; {done} people were reckoned, and no result was written',
  },
  outIsInput: {
    zh: '--out「{file}」就是数据文件本身，不会覆盖；请另取文件名',
    en: '--out 「{file}」 is the data itself and is not overwritten; choose another name',
  },
  written: { zh: '结果已写入 {file}', en: 'the results are in {file}' },
  stdinTwice: { zh: '标准输入（-）只能读一次', en: 'standard input (-) can be read once only' },
  stdin: { zh: '标准输入', en: 'standard input' },
  moreOfThese: { zh: '同样的还有 {count} 处', en: '{count} more of these' },
  recordFaulty: { zh: '记录 {id} 未计分：{detail}', en: 'record {id} earned nothing: {detail}' },
  interrupted: {
    zh: '已中断：评定了 {done} / {total} 人',
    en: 'interrupted: {done} of {total} practitioners evaluated',
  },
  evaluating: { zh: '评定', en: 'evaluating' },
  people: { zh: '人', en: 'people' },

  // ---- tables of eval
  practitioner: { zh: '人员', en: 'practitioner' },
  status: { zh: '结论', en: 'status' },
  credits: { zh: '学分', en: 'credits' },
  required: { zh: '要求', en: 'required' },
  shortfall: { zh: '差', en: 'short' },
  missing: { zh: '还缺什么', en: 'what is missing' },
  met: { zh: '达标', en: 'met' },
  unmet: { zh: '未达标', en: 'unmet' },
  exempt: { zh: '免除', en: 'exempt' },
  madeUp: { zh: '补学后达标', en: 'met by make-up' },
  ofRequired: { zh: '{name}：{earned} / {required}', en: '{name}: {earned} / {required}' },
  faultyRecords: { zh: '{count} 条记录有误', en: '{count} faulty records' },
  ruleset: { zh: '{label} {version}　{year} 年度', en: '{label} {version}, {year}' },
  readings: { zh: '口径：{list}', en: 'readings: {list}' },
  summary: {
    zh: '{practitioners} 人：达标 {met}，未达标 {unmet}，免除 {exempt}；有误的记录 {invalid_records} 条',
    en: '{practitioners} practitioners: {met} met, {unmet} unmet, {exempt} exempt; {invalid_records} faulty records',
  },
  invalidRecords: { zh: '有误的记录', en: 'faulty records' },
  count: { zh: '人数', en: 'count' },
  noValue: { zh: '（未填）', en: '(none)' },
  notices: { zh: '提示（{count} 条）', en: 'notices ({count})' },
  moreNotices: { zh: '……另有 {count} 条，见 --format json', en: '… {count} more; see --format json' },

  // ---- explain
  practitionerUnknown: {
    zh: '数据里没有编号为「{id}」的人员。{suggestion}共 {count} 人',
    en: 'there is no practitioner 「{id}」 in the data. {suggestion}It holds {count}',
  },
  practitionerTwice: {
    zh: '编号「{id}」的人员有 {count} 个，说明的是第一个',
    en: 'there are {count} practitioners 「{id}」; the first is explained',
  },
  explained: { zh: '{id} 的 {year} 年度学分是怎么算的', en: 'How the credits of {id} for {year} were reckoned' },
  explainPeriod: { zh: '期间 {from} 至 {to}', en: 'period {from} to {to}' },
  recordsHeading: { zh: '一、逐条记录', en: '1. Record by record' },
  categoriesHeading: { zh: '二、按类别汇总', en: '2. By category' },
  totalHeading: { zh: '三、合计与要求', en: '3. Total and requirement' },
  noticesHeading: { zh: '四、提示', en: '4. Notices' },
  noRecords: { zh: '没有记录', en: 'no records' },
  recordFiled: { zh: '归入 {item}', en: 'filed under {item}' },
  recordCounts: { zh: '→ 计入 {credits} 学分', en: '→ counts {credits} credits' },
  recordNothing: { zh: '→ 计 0 学分：{detail}', en: '→ counts 0 credits: {detail}' },
  stepGains: { zh: '得 {credits} 学分', en: 'earns {credits} credits' },
  stepLoses: { zh: '减去 {lost} 学分', en: 'takes {lost} credits' },
  stepStands: { zh: '为 {credits} 学分', en: 'stands at {credits} credits' },
  categoryLine: {
    zh: '{label}：封顶前 {raw}，计入 {credits} 学分',
    en: '{label}: {raw} before caps, {credits} credits count',
  },
  totalLine: { zh: '合计 {credits} 学分', en: 'total {credits} credits' },
  requirementMet: { zh: '{name}：已得 {earned}，要求 {required}，达到', en: '{name}: {earned} of {required}, met' },
  requirementUnmet: {
    zh: '{name}：已得 {earned}，要求 {required}，还差 {short}',
    en: '{name}: {earned} of {required}, {short} short',
  },
  verdict: { zh: '结论：{status}', en: 'result: {status}' },
  verdictShort: { zh: '结论：{status}，还差 {shortfall} 学分', en: 'result: {status}, {shortfall} credits short' },
  readingsUsed: { zh: '用到的口径：{list}', en: 'readings that mattered: {list}' },

  // ---- plan
  asOfMalformed: {
    zh: '--as-of：「{text}」不是日期，应写成 2025-11-22 这样',
    en: '--as-of: 「{text}」 is no date; write it as 2025-11-22',
  },
  asOfOutside: {
    zh: '--as-of：{day} 不在 {year} 年度里。请写这一年的某一天，或用 --year 换一年',
    en: '--as-of: {day} is not a day of {year}. Give a day of that year, or another --year',
  },
  planUncounted: {
    zh: '这个人的数据太大，无法精确计算，所以给不出办法',
    en: 'the numbers of this practitioner are too large to be reckoned exactly: no plan can be given',
  },
  planMet: {
    zh: '{id}：{year} 年度已达标（{credits} 学分），不缺什么',
    en: '{id}: met for {year} ({credits} credits); nothing is missing',
  },
  planExempt: {
    zh: '{id}：{year} 年度免除要求（已有 {credits} 学分），不缺什么',
    en: '{id}: exempt for {year} ({credits} credits); nothing is missing',
  },
  planShort: {
    zh: '{id}：{year} 年度未达标，已有 {credits} 学分，要求 {required}，还差 {shortfall} 学分',
    en: '{id}: not met for {year}: {credits} credits of {required}, {shortfall} short',
  },
  planUnmet: {
    zh: '{id}：{year} 年度未达标，学分已够（{credits}），还有别的要求没有达到',
    en: '{id}: not met for {year}: the credits suffice ({credits}), another requirement does not',
  },
  planAsOf: {
    zh: '截至 {from}，到年底连当天还有 {days} 天',
    en: 'as of {from}: {days} days are left, that one included',
  },
  planAhead: {
    zh: '{from} 以后的 {count} 条记录还没有做完，没有计入：{list}',
    en: '{count} records after {from} are not done yet and were left out: {list}',
  },
  planMissing: { zh: '还缺什么', en: 'What is missing' },
  planLine: {
    zh: '{name}：已得 {earned}，要求 {required}，还差 {lacks} {unit}',
    en: '{name}: {earned} of {required}, {lacks} {unit} short',
  },
  planLineMost: {
    zh: '{name}：已得 {earned}，至多 {required}，超出了',
    en: '{name}: {earned}, at most {required}: exceeded',
  },
  planBinding: { zh: '（补起来最费力的一项）', en: ' (the one that takes most)' },
  planLeastHours: { zh: '最省时间的办法：合计 {hours} 小时', en: 'The least effort: {hours} hours in all' },
  planLeastCounted: {
    zh: '最省力的办法：单靠有时长的活动补不够，还要别的',
    en: 'The least effort: activities measured in time do not suffice',
  },
  planBest: {
    zh: '找到的办法（未穷尽，可能还有更省的）：合计 {hours} 小时',
    en: 'The best found (not exhaustive: there may be less): {hours} hours in all',
  },
  planBestCounted: {
    zh: '找到的办法（未穷尽，可能还有更省的），有的活动不按小时计',
    en: 'The best found (not exhaustive: there may be less), not all of it measured in hours',
  },
  planAfter: { zh: '做完后共 {credits} 学分，达标', en: 'then {credits} credits: met' },
  planNoWay: {
    zh: '规则所列的活动，今年余下的都加上也补不够',
    en: 'Nothing that the rules list can still close the gap this year',
  },
  planNoneFound: {
    zh: '没有找到补够的办法（未穷尽，不等于没有）',
    en: 'No way was found (not exhaustive: there may be one)',
  },
  planTimed: { zh: '只做一种，要多少小时', en: 'One kind alone, by its hours' },
  planCounted: { zh: '只做一种，不按小时计的', en: 'One kind alone, not measured in hours' },
  planPartial: { zh: '有用，但只做这一种补不够', en: 'Of use, but not enough alone' },
  planUseless: { zh: '再做也不加分', en: 'What would not help' },
  planGains: { zh: '得 {credits} 学分', en: 'earns {credits} credits' },
  planGainsMost: { zh: '至多再得 {credits} 学分', en: '{credits} credits more at most' },
  planProjects: { zh: '分 {times} 个项目', en: 'in {times} projects' },
  planTimes: { zh: '分 {times} 次', en: 'in {times} activities' },
  planCap: { zh: '受「{cap}」所限', en: 'limited by 「{cap}」' },
  planCapYear: { zh: '{owner}，每年至多 {limit} 学分', en: '{owner}, {limit} credits a year at most' },
  planCapCycle: { zh: '{owner}，每周期至多 {limit} 学分', en: '{owner}, {limit} credits a cycle at most' },
  planFull: { zh: '「{cap}」已满', en: '「{cap}」 is full' },
  planDays: { zh: '到年底的天数不够', en: 'too few days are left' },
  planDone: { zh: '与已有的记录相加，不再多得', en: 'beside what was done it adds nothing' },
  planMore: { zh: '……另有 {count} 种，见 --format json', en: '… {count} more; see --format json' },

  // ---- readings
  surveyHang: {
    zh: '{all} 人中有 {count} 人的结论取决于口径怎么选：{names}',
    en: 'of {all} practitioners the verdict of {count} hangs on a reading: {names}',
  },
  surveyNoneHang: {
    zh: '{all} 人里，没有人的结论取决于口径怎么选',
    en: 'of {all} practitioners nobody’s verdict hangs on a reading',
  },
  surveyWithout: {
    zh: '无论选哪个、也无论和哪个一起改，试下来对谁都没有影响的口径：{list}',
    en: 'Whichever option is taken, alone or beside another, these readings were found to matter to nobody: {list}',
  },
  surveyMatter: {
    zh: '一次只改一种口径，会有人的结果改变：',
    en: 'One reading changed at a time, somebody’s result changes:',
  },
  surveyOption: { zh: '改选', en: 'changed to' },
  surveyChanged: { zh: '结论或学分变', en: 'verdict or credits' },
  surveyWorse: { zh: '达标→未达标', en: 'met to unmet' },
  surveyBetter: { zh: '未达标→达标', en: 'unmet to met' },
  surveyOther: { zh: '涉及免除', en: 'to or from exempt' },
  surveyShort: { zh: '所差学分变', en: 'shortfall' },
  surveyVerdicts: { zh: '改选 {option}：{who}', en: 'with {option}: {who}' },
  surveyToUnmet: { zh: '{count} 人由达标变为未达标（{names}）', en: '{count} from met to unmet ({names})' },
  surveyToMet: { zh: '{count} 人由未达标变为达标（{names}）', en: '{count} from unmet to met ({names})' },
  surveyToOther: { zh: '{count} 人是否免除随之改变（{names}）', en: '{count} to or from exempt ({names})' },
  surveyAndMore: { zh: '{shown}……', en: '{shown} …' },
  surveyNobody: {
    zh: '单改这些，不影响任何人的结论、学分和所差学分：{list}',
    en: 'Alone, these matter to nobody: {list}',
  },
  surveyPairs: {
    zh: '单改其一都不变，两种一起改才变的结论：',
    en: 'Verdicts that neither changes alone, and two change together:',
  },
  surveyNoPairs: {
    zh: '没有人的结论要两种口径一起改才变。',
    en: 'Nobody’s verdict takes two readings together to change.',
  },
  surveyPair: { zh: '  {options}：{who}', en: '  {options}: {who}' },
  surveyAllPairs: {
    zh: '（{tried} 对口径都试过；三种以上一起改的没有试）',
    en: '(all {tried} pairs were tried; three or more together were not)',
  },
  surveyNotAll: {
    zh: '未穷尽：{of} 对口径里试了 {tried} 对，影响人数多的在先；三种以上一起改的没有试',
    en: 'not exhaustive: {tried} of {of} pairs were tried, those that matter to most first; three or more together were not',
  },

  // ---- test
  examplePassed: {
    zh: '{files} 个规则文件，{passed} 个用例全部通过',
    en: '{files} rule files: all {passed} examples pass',
  },
  exampleSummary: { zh: '用例：通过 {passed}，未通过 {failed}', en: 'examples: {passed} passed, {failed} failed' },
  exampleFailed: { zh: '未通过', en: 'failed' },
  exampleExpected: { zh: '期望', en: 'expected' },
  exampleActual: { zh: '实际', en: 'actual' },
  noExamples: { zh: '没有用例', en: 'there are no examples' },
  coverageHeading: { zh: '用例覆盖', en: 'coverage by examples' },
  covered_award: { zh: '授予', en: 'awards' },
  covered_gate: { zh: '条件', en: 'gates' },
  covered_cap: { zh: '上限', en: 'caps' },
  covered_deem: { zh: '视同完成', en: 'deemed completions' },
  covered_exception: { zh: '除外', en: 'exceptions' },
  covered_requirement: { zh: '要求', en: 'requirements' },
  covered_makeup: { zh: '补学', en: 'make-up' },
  covered_notice: { zh: '提示', en: 'notices' },
  covered_carry: { zh: '结转', en: 'carry-over' },
  covered_reading: { zh: '口径的选项', en: 'options of readings' },
  covered_clause: { zh: '条款', en: 'clauses' },
  uncovered: { zh: '没有用例的', en: 'without an example' },

  mutating: { zh: '试改', en: 'changing' },
  changes: { zh: '处', en: 'places' },
  mutantsFailing: {
    zh: '{file} 的用例「{name}」没有通过，看不出改动有没有被发现；请先运行 cme test 改正',
    en: 'example 「{name}」 of {file} fails, so that it cannot tell a change; run cme test first',
  },
  mutantChanged: {
    zh: '{file}：没有用例发现：第 {line} 行的「{before}」改成「{after}」',
    en: '{file}: no example notices if 「{before}」 in line {line} were 「{after}」',
  },
  mutantDropped: {
    zh: '{file}：没有用例发现：第 {line} 行去掉「{before}」',
    en: '{file}: no example notices if 「{before}」 in line {line} were left out',
  },
  mutantPaste: { zh: '加上这个用例就能发现：', en: 'This example would:' },
  mutantPerhaps: {
    zh: '也没有找到能分辨两者的用例：也许两种写法等价',
    en: 'nor was an example found that tells the two apart: perhaps they mean the same',
  },
  mutantSummary: {
    zh: '试改 {all} 处：用例发现 {killed}，没有发现 {survived}，判为等价 {equivalent}',
    en: '{all} changes: {killed} noticed by examples, {survived} not, {equivalent} proven to mean the same',
  },
  mutantsUntried: {
    zh: '未穷尽：时间到了，还有 {untried} 处没有试',
    en: 'not exhaustive: time is up, and {untried} changes were not tried',
  },

  // ---- diff
  sideHasErrors: {
    zh: '无法比较：{names} 有错误，没有结果；请先改正',
    en: 'nothing to compare: {names} has errors, and there is no result; mend them first',
  },
  diffWithoutData: {
    zh: '--practitioners 要和 --data 一起用',
    en: '--practitioners needs --data beside it',
  },
  failOnUnknown: {
    zh: '--fail-on：没有「{name}」这一种。{suggestion}可用：{known}',
    en: '--fail-on: there is no 「{name}」. {suggestion}There are: {known}',
  },
  rostersDiffer: {
    zh: '按新旧两套字段读出来的人数不同，无法逐人对照；请先统一名册的列名',
    en: 'the two sides read different numbers of practitioners from the data, so that they cannot be compared one by one; name the columns for both',
  },
  recordFaultyBefore: {
    zh: '记录 {id} 在旧规则下未计分：{detail}',
    en: 'record {id} earned nothing under the old rules: {detail}',
  },
  effect_stricter: { zh: '收紧', en: 'stricter' },
  effect_looser: { zh: '放宽', en: 'looser' },
  effect_mixed: { zh: '有增有减', en: 'mixed' },
  effect_neutral: { zh: '不影响结果', en: 'no effect' },
  effect_unknown: { zh: '无法判定', en: 'unknown' },
  diffCount: { zh: '{effect} {count} 处', en: '{count} {effect}' },
  diffAndNeutral: { zh: '{told}，另有 {neutral} 处不影响结果', en: '{told}; {neutral} more with no effect' },
  diffSame: { zh: '两边含义相同', en: 'both sides mean the same' },
  diffNeutral: {
    zh: '含义相同：{neutral} 处改动都不影响结果',
    en: 'the same in meaning: {neutral} changes, all with no effect',
  },
  diffOpen: {
    zh: '没有找到影响结果的改动，但也没能证明两边含义相同（另有 {neutral} 处不影响结果）',
    en: 'nothing was found to differ in meaning, nor proven to be the same ({neutral} changes with no effect)',
  },
  diffNotExhausted: {
    zh: '未穷尽：到了计算量的限度，有的改动没有查到底',
    en: 'not exhaustive: a bound was reached before every change was searched to the end',
  },
  diffClause: { zh: '（{clause}）', en: ' ({clause})' },
  diffBefore: { zh: '原：{line}', en: 'before: {line}' },
  diffAfter: { zh: '现：{line}', en: 'after:  {line}' },
  diffStill: { zh: '写法未变：{line}', en: 'worded as before: {line}' },
  diffNothing: { zh: '（无）', en: '(none)' },
  diffCounter: { zh: '也有人得益：', en: 'and somebody gains:' },
  diffUnknown: {
    zh: '既没有找到结果不同的人，也没能证明不影响结果，请人工核对',
    en: 'nobody was found for whom it makes a difference, nor was it proven to make none; look at it yourself',
  },
  diffUnknownShown: {
    zh: '上例的结果不同；别人的结果会不会反过来，没能证明，请人工核对',
    en: 'it makes the difference shown; whether it goes the other way for others was not proven; look at it yourself',
  },
  diffNobodyGains: {
    zh: '已证明没有人因此得益；实际受损的人没有找到，请人工核对',
    en: 'proven that nobody gains by it; nobody who loses was found; look at it yourself',
  },
  diffNobodyLoses: {
    zh: '已证明没有人因此受损；实际得益的人没有找到，请人工核对',
    en: 'proven that nobody loses by it; nobody who gains was found; look at it yourself',
  },
  contrastWho: { zh: '例如 {year} 年：{who}', en: 'for instance in {year}: {who}' },
  anybody: { zh: '任一人员', en: 'any practitioner' },
  contrastAlone: {
    zh: '原来 {before}；只改这一处，{after}（其他改动另有影响，合起来不是这个数）',
    en: 'before {before}; with this change alone {after} (other changes bear on it, so that together it is not that)',
  },
  contrastResults: { zh: '原来 {before}；现在 {after}', en: 'before {before}; after {after}' },
  sideWell: {
    zh: '{credits} 学分（要求 {required}），{status}',
    en: '{credits} credits ({required} required), {status}',
  },
  sideShort: {
    zh: '{credits} 学分（要求 {required}），{status}，差 {shortfall}',
    en: '{credits} credits ({required} required), {status}, {shortfall} short',
  },
  impactHead: {
    zh: '以 {year} 年名册测算，{practitioners} 人：',
    en: 'On the roster for {year}, {practitioners} practitioners:',
  },
  impactNone: { zh: '没有人的结果改变', en: 'nobody’s result changes' },
  impactCounts: {
    zh: '{changed} 人的结论或学分改变：{met_to_unmet} 人由达标变为未达标，{unmet_to_met} 人由未达标变为达标；{lost} 人总分下降，{gained} 人总分上升；{shortfalls} 人所差学分改变',
    en: '{changed} with another verdict or other credits: {met_to_unmet} from met to unmet, {unmet_to_met} from unmet to met; {lost} with fewer credits, {gained} with more; {shortfalls} short by another amount',
  },
  impactOther: { zh: '{count} 人是否免除随之改变', en: '{count} to or from exempt' },
  impactLost: { zh: '少 {amount}：{practitioners} 人', en: '{amount} fewer: {practitioners}' },
  impactGained: { zh: '多 {amount}：{practitioners} 人', en: '{amount} more: {practitioners}' },
  bandUnder: { zh: '不足 {below} 学分', en: 'less than {below} credits' },
  bandBetween: { zh: '{from} 至不足 {below} 学分', en: '{from} to less than {below} credits' },
  bandOver: { zh: '{from} 学分以上', en: '{from} credits or more' },
  impactMost: { zh: '变化最大的：', en: 'The most affected:' },
  impactBefore: { zh: '原来', en: 'before' },
  impactAfter: { zh: '现在', en: 'after' },

  // ---- conform
  noBaseline: {
    zh: '「{name}」没有上位规则，没有可对照的。请用「上位」写明它依据哪一份',
    en: '「{name}」 stands on no baseline, so that there is nothing to hold it against. Name one with 上位',
  },
  conformSummary: {
    zh: '{province} 对照 {baseline}：不允许的 {refused} 处，允许的差别 {granted} 处，一致的 {same} 处',
    en: '{province} against {baseline}: {refused} not allowed, {granted} differences that are, {same} the same',
  },
  conformRefused: { zh: '一、不允许的', en: '1. Not allowed' },
  conformGranted: { zh: '二、允许的差别', en: '2. Differences that are allowed' },
  conformNoted: { zh: '三、结果一致，换一种口径就不一致的', en: '3. The same, but not under another reading' },
  conformSilent: {
    zh: '另有 {count} 处差别不影响结果（口径、字段、提示和采用的口径下不起作用的行），--all 可逐处列出',
    en: '{count} more with no effect (readings, fields, notices, and lines that do nothing under the readings adopted); --all lists them',
  },
  conformSide: { zh: '{name}：{line}', en: '{name}: {line}' },
  conformWith: { zh: '{word}（{effect}）', en: '{word} ({effect})' },
  conformResults: {
    zh: '这一处照{baseline}：{before}；照{province}：{after}',
    en: 'here as in {baseline}: {before}; as in {province}: {after}',
  },
  relation_added: { zh: '增加', en: 'added' },
  relation_missing: { zh: '缺少', en: 'missing' },
  refused_stricter: {
    zh: '{baseline}在这一节没有写「开放 从严」或「开放 自定」，不能收紧',
    en: '{baseline} has neither 开放 从严 nor 开放 自定 in this section, so it may not be made stricter',
  },
  refused_looser: {
    zh: '{baseline}在这一节没有写「开放 自定」，不能放宽',
    en: '{baseline} has no 开放 自定 in this section, so it may not be made looser',
  },
  refused_added: {
    zh: '{baseline}没有为它写「开放 增补」或「开放 自定」（行看所在的节，条目看所在的类别，整节看规则一节），不能增加',
    en: '{baseline} has neither 开放 增补 nor 开放 自定 for it (of its section for a line, of its 类别 for a 条目, of 规则 for a whole section), so it may not be added',
  },
  refused_missing: {
    zh: '{baseline}在这一节没有写「开放 自定」，不能去掉',
    en: '{baseline} has no 开放 自定 in this section, so it may not be left out',
  },
  note_mixed: { zh: '有人得益，也有人受损', en: 'somebody gains and somebody loses' },
  note_unknown: {
    zh: '没能全部判定对结果的影响，请人工核对',
    en: 'its effect could not be settled in every respect: look at it yourself',
  },
  conformHeld: { zh: '按放宽看待', en: 'it is held to be looser' },
  note_alone: {
    zh: '单看上位规则：与别的条目合看时分不出是哪一条的影响',
    en: 'seen within the baseline alone: beside the other items it cannot be told whose effect it is',
  },
  note_reading: {
    zh: '口径「{reading}」采用「{option}」时：{effect}',
    en: 'with {option} for the reading {reading}: {effect}',
  },

  // ---- usage
  unknownCommand: {
    zh: '没有「{name}」这个命令。{suggestion}命令有：{known}',
    en: 'there is no command 「{name}」. {suggestion}There are: {known}',
  },
  unknownOption: {
    zh: '没有「{name}」这个选项。{suggestion}{see}',
    en: 'there is no option 「{name}」. {suggestion}{see}',
  },
  missingArgument: { zh: '缺少参数 {name}。{see}', en: 'argument {name} is missing. {see}' },
  missingValue: { zh: '选项 {name} 后面要写值。{see}', en: 'option {name} needs a value. {see}' },
  missingOption: { zh: '必须给出 {name}。{see}', en: '{name} must be given. {see}' },
  invalidValue: {
    zh: '「{value}」不能用于 {name}，可用：{known}。{see}',
    en: '「{value}」 is no value for {name}; there are: {known}. {see}',
  },
  tooMany: { zh: '参数太多：{names}。{see}', en: 'too many arguments: {names}. {see}' },
  missingCommand: {
    zh: '要做什么？命令有：{known}。用法见 cme --help',
    en: 'which command? There are: {known}. See cme --help',
  },
  // ---- across
  acrossRules: {
    zh: '请写两套到 {most} 套规则，最后写名册，如 cme across hubei national 名册.csv --practitioner p1',
    en: 'name two to {most} rule sets and then the roster, such as cme across hubei national roster.csv --practitioner p1',
  },
  acrossHead: { zh: '{id} 的 {year} 年度，按 {count} 套规则', en: '{id} in {year}, under {count} rule sets' },
  acrossSame: {
    zh: '{other} 与 {first}：每条记录的学分和要求都相同',
    en: '{other} and {first}: the same credits for each record, and the same requirement',
  },
  acrossApart: {
    zh: '{other} 与 {first} 相比：学分 {credits}，要求 {required}',
    en: '{other} against {first}: {credits} credits, {required} required',
  },
  acrossRecord: { zh: '{record}：{before} → {after}（{by}）', en: '{record}: {before} → {after} ({by})' },
  acrossNothing: { zh: '没有减', en: 'nothing is taken' },
  acrossRest: { zh: '不属于哪条记录的（结转）：{by}', en: 'of no record (carried over): {by}' },
  acrossUnknown: {
    zh: '{name} 没有这些字段，没有用到，也没有猜：{list}',
    en: '{name} has no such fields; they were not used, nor guessed: {list}',
  },
  acrossUnlike: {
    zh: '{name} 有同名的字段，但类型或单位不同，请核对：{list}',
    en: '{name} has fields of the same name and another type or unit: {list}',
  },
  acrossRoster: {
    zh: '{year} 年度，{practitioners} 人，按 {count} 套规则',
    en: '{practitioners} practitioners in {year}, under {count} rule sets',
  },
  acrossAgree: { zh: '没有人的结论因规则不同而不同', en: 'nobody is judged differently' },
  acrossDivided: { zh: '{count} 人的结论因规则不同而不同', en: '{count} are judged differently' },
  acrossMore: { zh: '……另有 {count} 人，见 --format json', en: '… {count} more; see --format json' },

  // ---- release and audit
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

  // ---- cme edit
  editing: {
    zh: '正在编辑 {folder} 里的规则。浏览器没有打开的话，把上面的网址整行复制到地址栏；它只在本机有效，按 Ctrl+C 结束',
    en: 'editing the rules in {folder}. If no browser opens, copy the whole address above into one; it works on this machine only. Ctrl-C ends it',
  },
  editorNotBuilt: {
    zh: '「{folder}」里没有编辑器。请先运行 npm run build，或用 npm start 一并完成',
    en: 'there is no editor in 「{folder}」. Run npm run build first, or npm start, which does both',
  },
  portTaken: {
    zh: '端口 {port} 已被占用。请换一个，或不写 --port',
    en: 'port {port} is taken. Name another, or leave --port out',
  },
  portMalformed: {
    zh: '「{text}」不是端口；应为 0 到 65535 的整数',
    en: '「{text}」 is no port; it is a whole number from 0 to 65535',
  },
  usageProblem: { zh: '用法不对：{why}', en: 'wrong usage: {why}' },
  seeHelp: { zh: '用法见 {command} --help', en: 'see {command} --help' },
  bug: {
    zh: '程序出了内部错误：{why}。这不是您的错；设 CME_DEBUG=1 再运行一次，可看到报告所需的细节',
    en: 'an internal error: {why}. This is not your fault; run again with CME_DEBUG=1 for what a report needs',
  },
} as const satisfies Record<string, Sentence>;

export type MessageId = keyof typeof messages;
export type Args = Readonly<Record<string, string | number>>;

export function say(lang: Lang, id: MessageId, args: Args = {}): string {
  return messages[id][lang].replace(/\{(\w+)\}/g, (_, key: string) => String(args[key] ?? '')).trimEnd();
}
