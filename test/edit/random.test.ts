/**
 * Random files in random manners, random gestures: only the gesture's own lines change, everything else reads as it did,
 * comments included; nothing throws, whatever the text.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applied,
  documentOf,
  type EditDocument,
  type Edited,
  editMessage,
  editsFor,
  type Gesture,
  type RowView,
  reread,
  sheetsOf,
  type ViewModel,
} from '../../src/edit/index.ts';
import { compile, format } from '../../src/index.ts';
import type { RuleFile } from '../../src/model/ast.ts';
import { parse } from '../../src/parse.ts';
import { hostile, words } from '../support/mutate.ts';
import { Random } from '../support/random.ts';
import { ruleTexts } from '../support/ruleset.ts';
import { sourcesOf } from '../support/rulesetArbitrary.ts';
import { tree as bare } from '../support/sameTree.ts';
import { another, keysOf, rowsOf, texts } from './support.ts';

const TIME = 120_000;
const many = (count: number) => ({ numRuns: process.env.CME_LONG === '1' ? count * 20 : count });

// ---- files

/** Comments above some lines, behind some, and standing apart. */
function remarked(text: string, random: Random): string {
  let n = 0;
  return text
    .split('\n')
    .flatMap((line) => {
      if (line.trim() === '' || !random.chance(15)) return [line];
      const indent = /^\s*/.exec(line)?.[0] ?? '';
      n++;
      return random.pick([
        [`${indent}# 备注${n}`, line],
        [`${indent}# 备注${n}`, `${indent}# 又${n}`, line],
        [`${line}  # 尾注${n}`],
        [`${indent}# 另立${n}`, '', line],
      ]);
    })
    .join('\n');
}

/** The same text as other people write. */
function inManner(text: string, random: Random): string {
  let found = text;
  if (random.chance(20))
    found = found.replace(/[0-9]/g, (digit) =>
      random.chance(10) ? String.fromCharCode(digit.charCodeAt(0) + 0xfee0) : digit,
    );
  if (random.chance(25)) found = found.replace(/^( +)/gm, (blanks) => '\t'.repeat(Math.ceil(blanks.length / 2)));
  if (random.chance(30)) found = found.replace(/\n/g, '\r\n');
  return random.chance(25) ? found.trimEnd() : found;
}

interface Made {
  readonly document: EditDocument;
  readonly view: ViewModel;
}

function made(random: Random): Made {
  const { entry, library } = sourcesOf(ruleTexts(random.int(0, 2 ** 30), { cycles: true, fills: true }));
  let { text } = entry;
  if (random.chance(20)) {
    const names = library.flatMap((source) => documentOf(compile(source), 1).names);
    text = format(parse(text, { file: 'x', names }).file, text, { keywords: 'en' });
  }
  const document = documentOf(compile({ ...entry, text: inManner(remarked(text, random), random) }, { library }), 1);
  return { document, view: sheetsOf(document) };
}

// ---- gestures

/** What a gesture may change: the lines that it speaks of. */
interface Wish {
  readonly gesture: Gesture;
  readonly row: RowView;
}

function wish({ view }: Made, random: Random): Wish | undefined {
  // What the comparison of trees takes for granted (语言 1) is left alone.
  const rows = rowsOf(view).filter(({ kind }) => kind !== 'language');
  // Conditions are few among the rows, and worth many gestures.
  const asking = rows.filter(({ cells }) => cells.some((one) => one.chips));
  const row = random.pick(asking.length > 0 && random.chance(35) ? asking : rows);
  const block = view.blocks.find(({ rows, head }) => head === row || rows.includes(row));
  const inTable = row.kind === 'tableRow';
  const key = row.kind === 'head' ? (block?.key ?? row.key) : row.key;
  const cell = row.cells.length > 0 ? random.pick(row.cells) : undefined;
  const value =
    cell && (cell.absent ? random.pick(['1', '年', '次', '舍去', '「文」', '讲者', '1 小时']) : another(cell, view));
  const chips = row.cells.filter((one) => one.chips);
  const condition = chips.length > 0 ? random.pick(chips) : undefined;
  const field = random.pick(view.fields);
  const option = field.list ? random.pick(view.lists[field.list] ?? [])?.value : '3';
  const gesture = random.pick<Gesture | undefined>([
    cell && value !== undefined ? { kind: 'set', row: row.key, slot: cell.slot, value } : undefined,
    cell && value !== undefined ? { kind: 'set', row: row.key, slot: cell.slot, value } : undefined,
    cell ? { kind: 'set', row: row.key, slot: cell.slot, value: '' } : undefined,
    condition
      ? { kind: 'addChip', row: row.key, slot: condition.slot, to: { field: field.name, values: [option ?? '1'] } }
      : undefined,
    condition ? { kind: 'deleteChip', row: row.key, slot: condition.slot, chip: random.int(0, 2) } : undefined,
    condition
      ? {
          kind: 'setChip',
          row: row.key,
          slot: condition.slot,
          chip: random.int(0, 2),
          to: { values: [random.pick(['2', '省级', option ?? '否'])] },
        }
      : undefined,
    { kind: 'delete', keys: [key] },
    { kind: 'duplicate', key },
    { kind: 'move', key, to: random.pick(['up', 'down'] as const) },
    { kind: 'disable', key },
    inTable ? { kind: 'addTableRow', table: row.key, where: { after: row.key } } : undefined,
    block
      ? {
          kind: 'addLine',
          block: block.key,
          line: random.pick(['award', 'cap', 'cite', 'gate', 'option', 'record'] as const),
        }
      : undefined,
  ]);
  return gesture && { gesture, row };
}

