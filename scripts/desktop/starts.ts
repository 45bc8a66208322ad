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
    'title cme',
    'pushd "%~dp0"',
    'if not exist node.exe echo 请先把压缩包全部解压到一个文件夹，再双击里面的「开始.cmd」。',
    'if not exist node.exe echo Unpack the whole zip first, then double-click this file there.',
    'if not exist node.exe pause',
    'if not exist node.exe exit /b 2',
    '.\\node.exe dist\\cli.js edit rules %*',
    'if errorlevel 1 pause',
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
  '一、先把压缩包全部解压到一个文件夹，不要在压缩包里直接打开。',
  '二、Windows：双击「开始.cmd」。如果提示「Windows 已保护你的电脑」，点「更多信息」，再点「仍要运行」。',
  '　　Linux：双击「开始.desktop」，或在终端里运行 ./开始.sh。',
  '三、浏览器会打开编辑器。没有打开的话，把黑色窗口里 http 开头的一整行复制到浏览器的地址栏。',
  '四、编辑的是 rules 文件夹里的规则。只在本机有效，不上传任何内容。',
  '五、关掉黑色窗口就结束；没有保存的修改留在浏览器的草稿里。',
])}`;
