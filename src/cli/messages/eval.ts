/** `cme eval`: rosters in, results out. */
import type { Sentence } from './sentence.ts';

export const evaluation = {
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
  vectorsEndless: {
    zh: '「{file}」里的规则十分钟算不完，或要的内存超过 1 GB；导出的文件不会这样，没有核对完。请重新导出',
    en: 'the rules of 「{file}」 do not end within ten minutes, or ask for more than 1 GB of memory, as no export does; the verification was stopped. Export it again',
  },
  vectorsUnreached: {
    zh: '另有 {count} 处规则没有检验数据触及，见文件里的 unreached',
    en: '{count} lines of the rules are reached by no vector: see `unreached` in the file',
  },
  exportChanged: {
    zh: '校验码不符：文件在导出以后改动过（年度除外）；请重新导出',
    en: 'the checksum is another: something beside the year was changed since it was exported; export it again',
  },
  rulesChanged: {
    zh: '校验码不符：文件在导出以后改动过；请重新导出',
    en: 'the checksum is another: something was changed since it was exported; export it again',
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
  inputsByVia: {
    zh: '这一步的结果是 JSON，要由 cme verify 自己核对，脚本核对不了；请改用 --via 说明怎样启动引擎',
    en: 'this step makes JSON, which cme verify compares and a script cannot; say with --via how to start the engine',
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
} as const satisfies Record<string, Sentence>;
