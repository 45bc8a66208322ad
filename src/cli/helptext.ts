/** The words of `--help`, in both languages: examples first, for that is what people read. */
import type { Sentence } from './messages.ts';

export type CommandName =
  | 'check'
  | 'fmt'
  | 'eval'
  | 'explain'
  | 'plan'
  | 'readings'
  | 'test'
  | 'diff'
  | 'conform'
  | 'export'
  | 'verify'
  | 'across'
  | 'release'
  | 'audit'
  | 'edit'
  | 'lsp';

export const about = {
  cme: {
    zh: '继续医学教育学分规则：检查、排版、评定、说明。',
    en: 'Rules for continuing medical education credits: check, format, evaluate, explain.',
  },
  check: { zh: '检查规则文件，指出错误的位置和改法', en: 'find what is wrong in rule files, and how to mend it' },
  fmt: {
    zh: '给规则文件排版（不改变含义，不丢注释）',
    en: 'format rule files in place; meaning and comments are kept',
  },
  eval: { zh: '按规则评定名册里每个人的学分', en: 'evaluate a roster against a rule set' },
  explain: { zh: '逐步说明一个人的学分是怎么算的', en: 'the whole reckoning of one practitioner, step by step' },
  plan: { zh: '一个人还缺什么，怎样最省力地补上', en: 'what a practitioner still lacks, and the least that closes it' },
  readings: { zh: '哪些人的结论和学分取决于哪种口径', en: 'whose verdict and credits depend on which reading' },
  test: { zh: '运行规则文件里的用例', en: 'run the examples in rule files' },
  diff: { zh: '两套规则在含义上有什么不同，影响谁', en: 'what changed in meaning between two rule sets, and for whom' },
  conform: {
    zh: '逐处对照上位规则：一致、收紧、放宽、增加、缺少，是否允许',
    en: 'a province against its baseline, point by point: what differs, and whether it may',
  },
  export: { zh: '把规则变成别的形式', en: 'the same rules in another form' },
  verify: {
    zh: '重新运行导出文件里的检验数据，核对结果',
    en: 'run the vectors of an export again, and compare the results',
  },
  across: {
    zh: '一个人或一份名册，同时按几套规则计算，说明差别出在哪一条',
    en: 'a practitioner or a roster under several rule sets at once, and the clause that makes the difference',
  },
  release: {
    zh: '发布一个版本：逐项检查，生成一个文件夹，记入日志和版本历史',
    en: 'release a version: checks, one folder with its evidence, a line in the log, a tag in the history',
  },
  audit: {
    zh: '核对发布日志和发布的文件有没有被改动',
    en: 'whether the log of releases, and what was released, is as it was',
  },
  lsp: { zh: '语言服务，供其他编辑器使用（标准输入输出）', en: 'a language server on stdio, for other editors' },
  edit: { zh: '在浏览器里编辑一个文件夹的规则', en: 'edit a folder of rule files in the browser' },
} as const satisfies Record<CommandName | 'cme', Sentence>;

