/** What lies in the folder of a release, one row a part: each makes its files of the rules, or says what cannot be made. */
import { rosterJsonSchema } from '../data/index.ts';
import { dialectIds, type Plan } from '../index.ts';
import { comparisonDoc, type Doc, htmlOf, markdownOf, rulesDoc } from '../print/index.ts';
import { type Certified, certificateText, type MadeFile } from './certificate.ts';
import { clauseTable } from './clauseTable.ts';
import { type Exported, inputExport, jsonLogicExport, sqlExport } from './exports.ts';
import { nameOf } from './survey.ts';
import { say } from './words.ts';

export interface Making extends Certified {
  readonly plan: Plan;
}

type Part = (making: Making) => readonly MadeFile[] | Promise<readonly MadeFile[]>;

const textFile = (name: string, text: string): MadeFile => ({ name, bytes: new TextEncoder().encode(text) });

/** In the place of what cannot be made: what it is that cannot be said. */
const exported = (name: string, form: string, made: Exported): MadeFile => {
  if ('text' in made) return textFile(name, made.text);
  const lines = made.refused.map(({ zh, en }) => (zh === en ? `- ${zh}` : `- ${zh}\n  ${en}`));
  const text = [say('notExported', 'zh', { form }), say('notExported', 'en', { form }), ...lines, ''].join('\n');
  return textFile(`${name}-未导出.txt`, text);
};

/** The library for Word files is larger than all the rest, and is asked for when one is made. */
const word = async (name: string, doc: Doc | null): Promise<readonly MadeFile[]> => {
  if (doc === null) return [];
  const { docxOf } = await import('../print/docx.ts');
  return [{ name, bytes: await docxOf(doc) }];
};

const parts: Readonly<Record<string, Part>> = {
  rules: ({ rules }) => rules,
  certificate: (making) => [textFile('证书.json', certificateText(making))],
  schema: ({ plan }) => [textFile('名册.schema.json', `${JSON.stringify(rosterJsonSchema(plan, plan), null, 2)}\n`)],
  jsonLogic: ({ survey: { compiled }, plan }) => [
    exported('规则.jsonlogic.json', 'JsonLogic', jsonLogicExport(compiled, plan)),
  ],
  input: ({ survey: { compiled }, plan }) =>
    dialectIds.map((dialect) =>
      exported(
        `规则.jsonlogic-input.${dialect}.sql`,
        `JsonLogic (${dialect})`,
        inputExport(compiled, plan, { dialect, year: yearOf(plan) }),
      ),
    ),
  sql: ({ survey: { compiled }, plan }) =>
    dialectIds.map((dialect) =>
      exported(`规则.${dialect}.sql`, `SQL (${dialect})`, sqlExport(compiled, plan, { dialect, year: yearOf(plan) })),
    ),
  table: async ({ survey: { compiled } }) => {
    const doc = rulesDoc(compiled, 'zh');
    if (doc === null) return [];
    return [
      textFile('规则表.md', markdownOf(doc)),
      textFile('规则表.html', htmlOf(doc)),
      ...(await word('规则表.docx', doc)),
    ];
  },
  comparison: ({ survey: { base, comparison, compiled } }) => {
    const [own] = compiled.sources;
    if (base === null || comparison === null || own === undefined) return [];
    return word('对比说明.docx', comparisonDoc(comparison, { before: base.name, after: nameOf(own) }, 'zh'));
  },
  clauses: ({ survey: { compiled } }) => word('条款对照.docx', clauseTable(compiled, 'zh')),
};

/** All files of the folder but the list of their check sums. */
export async function partsOf(making: Making): Promise<readonly MadeFile[]> {
  const made: MadeFile[] = [];
  for (const part of Object.values(parts)) made.push(...(await part(making)));
  return made;
}

/** The year that the SQL names, in one place: that in which the rules come into force. */
const yearOf = ({ effective }: Plan): number => Number(effective?.slice(0, 4) ?? 2000);
