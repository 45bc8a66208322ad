/** What a request is refused with: a status, a stable code, and a sentence in both languages. */
const problems = {
  foreignHost: [403, '请用启动时显示的网址打开', 'open the address that the command printed'],
  foreignOrigin: [403, '别的网页不能读写这里的文件', 'another page may not read or write these files'],
  noToken: [
    403,
    '这个页面没有凭证，或服务已重新启动。请从启动时显示的网址重新打开；没有保存的修改仍在草稿里',
    'this page has no token, or the server was started anew. Open the address that the command printed; drafts are kept',
  ],
  outside: [403, '只能读写规则文件夹里的文件', 'only files in the folder of rules may be read or written'],
  notJson: [415, '请求须为 JSON', 'the request must be JSON'],
  malformed: [400, '请求的内容不对：{why}', 'the request is malformed: {why}'],
  tooLarge: [413, '规则文件超过 1 MB', 'the rule file is larger than 1 MB'],
  missing: [404, '没有这个文件：{path}', 'there is no file {path}'],
  notFound: [404, '没有这个地址', 'there is nothing at this address'],
  exists: [412, '已有同名的文件：{path}', 'there is a file {path} already'],
  changed: [412, '文件已被别处修改：{path}', 'the file was changed elsewhere: {path}'],
  unconditional: [428, '保存时须说明改的是哪一版', 'a save must say which version it is of'],
  notText: [
    415,
    '{path} 不是 UTF-8 文本，读不出来。请用记事本打开它，另存时编码选 UTF-8；或者把它拖到这个页面上，按原来的编码读',
    '{path} is no UTF-8 text. Open it in a text editor and save it as UTF-8; or drop it on this page, to be read as it is',
  ],
  forbidden: [403, '没有权限读写：{path}', 'no permission to read or write {path}'],
  held: [
    409,
    '没有写成：{path} 正被别的程序占用，或者是只读的。请关掉打开它的程序再保存；修改仍在草稿里',
    'it was not written: another program holds {path}, or it is read-only. Close that program and save again; the draft is kept',
  ],
  failed: [500, '没有写成：{why}。修改仍在草稿里', 'it was not written: {why}. The draft is kept'],
  noRepository: [409, '这个文件夹没有版本历史', 'this folder has no version history'],
  unreadableHistory: [409, '版本历史读不出来：{why}', 'the version history cannot be read: {why}'],
  nothingNew: [409, '和上一版相同，没有可存的', 'it is the same as the last version: nothing to store'],
  releasedFile: [403, '发布过的版本不再改动', 'what has been released stays as it is'],
  unready: [409, '还不能发布：{names}', 'it cannot be released yet: {names}'],
  unnamed: [
    422,
    '代码和版本「{name}」不能用作文件夹的名称。请只用文字、数字、点、横线和下划线',
    'code and version 「{name}」 cannot name a folder: letters, digits, dots, hyphens and underscores alone',
  ],
  released: [
    409,
    '{folder} 已由 {by} 在 {at} 发布。发布过的版本不再改动，请另立一个版本',
    '{folder} was released by {by} on {at}. What is released stays as it is: make another version',
  ],
  folderThere: [
    409,
    '文件夹 {folder} 已在那里，而日志里没有它。请先查明，再移开',
    'there is a folder {folder}, of which the log says nothing. Find out what it is, and move it away',
  ],
  logBroken: [
    409,
    '发布日志 {file} 从第 {line} 行起不完整，不能接着写。请用 cme audit verify 查明',
    'the log {file} is not whole from line {line} on, and is not written on. See cme audit verify',
  ],
  busy: [
    409,
    '另一个发布正在进行。如果没有，请删去 {file} 再试',
    'another release is under way. If there is none, delete {file} and try again',
  ],
  tagThere: [
    409,
    '版本历史里已有标签 {tag}：这一版发布过，或有人另外打了这个标签。请另立一个版本，或先查明这个标签',
    'the history has a tag {tag} already: this version was released, or somebody made the tag. Make another version, or look into the tag',
  ],
  noAuthor: [422, '请写明是谁存的', 'say who stores it'],
} as const satisfies Record<string, readonly [number, string, string]>;

export type ProblemId = keyof typeof problems;

export interface ProblemBody {
  readonly error: ProblemId;
  readonly message: { readonly zh: string; readonly en: string };
  readonly [more: string]: unknown;
}

/** Thrown by whatever finds it out; the application answers with it. */
export class Problem extends Error {
  readonly status: number;
  readonly body: ProblemBody;

  /** `more` stands in the answer beside the message. */
  constructor(
    id: ProblemId,
    args: Readonly<Record<string, string>> = {},
    more: Readonly<Record<string, unknown>> = {},
  ) {
    const [status, zh, en] = problems[id];
    const filled = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => args[name] ?? '');
    super(filled(en));
    this.status = status;
    this.body = { error: id, message: { zh: filled(zh), en: filled(en) }, ...more };
  }
}
