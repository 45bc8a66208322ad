/** A release in words: its checks, and what was made. */
import { relative } from 'node:path';
import type { Check, CheckId } from '../release/index.ts';
import type { Published } from '../server/index.ts';
import type { Shell } from './shell.ts';
import { printable } from './width.ts';

export function checklistText(checks: readonly Check[], left: readonly CheckId[], shell: Shell): string {
  const { lang } = shell;
  const lines = checks.flatMap(({ id, label, state, told, details, more }) => {
    const open = left.includes(id);
    const word = shell.say(state === 'green' ? 'checkGreen' : open ? 'checkOpen' : 'checkSigned');
    const sign = shell.out.paint(open ? 'red' : 'green', word);
    return [
      `${sign} ${label[lang]}${lang === 'zh' ? '：' : ': '}${printable(told[lang])}`,
      ...(open ? details.map((one) => `    ${printable(one[lang])}`) : []),
      ...(open && more > 0 ? [`    ${shell.say('checkMore', { count: more })}`] : []),
    ];
  });
  const names = checks.filter(({ id }) => left.includes(id)).map(({ label }) => label[lang]);
  const barred = checks.some(({ id, state }) => state === 'barred' && left.includes(id));
  const list = names.join(lang === 'zh' ? '、' : ', ');
  const end =
    left.length === 0 ? 'checklistReady' : barred ? ('checklistBarred' as const) : ('checklistUnready' as const);
  return `${[...lines, '', shell.say(end, { list, first: lang === 'zh' ? (names[0] ?? '') : (left[0] ?? '') })].join('\n')}\n`;
}

export function publishedText({ folder, files, sum, line, commit }: Published, shell: Shell): string {
  const shown = relative(process.cwd(), folder);
  const place = shown.startsWith('..') ? folder : shown;
  const { code, version } = line.ruleset;
  const lines = [
    shell.out.paint(
      'green',
      shell.say('releaseDone', { name: `${code} ${version}`, folder: place, count: files.length }),
    ),
    ...files.map(({ name, bytes }) => `  ${name}  ${shell.say('releaseSize', { size: Math.ceil(bytes / 1024) })}`),
    shell.say('releaseSum', { sum }),
    shell.say('releaseLine', { n: line.n, hash: line.hash }),
    ...(commit ? [shell.say('releaseCommit', { id: commit.id.slice(0, 12), tag: commit.tag })] : []),
  ];
  return `${lines.join('\n')}\n`;
}