export const examples: Record<CommandName | 'cme', readonly string[]> = {
  cme: [
    'cme eval hubei roster.csv --year 2025',
    'cme explain hubei roster.csv --year 2025 --practitioner p1',
    'cme check rules',
  ],
  check: ['cme check', 'cme check rules/hubei.cme --fix', 'cme check hubei --format sarif > cme.sarif'],
  fmt: ['cme fmt', 'cme fmt --check rules', 'cme fmt --keywords en rules/hubei.cme'],
  eval: [
    'cme eval hubei roster.csv --year 2025',
    'cme eval hubei records.csv --practitioners people.csv --year 2025 --out results.csv',
    'cme eval hubei roster.json --set partial_unit=prorate --by institution',
    'cme eval hubei "parts/*.parquet" --year 2025 --engine duckdb --out results.parquet',
    'cat roster.ndjson | cme eval hubei@2025 - --year 2025 --format json',
    'cme eval HEAD~1:rules/hubei.cme roster.json',
  ],
  explain: [
    'cme explain hubei roster.json --practitioner p1',
    'cme explain hubei roster.csv --year 2025 --practitioner p1 --lang en',
  ],
  plan: [
    'cme plan hubei roster.json --practitioner p1',
    'cme plan hubei roster.csv --year 2025 --practitioner p1 --as-of 2025-11-22',
  ],
  readings: [
    'cme readings hubei roster.csv --year 2025',
    'cme readings hubei roster.json --set partial_unit=prorate --format json',
  ],
  test: ['cme test', 'cme test rules/hubei.cme --coverage', 'cme test hubei --mutants'],
  diff: [
    'cme diff HEAD~1:rules/hubei.cme rules/hubei.cme',
    'cme diff hubei@2025 draft/hubei.cme --data roster.csv --year 2025 --mask',
    'cme diff main:rules/hubei.cme hubei --fail-on 收紧 --format json',
  ],
  conform: ['cme conform hubei', 'cme conform rules/hubei.cme --all', 'cme conform hubei --format json'],
  export: [
    'cme export hubei --to json-schema > roster.schema.json',
    'cme export hubei --to sql --dialect duckdb --year 2025 --out hubei.sql',
    'cme export hubei --to jsonlogic --out hubei.jsonlogic.json',
    'cme export hubei --to jsonlogic-input --dialect duckdb --year 2025 --out hubei.input.sql',
    'cme export hubei --to docx --out hubei.docx',
  ],
  verify: [
    'cme verify hubei.jsonlogic.json',
    'cme verify hubei.sql',
    'cme verify hubei.spark.sql --via "spark-sql --master local[2]"',
  ],
  across: [
    'cme across hubei national roster.csv --year 2025 --practitioner p1',
    'cme across hubei national draft/hubei.cme roster.json --format json',
  ],
  release: [
    'cme release hubei --dry-run',
    'cme release rules/hubei.cme --by 王芳 --reason 首次发布 --sign-off 生效日期=追溯到九月十日',
    'cme release hubei --base hubei@2024 --by 王芳 --reason 年度修订 --sign-off 对比说明已读=已逐条看过',
  ],
  audit: ['cme audit verify rules', 'cme audit verify rules/发布/日志.jsonl --format json'],
  lsp: ['cme lsp', 'cme lsp --lang en --rules-dir rules'],
  edit: ['cme edit', 'cme edit rules --port 8617 --no-open'],
};

export const argumentsHelp = {
  acrossNames: {
    zh: '两套或更多规则，最后是名册',
    en: 'two rule sets or more, and then the roster',
  },
  auditAction: { zh: '做什么', en: 'what to do' },
  auditPlace: {
    zh: '规则文件夹、发布文件夹，或日志文件',
    en: 'a folder of rules, the folder of releases, or the log itself',
  },
  exported: {
    zh: 'cme export --to jsonlogic 或 --to sql 导出的文件',
    en: 'a file made by cme export --to jsonlogic or --to sql',
  },
  folder: { zh: '规则文件夹（默认 ./rules）', en: 'a folder of rule files (default ./rules)' },
  rulesMany: {
    zh: '规则文件、文件夹、规则代码（hubei）或 版本:路径；不写则为整个规则文件夹',
    en: 'rule files, folders, codes (hubei) or REV:path; none: the whole rules folder',
  },
  rules: {
    zh: '规则代码（hubei）、某一版本或年度（hubei@2025）、文件路径，或 git 的 版本:路径',
    en: 'a code (hubei), one version or year of it (hubei@2025), a path, or REV:path in git',
  },
  before: {
    zh: '旧的一边：代码（hubei）、版本（hubei@2025）、文件路径，或 git 的 版本:路径',
    en: 'the old side: a code (hubei), a version (hubei@2025), a path, or REV:path in git',
  },
  after: { zh: '新的一边，写法相同', en: 'the new side, named likewise' },
  data: {
    zh: '名册：CSV、XLSX、JSON 或 NDJSON，装了 DuckDB 时也可为 Parquet、"*.csv" 和数据库；- 为标准输入',
    en: 'a roster: CSV, XLSX, JSON or NDJSON, with DuckDB also Parquet, "*.csv" and databases; - is standard input',
  },
} as const satisfies Record<string, Sentence>;

