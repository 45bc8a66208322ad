/** Where results go: to stdout as text or JSON, and to the file of `--out`, whose ending chooses its form. */
import { csvWriter, jsonWriter, kindByName, ndjsonWriter, type ResultWriter } from '../data/index.ts';
import { workbook } from '../data/xlsx/write.ts';
import { headOf, type Plan } from '../index.ts';
import { EvalText } from './evaltext.ts';
import { AtomicFile } from './files.ts';
import type { Output } from './output.ts';
import type { Prepared } from './prepare.ts';
import { Duck } from './scale/duckdb.ts';
import { checkWritable, tableOut } from './scale/out.ts';
import { isDatabase } from './scale/sources.ts';
import type { Shell } from './shell.ts';
import { Stop } from './stop.ts';

export type OutKind = 'json' | 'ndjson' | 'csv' | 'xlsx' | 'table';

export function outKind(file: string): OutKind {
  if (isDatabase(file)) return 'table';
  const kind = kindByName(file);
  if (kind === 'parquet') return 'table';
  if (kind === null) throw new Stop('outEnding', { file });
  return kind;
}

/** With `--out`, the text on stdout is the summary alone: the rows are in the file. */
export async function outputsFor(
  prepared: Prepared,
  options: { format: 'text' | 'json'; out?: string; memory?: string },
  shell: Shell,
  duck: Duck | null = null,
): Promise<Output[]> {
  const { plan, year } = prepared;
  const head = headOf(plan, year);
  const outputs: Output[] = [];
  if (options.out !== undefined) {
    const kind = outKind(options.out);
    if (kind === 'table') outputs.push(await tableOutput(options.out, plan, duck));
    else outputs.push(inFile(kind, options.out));
  }
  if (options.format === 'json') {
    const writer = jsonWriter();
    shell.out.write(writer.head(head));
    outputs.push({
      row: (result) => shell.out.write(writer.row(result)),
      end: (tail) => shell.out.write(writer.tail(tail)),
    });
  } else {
    outputs.push(new EvalText(plan, head, options.out === undefined, shell));
  }
  return outputs;

  function inFile(kind: Exclude<OutKind, 'table'>, name: string): Output {
    const file = new AtomicFile(name);
    if (kind === 'xlsx') return sheetOutput(file, name, plan, shell);
    const writer = writerFor(kind, plan, shell);
    file.write(writer.head(head));
    return fileOutput(file, writer);
  }
}

/** By the DuckDB that has the roster, else by one of its own. */
async function tableOutput(file: string, plan: Plan, duck: Duck | null): Promise<Output> {
  checkWritable(file);
  const own = duck ?? (await Duck.open({ memory: '1GiB' }));
  const out = await tableOut(own, plan, file, false);
  let at = 0n;
  return {
    row: (result) => out.add(result, at++),
    async end() {
      try {
        await out.end();
      } finally {
        if (duck === null) own.close();
      }
    },
  };
}

function fileOutput(file: AtomicFile, writer: ResultWriter): Output {
  return {
    row(result) {
      file.write(writer.row(result));
      return undefined;
    },
    end(tail) {
      file.write(writer.tail(tail));
      file.close();
      return undefined;
    },
  };
}

/** A workbook is made whole: a sheet holds a million rows, and these fit. */
function sheetOutput(file: AtomicFile, name: string, plan: Plan, shell: Shell): Output {
  const book = workbook(shell.lang, plan);
  return {
    row(result) {
      if (!book.add(result)) throw new Stop('sheetFull', { file: name });
      return undefined;
    },
    async end() {
      file.writeBytes(await book.bytes());
      file.close();
    },
  };
}

function writerFor(kind: Exclude<OutKind, 'xlsx' | 'table'>, plan: Plan, shell: Shell): ResultWriter {
  switch (kind) {
    case 'json':
      return jsonWriter();
    case 'ndjson':
      return ndjsonWriter();
    case 'csv':
      return csvWriter(shell.lang, plan);
    default:
      return kind satisfies never;
  }
}
