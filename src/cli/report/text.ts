/** Findings for people: the sentence, the line that it speaks of, and how to mend it. */
import { type Diagnostic, helpOf, messageOf, type Severity, severityOf } from '../../index.ts';
import { frameOf } from '../frame.ts';
import type { Channel, Colour, Shell } from '../shell.ts';
import { printable } from '../width.ts';
import type { Findings } from './findings.ts';

export const colourOf: Record<Severity, Colour> = { error: 'red', warning: 'yellow', info: 'blue' };

export function textReport(findings: Findings, shell: Shell, channel: Channel): string {
  return findings.list.map((found) => `${one(found, findings, shell, channel)}\n`).join('\n');
}

/** What the files accept, one under the other, each with the reason that it gives. */
export function acceptedReport(findings: Findings, shell: Shell, channel: Channel): string {
  const accepted = findings.accepted ?? [];
  if (accepted.length === 0) return '';
  const told = accepted.flatMap(({ found, reason }) => {
    const { start } = findings.rangeOf(found);
    return [
      `  ${found.file}:${start.line}:${start.column} ${found.code} ${printable(messageOf(found, shell.lang))}`,
      `    = ${shell.say('acceptedFor', { reason: printable(reason) })}`,
    ];
  });
  const head = channel.paint('bold', shell.say('accepted', { count: accepted.length }));
  return `${[head, ...told].join('\n')}\n`;
}

function one(found: Diagnostic, findings: Findings, shell: Shell, channel: Channel): string {
  const severity = severityOf(found);
  const colour = colourOf[severity];
  const frame = frameOf(findings.mapOf(found.file), found.span);
  const margin = ' '.repeat(String(frame.line).length);
  const help = helpOf(found, shell.lang);
  const head = `${channel.paint(colour, shell.say(severity))} ${channel.paint('bold', found.code)}`;
  return [
    `${head} ${printable(messageOf(found, shell.lang))}`,
    `${margin}--> ${found.file}:${frame.line}:${frame.column}`,
    frame.code,
    channel.paint(colour, frame.carets),
    ...(found.related ?? []).map((other) => {
      const { start } = findings.rangeOf(other);
      return `${margin} = ${shell.say('also')} ${other.file}:${start.line}:${start.column}`;
    }),
    ...(help === undefined ? [] : [`${margin} = ${shell.say('help')}: ${printable(help)}`]),
  ].join('\n');
}