export const optionsHelp = {
  acrossPractitioner: {
    zh: '只看一个人，逐条说明差别；不写则统计整份名册',
    en: 'one practitioner, record by record; without it the whole roster is counted',
  },
  releaseBy: { zh: '发布人', en: 'who releases it' },
  releaseReason: { zh: '为什么发布', en: 'why' },
  releaseOut: {
    zh: '发布到哪个文件夹（默认规则文件旁的「发布」）',
    en: 'the folder of releases (by default 发布 beside the rule file)',
  },
  releaseBase: {
    zh: '和哪一版比较（默认施行在前的那一版）',
    en: 'the version to compare with (by default the one in force before)',
  },
  signOff: { zh: '核对后放行一项检查，写明理由；可重复', en: 'sign off a check with a reason; repeatable' },
  dryRun: { zh: '只列出检查项，不发布', en: 'show the checks alone; nothing is written' },
  known: {
    zh: '另外记下的某一行的校验码，应在日志里；可重复',
    en: 'a hash of a line kept elsewhere, that must be in the log; repeatable',
  },
  help: { zh: '显示用法', en: 'show help' },
  version: { zh: '显示版本号', en: 'show the version' },
  lang: { zh: '语言，默认 zh', en: 'language, by default zh' },
  format: { zh: '输出形式，默认 text', en: 'form of the output, by default text' },
  rulesDir: { zh: '规则文件夹（默认 ./rules）', en: 'the rules folder (default ./rules)' },
  fix: { zh: '应用安全的改法', en: 'apply the safe fixes' },
  source: {
    zh: '与条文（纯文本）核对：条款、数字、引文、遗漏',
    en: 'compare with the regulation (plain text): clauses, numbers, quotations, what is left out',
  },
  saveSource: {
    zh: '记下各条的指纹，下次 --source 时列出改过的条文',
    en: 'keep a mark of each clause; the next --source lists what has changed',
  },
  clauses: { zh: '列出每一条由哪些规则处理', en: 'list every clause with the rules that encode it' },
  ranges: {
    zh: '列出每个类别和条目一年至多能给多少学分，以及计算一条记录的代价',
    en: 'list the most that each category and item can give in a year, and what a record costs to evaluate',
  },
  checkOnly: {
    zh: '只检查，不改动；有未排版的文件则以 1 退出',
    en: 'change nothing; exit with 1 where a file is not formatted',
  },
  keywords: { zh: '关键词写成中文或英文', en: 'spell the keywords in Chinese or English' },
  year: {
    zh: '按哪一年评定（数据里有 year 时可不写）',
    en: 'the year to judge (may be left out where the data says it)',
  },
  set: { zh: '换一种口径，可重复', en: 'use another reading; repeatable' },
  out: {
    zh: '结果写入文件：.json .ndjson .csv .xlsx .parquet .duckdb',
    en: 'write the results to a file: .json .ndjson .csv .xlsx .parquet .duckdb',
  },
  engine: {
    zh: '由哪个引擎计算：auto 按实测选（缺省），js，duckdb',
    en: 'which engine reckons: auto, by what was measured (the default), js, duckdb',
  },
  memory: { zh: 'DuckDB 可用的内存，如 2GB', en: 'the memory that DuckDB may use, as 2GB' },
  workers: {
    zh: 'js 引擎用几个线程；缺省一百万条记录以上每核一个，以下一个',
    en: 'threads of the js engine; unless said one for each core from a million records on, else one',
  },
  sheet: { zh: 'XLSX 的工作表名称，缺省为第一张', en: 'the sheet of an XLSX by its name; the first unless said' },
  practitioners: {
    zh: '人员表（CSV），当 DATA 只有记录时用',
    en: 'the practitioners (CSV), where DATA holds records only',
  },
  by: { zh: '按人员的某个字段分组汇总', en: 'a summary by a field of the practitioner' },
  mask: { zh: '不显示姓名和编号', en: 'hide names and ids' },
  asOf: {
    zh: '到哪一天为止（不写则整年的日子都可用）：之后的记录不算做完，之前的日子不能再用',
    en: 'as of which day (else the days of the whole year): records after it are not done, days before it are gone',
  },
  practitioner: { zh: '人员编号', en: 'id of the practitioner' },
  port: { zh: '端口（默认 8617；被占用时另选一个）', en: 'port (default 8617; another where that is taken)' },
  noOpen: { zh: '不打开浏览器，只显示网址', en: 'open no browser, only print the address' },
  diffData: { zh: '用这份名册测算影响', en: 'measure the effect on this roster' },
  diffYear: {
    zh: '按哪一年评定名册；只写代码时，也按它选版本',
    en: 'the year to judge the roster by; it also chooses the version where only a code is named',
  },
  all: { zh: '不影响结果的改动也逐处列出', en: 'show the changes with no effect too, one by one' },
  failOn: {
    zh: '只在有这种改动时以 1 退出：收紧（含有增有减和无法判定）、放宽（含有增有减）、有增有减、无法判定；可重复，也可用逗号分开',
    en: 'exit with 1 for these only: stricter (mixed and unknown included), looser (mixed included), mixed, unknown; repeatable, or parted by commas',
  },
  allPoints: {
    zh: '允许的差别也举例说明，不影响结果的也逐处列出',
    en: 'witnesses for what is allowed too, and what has no effect one by one',
  },
  coverage: {
    zh: '列出没有用例的授予、上限、条件、口径和条款',
    en: 'list awards, caps, gates, readings and clauses without an example',
  },
  mutants: {
    zh: '逐处改动规则，看用例发现不发现',
    en: 'change the rules in one place after another: do the examples notice?',
  },
  to: { zh: '要什么形式', en: 'which form' },
  exportOut: { zh: '写入文件', en: 'write to a file' },
  dialect: { zh: '哪一种 SQL', en: 'which SQL' },
  incremental: {
    zh: 'SQL 只重新计算资料、记录或规则有变化的人，其余沿用上次的结果',
    en: 'SQL that reckons only whose facts, records or rules have changed, and keeps the results of the others',
  },
  via: {
    zh: '怎样启动 SQL 的引擎（如 "psql -d 库名"）；不写则用内置的 DuckDB',
    en: 'how to start the engine of the SQL (as "psql -d NAME"); by default DuckDB, which is built in',
  },
  script: {
    zh: '只写出核对用的脚本，拿到那个引擎上去运行',
    en: 'only write the script that verifies, to be run on that engine',
  },
  exportYear: {
    zh: 'SQL 里写哪一年（缺省为施行的年份；以后只改一处）',
    en: 'the year in the SQL (by default that of 施行; it stands in one place)',
  },
} as const satisfies Record<string, Sentence>;

export const headings = {
  'Usage:': { zh: '用法：', en: 'Usage:' },
  'Arguments:': { zh: '参数：', en: 'Arguments:' },
  'Options:': { zh: '选项：', en: 'Options:' },
  'Commands:': { zh: '命令：', en: 'Commands:' },
  'Examples:': { zh: '例如：', en: 'Examples:' },
} as const satisfies Record<string, Sentence>;

export const exitCodes: Sentence = {
  zh: '退出码：0 没有问题；1 运行了并发现问题（错误、未通过的用例、含义上的不同、不允许的差别、无效或不完整的记录）；2 没能运行（用法、文件）。',
  en: 'Exit: 0 nothing wrong; 1 something wrong was found (an error, a failed example, a difference in meaning or one that is not allowed, a faulty record); 2 it could not run.',
};
