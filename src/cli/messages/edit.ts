/** `cme edit`. */
import type { Sentence } from './sentence.ts';

export const edit = {
  editing: {
    zh: '正在编辑 {folder} 里的规则。浏览器没有打开的话，把上面的网址整行复制到地址栏；它只在本机有效，按 Ctrl+C 结束',
    en: 'editing the rules in {folder}. If no browser opens, copy the whole address above into one; it works on this machine only. Ctrl-C ends it',
  },
  editFile: {
    zh: '「{file}」是文件，这里要它所在的文件夹，如 cme edit {folder}',
    en: '「{file}」 is a file; name the folder that it lies in, as cme edit {folder}',
  },
  otherPort: {
    zh: '端口 {usual} 已被占用，也许编辑器已经开着；这次改用 {port}。先前没有保存的草稿，要用端口 {usual} 的网址打开',
    en: 'port {usual} is taken, perhaps by an editor that is open already; so this one has {port}. Drafts made before are kept under the address with {usual}',
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
} as const satisfies Record<string, Sentence>;
