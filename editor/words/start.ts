/** Words of S0 「开始」. */
export const startWords = {
  startTitle: { zh: '从哪里开始', en: 'Where to begin' },
  openFile: { zh: '打开规则文件', en: 'Open a rule file' },
  openFileWhat: {
    zh: '本机上的 .cme 文件；也可以把文件拖到这里',
    en: 'a .cme file of this computer; or drop one here',
  },
  seeSample: { zh: '看示例（湖北）', en: 'See the sample (Hubei)' },
  seeSampleWhat: {
    zh: '湖北省 2025 年细则，含全部条款和用例，随便改，不会动到原件',
    en: 'the Hubei rules of 2025 with all clauses and examples; change what you like, the original stays',
  },
  seeNational: { zh: '看国家规则', en: 'See the national rules' },
  dataLives: {
    zh: '所有计算都在本机浏览器中完成，不上传',
    en: 'everything is computed in this browser; nothing is uploaded',
  },
  dropHere: { zh: '松开鼠标，打开这个文件', en: 'drop to open this file' },
  rosterFirst: {
    zh: '{name} 像是名册。名册按打开的规则测算：请先打开规则文件，或看示例，再把名册拖进来',
    en: '{name} seems to be a roster. A roster is judged by the rules that are open: open a rule file or the sample first, then drop it again',
  },
  tooLarge: {
    zh: '{name} 有 {size} MB，没有打开：规则文件最多一百万字，约 3 MB。名册请到「名册测算」打开',
    en: '{name} has {size} MB and was not opened: a rule file has at most a million characters, about 3 MB. A roster is opened on its own screen',
  },
  notRead: { zh: '打不开 {name}：{why}', en: 'cannot open {name}: {why}' },
  brokenAt: { zh: '第 {line} 行第 {column} 列：', en: 'line {line}, column {column}: ' },
  readAs: {
    zh: '{name} 按 {encoding} 编码读出，保存时写成 UTF-8',
    en: '{name} was read as {encoding} and is saved as UTF-8',
  },
  cannotOpen: {
    zh: '打不开 {name}：它不是文本文件，或者没有读取的权限',
    en: 'cannot open {name}: it is no text, or may not be read',
  },
} as const;
