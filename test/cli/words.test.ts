import { describe, expect, test } from 'vitest';
import { about, argumentsHelp, exitCodes, headings, optionsHelp } from '../../src/cli/helptext.ts';
import { messages, type Sentence, subjects } from '../../src/cli/messages.ts';
import { inputCodes } from '../../src/model/codes/input.ts';

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

test('no two sentences have one name', () => {
  const names = subjects.flatMap((one) => Object.keys(one));
  expect(names.length).toBe(new Set(names).size);
  expect(names.length).toBe(Object.keys(messages).length);
});

describe('both languages say the same', () => {
  const sentences: [string, Sentence][] = [
    ...Object.entries({ ...messages, ...about, ...argumentsHelp, ...optionsHelp, ...headings, exitCodes }),
    ...Object.entries(inputCodes).flatMap(([code, words]): [string, Sentence][] => [
      [code, words],
      ...('help' in words ? [[`${code} help`, words.help] as [string, Sentence]] : []),
    ]),
  ];

  test.each(sentences)('%s', (_, { zh, en }) => {
    expect(placeholders(zh)).toEqual(placeholders(en));
    expect(zh).not.toBe('');
    expect(en).not.toBe('');
    expect(zh + en).not.toMatch(/\n/);
  });
});
