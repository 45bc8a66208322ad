/** 「怎么做」: ten tasks, each with a place where it is done. Words in 「」 are those on the screen. */
import type { SheetKind } from '../../src/edit/index.ts';
import type { Lang } from '../state/prefs.ts';

/** A screen, and of S1 a sheet by its kind. */
export interface Place {
  readonly screen: string;
  readonly sheet?: SheetKind;
}

export interface Task {
  readonly title: Readonly<Record<Lang, string>>;
  readonly steps: Readonly<Record<Lang, readonly string[]>>;
  readonly place: Place;
  readonly command?: string;
}

export const tasks: readonly Task[] = [
  {
    title: { zh: '在表格里改一个上限', en: 'Change a cap in a table' },
    steps: {
      zh: [
        '在左边「目录」里点一个类别，例如继续医学教育项目。',
        '在「上限（学分）」一列点那个数，直接输入新的数，按 Enter。',
        '看表格下面一行：改了什么，引起几处错误，几个用例失败。右边「说明」用一句话讲这条规则。',
        '按 Ctrl+S 保存。文件里只有这个数变了，注释和其他行一个字也不动。',
      ],
      en: [
        'Pick a category in the contents at the left.',
        'In the column of caps pick the number, type the new one, press Enter.',
        'The line below the table says what was changed, and what it caused; the pane at the right says the rule in words.',
        'Press Ctrl+S. Only that number of the file has changed.',
      ],
    },
    place: { screen: 'edit', sheet: 'category' },
  },
  {
    title: { zh: '加一条授予', en: 'Add an award' },
    steps: {
      zh: [
        '在类别的表里，点一条和要加的最像的授予。',
        '按 Shift+F10（或点行尾的 ⋮），选「复制」：下面多出一行。',
        '在新的一行上逐格改：条件、每几小时多少学分、按次或按项目。条件可按 Alt+Enter 打开选择框。',
        '如果和别的行重叠，「问题」里会说明从几小时到几小时有两个答案。',
      ],
      en: [
        'In the table of a category pick the award that is most like the new one.',
        'Press Shift+F10 (or ⋮ at the end of the row), then “Duplicate”.',
        'Change the cells of the new row. Alt+Enter opens the builder of a condition.',
        'Where it overlaps another row, the problems say from where to where.',
      ],
    },
    place: { screen: 'edit', sheet: 'category' },
  },
  {
    title: { zh: '加一个口径', en: 'Add a reading' },
    steps: {
      zh: [
        '条文有两种理解时，用口径记下来。在「目录」里点「口径」。',
        '选一个现有的口径，按 Shift+F10，选「复制」。',
        '改名称、问题、各选项和理由；在「采用」一列选现在采用的选项。',
        '在规则里用到它：在文本中写 当 口径的名称 是 选项，写到一半会列出可选的词。',
      ],
      en: [
        'Where a clause can be read in two ways, a reading records it. Pick “Readings” in the contents.',
        'Pick one, press Shift+F10, then “Duplicate”.',
        'Change its name, question, options and reasons; choose the adopted one.',
        'Use it in a rule: in the text write the condition; completion lists the words.',
      ],
    },
    place: { screen: 'edit', sheet: 'readings' },
  },
  {
    title: { zh: '看谁会受影响', en: 'See who is affected' },
    steps: {
      zh: [
        '打开「名册测算」，把去年的名册拖进来；名册只留在这个页面里，不上传。',
        '核对每一列对应的是什么，点「开始测算」。每个数都可以点开，看是哪些人；点一个人，逐条看学分怎么来。',
        '在「改一改看看」里选一个上限、标准、门槛、要求或口径，改成别的数：谁变为达标，谁学分下降，反直觉的另外标出。文件没有动。',
        '满意了点「写入规则」，不要了点「还原」。',
        '开着名册时，「版本对比」里每一处改动都写明影响多少人，可以导出 Word。',
      ],
      en: [
        'Go to “Roster” and drop last year’s file; it stays in this page.',
        'Check what each column is, and compute. Every number opens its people, every person their reckoning.',
        'Under “What if” turn a cap, rate, threshold, requirement or reading: who wins, who loses. The file stays as it is.',
        'Write it into the rules, or put it back.',
        'While a roster is open, “Compare” says of each change how many it moves, and exports it as Word.',
      ],
    },
    place: { screen: 'roster' },
    command: 'cme diff hubei@2025 rules/hubei.cme --data roster.csv --year 2025 --mask',
  },
  {
    title: { zh: '写一个用例', en: 'Write an example' },
    steps: {
      zh: [
        '用例写明这样一个人应得几分，改规则以后自动重算。',
        '最快的办法：在「学分说明」里填好一个人，核对无误后点「存为用例」，期望就是现在的结果。',
        '或者在「编辑」的目录里点「用例」，复制一个相近的，改给定和期望。',
        '失败的用例在表格、目录和底栏里都有 ✕，写明期望多少、实际多少。',
      ],
      en: [
        'An example says what someone must get; it is reckoned again after each change.',
        'Fastest: enter a person, check the result, and keep it as an example.',
        'Or duplicate one in the sheet of examples, and change what is given and expected.',
        'One that fails has a ✕ wherever it is shown, with what was expected and what came.',
      ],
    },
    place: { screen: 'edit', sheet: 'examples' },
  },
  {
    title: { zh: '引用条款', en: 'Cite a clause' },
    steps: {
      zh: [
        '在类别的表里，点条目一行上「依据」后面的条款。',
        '输入几个字或拼音首字母，例如 十三 或 dss，从列表里选；可以连选几条。',
        '按 Enter。目录切到「条文」，可以看到每条下面有哪些规则。',
      ],
      en: [
        'In the table of a category pick the clause in the band of an item.',
        'Type some of its words, or the initials of its pinyin, and choose.',
        'Press Enter. The contents by clause show which rules stand under it.',
      ],
    },
    place: { screen: 'edit', sheet: 'category' },
  },
  {
    title: { zh: '撤销与恢复', en: 'Undo and restore' },
    steps: {
      zh: [
        '按 Ctrl+Z 一步一步撤销，Ctrl+Y 重做。表格里和文本里的修改在同一份历史里。',
        '没有保存就关了页面也不要紧：下次打开同一个文件，上方会问「恢复」还是「放弃」，先「查看」再决定。',
        '存过版本的，点左上角文件名，选「版本历史」，可以和现在的比较，点「换回这一版」。',
      ],
      en: [
        'Ctrl+Z undoes step by step, Ctrl+Y redoes; table and text have one history.',
        'What was not saved is offered when the file is opened again: view it, restore it, or discard it.',
        'Versions that were kept are in the file menu; each can be compared and put back.',
      ],
    },
    place: { screen: 'edit' },
  },
  {
    title: { zh: '处理两人同时修改', en: 'Solve a conflict' },
    steps: {
      zh: [
        '保存时如果文件已被别人改过，会弹出「文件已被别处修改」，这时什么都没有覆盖。',
        '只在一边改过的规则自动合在一起；两边都改了的，按规则并列「我的」「文件中的」「合并结果」。',
        '每一处选「用我的」或「用文件中的」，再点「保存合并结果」；拿不准就「取消」，修改仍在草稿里。',
      ],
      en: [
        'Where someone else has changed the file meanwhile, saving says so, and overwrites nothing.',
        'Rules that one side changed go together; of those that both changed you see mine, theirs and the result.',
        'Choose for each, then save the result; or cancel, and your changes stay in the draft.',
      ],
    },
    place: { screen: 'edit' },
  },
  {
    title: { zh: '新建一个省的规则', en: 'Begin a new province' },
    steps: {
      zh: [
        '在「开始」点「从国家规则新建省级规则」。',
        '填「省名」「代码（拼音）」「版本（年份）」「施行日期」，点「新建」。',
        '新文件一开始就没有错误，国家规则的字段、口径和类别都已有效；只写本省不同的。',
        '用下面的命令逐处对照国家规则：一致、收紧、放宽，是否允许。',
      ],
      en: [
        'At the start choose a new province under the nation.',
        'Give name, code, version and date.',
        'The new file is sound from the first moment; write only what differs.',
        'The command below holds it against the nation, place by place.',
      ],
    },
    place: { screen: 'start' },
    command: 'cme conform hubei',
  },
  {
    title: { zh: '导出，用命令行', en: 'Export, and the command line' },
    steps: {
      zh: [
        '点左上角文件名，选「下载一份…」得到规则文件本身，可以发给别人打开。',
        '每个页面下方有「等价命令」：在命令行里运行，得到同样的结果，可以写进自动检查。',
        '给其他系统用：下面的命令写出名册应有的格式（JSON Schema）；换成 --to docx，就把规则印成条文那样的 Word 文件。',
      ],
      en: [
        'The file menu gives out a copy of the rule file.',
        'Each screen says the command that gives the same result.',
        'For other systems: the command below writes the shape of a roster as JSON Schema; with --to docx the rules are printed as a Word file.',
      ],
    },
    place: { screen: 'edit' },
    command: 'cme export hubei --to json-schema --out roster.schema.json',
  },
];
