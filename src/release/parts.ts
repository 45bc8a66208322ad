/** What lies in the folder of a release, one row a part: each makes its files of the rules, or says what cannot be made. */
import { rosterJsonSchema } from '../data/index.ts';
import { dialectIds, type Plan, refusedBy, sqlOf } from '../index.ts';
import { docxOf } from '../print/docx.ts';
import { type Doc, htmlOf, markdownOf, rulesDoc } from '../print/index.ts';
import { type Certified, certificateText, type MadeFile } from './certificate.ts';
import { clauseTable } from './clauseTable.ts';
import { jsonLogicText } from './jsonlogic.ts';
import { say, type Told } from './words.ts';

export interface Making extends Certified {
  readonly plan: Plan;
}

type Part = (making: Making) => readonly MadeFile[] | Promise<readonly MadeFile[]>;

const textFile = (name: string, text: string): MadeFile => ({ name, bytes: new TextEncoder().encode(text) });

/** In the place of an export that cannot be made: what it is that cannot be said. */
const refusal = (name: string, form: string, refused: readonly Told[]): MadeFile => {
  const lines = refused.map(({ zh, en }) => `- ${zh}\n  ${en}`);
  return textFile(
    name,
    [say('notExported', 'zh', { form }), say('notExported', 'en', { form }), ...lines, ''].join('\n'),
  );
};

const word = async (name: string, doc: Doc | null): Promise<readonly MadeFile[]> =>
  doc === null ? [] : [{ name, bytes: await docxOf(doc) }];

const parts: Readonly<Record<string, Part>> = {
  rules: ({ rules }) => rules,
  certificate: (making) => [textFile('证书.json', certificateText(making))],
  schema: ({ plan }) => [textFile('名册.schema.json', `${JSON.stringify(rosterJsonSchema(plan, plan), null, 2)}\n`)],
  jsonLogic: ({ survey: { compiled }, plan }) => {
    const made = jsonLogicText(compiled, plan);
    return [
      'text' in made
        ? textFile('规则.jsonlogic.json', made.text)
        : refusal('规则.jsonlogic-未导出.txt', 'JsonLogic', made.refused),
    ];
  },
  sql: ({ plan }) =>
    dialectIds.map((dialect) => {
      const refused = refusedBy(plan, dialect);
      if (refused.length > 0) {
        const told = refused.map((one) => ({ zh: one, en: one }));
        return refusal(`规则.${dialect}-未导出.txt`, `SQL (${dialect})`, told);
      }
      return textFile(`规则.${dialect}.sql`, sqlOf(plan, yearOf(plan), dialect).text);
    }),
  table: async ({ survey: { compiled } }) => {
    const doc = rulesDoc(compiled, 'zh');
    if (doc === null) return [];
    return [
      textFile('规则表.md', markdownOf(doc)),
      textFile('规则表.html', htmlOf(doc)),
      ...(await word('规则表.docx', doc)),
    ];
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
