/** What is double-clicked in the desktop zip, system by system, and the page of notes beside it. */

const lines = (end: string, all: readonly string[]): string => `${all.join(end)}${end}`;

/**
 * For cmd.exe. The signs before `chcp` are read in whatever code page the machine has, so they are plain; those after it
 * are UTF-8. `pushd` goes where `cd` will not, to a share of the network. No brackets: a folder may have some in its name.
 */
export const windows: Readonly<Record<string, string>> = {
  '开始.cmd': lines('\r\n', [
    '@echo off',
    'chcp 65001 >nul',
    'title 继教学分规则编辑器 - 关掉这个窗口就结束',
    'pushd "%~dp0"',
    'if not exist node.exe echo 请先把压缩包全部解压到一个文件夹，再双击里面的「开始.cmd」。',
    'if not exist node.exe echo Unpack the whole zip first, then double-click this file there.',
    'if not exist node.exe pause',
    'if not exist node.exe exit /b 2',
    '.\\node.exe dist\\cli.js edit rules %*',
    'if "%errorlevel%"=="0" exit /b 0',
    'echo.',
    'echo 没有启动成功，原因见上面。需要 64 位的 Windows 10 或更新的系统；仍不明白的，请拍下这个窗口，找信息科。',
    'echo It did not start: see above. Windows 10 or newer is needed, of 64 bits.',
    'pause',
    'exit /b 2',
  ]),
};

export const linux: Readonly<Record<string, string>> = {
  '开始.sh': lines('\n', ['#!/bin/sh', 'cd "$(dirname "$0")" || exit 2', 'exec ./node dist/cli.js edit rules "$@"']),
  '开始.desktop': lines('\n', [
    '[Desktop Entry]',
    'Type=Application',
    'Name=继教学分规则',
    'Name[en]=CME credit rules',
    'Terminal=true',
    `Exec=sh -c 'cd "$(dirname "%k")" && ./开始.sh'`,
  ]),
};

/** With a mark of its encoding, for Notepad. */
export const notes = `\uFEFF${lines('\r\n', [
  '继教学分规则编辑器',
  '',
  '不用安装，不用联网。需要 64 位的 Windows 10 或更新的系统，浏览器用 Edge 或 Chrome（360 等浏览器请切到「极速模式」）。',
  '',
  '一、右键点压缩包，选「全部解压缩」，解压到自己的文件夹，如「文档」。不要在压缩包里直接双击。',
  '二、Windows：双击「开始.cmd」（有的电脑只显示「开始」）。',
  '　　如果提示「Windows 已保护你的电脑」，点「更多信息」，再点「仍要运行」；如果提示安全警告，点「运行」。',
  '　　Linux：双击「开始.desktop」，或在终端里运行 ./开始.sh。',
  '三、先出现一个黑色窗口，随后浏览器打开编辑器。黑色窗口不要关：它在，编辑器才能保存。',
  '　　浏览器没有打开的话，把黑色窗口里 http 开头的一整行复制到浏览器的地址栏。',
  '四、编辑的是 rules 文件夹里的规则：hubei.cme 湖北，national.cme 国家，samples 里是虚构的例子和名册，可用来试。',
  '　　规则和名册只在本机处理，不上传任何内容。',
  '五、用完先保存，再关掉黑色窗口。没有保存的修改留在这个浏览器的草稿里，下次打开还在。',
  '六、换新版本时解压到另一个文件夹，再把自己改过的规则文件拷进新的 rules 文件夹。',
])}`;