// ---- what must hold

/** Lines of the tree, each with its own comments; one that stands apart is nobody's, and read beside whatever comes next. */
const lines = (file: RuleFile): readonly string[] => {
  const plain = bare(file) as { sections: readonly Record<string, unknown>[] };
  return plain.sections.flatMap((section) => {
    const { lines: own, ...head } = section as { lines: readonly unknown[] };
    return [head, ...own].map((one) =>
      JSON.stringify(one)
        .replace(/\{"text":"[#＃] 另立[^"]*"\},?/g, '')
        .replaceAll(',]', ']'),
    );
  });
};

/** What is in one list more often than in another. */
const less = (a: readonly string[], b: readonly string[]): readonly string[] => {
  const left = new Map<string, number>();
  for (const one of b) left.set(one, (left.get(one) ?? 0) + 1);
  return a.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
};

const inverse = (text: string, { edits }: Edited) => {
  let shift = 0;
  return edits.map(({ span, text: put }) => {
    const start = span.start + shift;
    shift += put.length - (span.end - span.start);
    return { span: { start, end: start + put.length }, text: text.slice(span.start, span.end) };
  });
};

const remarks = (text: string): readonly string[] => text.match(/[#＃] ?(?:备注|又|尾注|另立)\d+/g) ?? [];

describe('a random gesture on a random file', () => {
  test(
    'changes the lines that it speaks of, and no others',
    () => {
      const counts = new Map<string, number>();
      const round = (seed: number): void => {
        const random = new Random(seed);
        const of = made(random);
        const { text, tree, names } = of.document;
        const faults = parse(text, { file: 'x', names }).diagnostics.length;
        for (let turn = 0; turn < 14; turn++) {
          const asked = wish(of, random);
          if (!asked) continue;
          const { gesture, row } = asked;
          const shown = `${JSON.stringify(gesture)}\n${row.text}\n${text}`;
          const found = editsFor(of.document, of.view, { version: 1, ...gesture });
          if ('refused' in found) {
            expect(editMessage(found.refused, 'zh')).not.toMatch(/\{\w+\}|undefined/);
            continue;
          }
          counts.set(gesture.kind, (counts.get(gesture.kind) ?? 0) + 1);
          let at = 0;
          for (const { span } of found.edits) {
            expect(span.start >= at && span.end >= span.start && span.end <= text.length, shown).toBe(true);
            at = span.end;
          }
          const after = applied(text, found.edits);
          expect(applied(after, inverse(text, found)), shown).toBe(text);
          if (text.includes('\r')) expect(after.replaceAll('\r\n', ''), shown).not.toMatch(/[\r\n]/);
          expect(/[\r\n]$/.test(after) || after === '', shown).toBe(/[\r\n]$/.test(text) || after === '');
          const next = reread(of.document, after, 2);
          const was = lines(tree);
          const now = lines(next.tree);
          const gone = less(was, now);
          const come = less(now, was);
          const keys = new Set(keysOf(sheetsOf(next, of.view)));
          const lost = keysOf(of.view).filter((key) => !keys.has(key));
          switch (gesture.kind) {
            case 'set':
            case 'addChip':
            case 'setChip':
            case 'deleteChip': {
              const renames = row.cells.some(
                ({ slot, kind }) => 'slot' in gesture && slot === gesture.slot && kind === 'name',
              );
              expect(next.diagnostics.length, shown).toBeLessThanOrEqual(faults);
              if (!renames) {
                expect(gone.length, shown).toBeLessThanOrEqual(1);
                expect(come.length, shown).toBe(gone.length);
              }
              expect(lost, shown).toEqual([]);
              expect(remarks(after), shown).toEqual(remarks(text));
              break;
            }
            case 'addLine':
              expect([gone.length, come.length], shown).toEqual([0, 1]);
              expect(lost, shown).toEqual([]);
              break;
            case 'addTableRow':
              expect([gone.length, come.length], shown).toEqual([1, 1]);
              expect(lost, shown).toEqual([]);
              break;
            case 'move':
              expect(lost, shown).toEqual([]);
              expect([...remarks(after)].sort(), shown).toEqual([...remarks(text)].sort());
              // The table holds its rows in another order; any other line is what it was.
              if (row.kind === 'tableRow') expect(come.length, shown).toBe(gone.length);
              else expect([gone, come], shown).toEqual([[], []]);
              break;
            case 'duplicate':
              if (row.kind !== 'head' && row.kind !== 'tableRow')
                expect([gone.length, come.length], shown).toEqual([0, 1]);
              expect(lost, shown).toEqual([]);
              break;
            case 'delete':
              if (row.kind === 'tableRow') expect([gone.length, come.length], shown).toEqual([1, 1]);
              else if (row.kind !== 'head') expect([gone.length, come.length], shown).toEqual([1, 0]);
              else expect(come, shown).toEqual([]);
              break;
            case 'disable': {
              const off = sheetsOf(next, of.view);
              const own = off.blocks
                .flatMap((block) => [block, ...block.rows])
                .find((one) => ('disabled' in one ? one.disabled : one.kind === 'disabled'));
              const back = editsFor(next, off, { version: 2, kind: 'enable', key: own?.key ?? '' });
              if (row.kind !== 'head') expect('edits' in back && applied(after, back.edits), shown).toBe(text);
              break;
            }
          }
        }
      };
      fc.assert(fc.property(fc.nat(), round), many(20));
      // Refusing everything would pass too. What chance left out is come by in rounds that are always the same.
      const kinds = ['set', 'addChip', 'deleteChip', 'delete', 'duplicate', 'move', 'disable', 'addLine'];
      const rare = (): string[] => kinds.filter((kind) => (counts.get(kind) ?? 0) <= 1);
      for (let seed = 0; seed < 50 && rare().length > 0; seed++) round(seed);
      expect(rare()).toEqual([]);
    },
    TIME,
  );

  test(
    'formatting says the same, and once is enough',
    () => {
      fc.assert(
        fc.property(fc.nat(), (seed) => {
          const { document, view } = made(new Random(seed));
          const found = editsFor(document, view, { version: 1, kind: 'format' });
          if ('refused' in found) throw new Error('refused');
          const next = reread(document, applied(document.text, found.edits), 2);
          expect(bare(next.tree)).toEqual(bare(document.tree));
          expect(editsFor(next, sheetsOf(next), { version: 2, kind: 'format' })).toMatchObject({ edits: [] });
        }),
        many(8),
      );
    },
    TIME,
  );
});

describe('whatever the text', () => {
  /** A shipped file with a few places spoilt. */
  const spoilt = (random: Random): string => {
    let text = random.pick([texts.national, texts.twoClass, texts.fiveYear]).slice(0, random.int(500, 6000));
    for (let n = random.int(1, 6); n > 0; n--) {
      const at = random.int(0, text.length);
      const put = random.pick([
        random.pick(words),
        random.pick(hostile),
        '\n',
        '',
        '#',
        '、',
        '「',
        '|',
        '# 停用：',
        '# 同上：',
      ]);
      text = text.slice(0, at) + put + text.slice(at + random.int(0, 12));
    }
    return text;
  };

  test(
    'nothing throws, edits lie in the text, and keys are kept apart',
    () => {
      fc.assert(
        fc.property(fc.nat(), (seed) => {
          const random = new Random(seed);
          const first = spoilt(random);
          const start = documentOf(compile({ file: 'x', text: first }), 1);
          let of: Made = { document: start, view: sheetsOf(start) };
          for (let turn = 2; turn < 12; turn++) {
            const keys = keysOf(of.view);
            expect(new Set(keys).size, of.document.text).toBe(keys.length);
            if (rowsOf(of.view).every(({ kind }) => kind === 'language')) return;
            const asked = wish(of, random);
            const found = asked && editsFor(of.document, of.view, { version: of.view.version, ...asked.gesture });
            let { text } = of.document;
            if (found && 'edits' in found) {
              for (const { span } of found.edits) expect(span.start <= span.end && span.end <= text.length).toBe(true);
              text = applied(text, found.edits);
            }
            if (random.chance(30))
              text =
                text.slice(0, random.int(0, text.length)) + random.pick(words) + text.slice(random.int(0, text.length));
            const document = reread(of.document, text.slice(0, 20_000), turn);
            of = { document, view: sheetsOf(document, of.view) };
          }
        }),
        many(15),
      );
    },
    TIME,
  );
});
