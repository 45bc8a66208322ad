/** Texts as the cells of a workbook hold them. */

const LONGEST = 32_767;

/**
 * A text as a cell can hold it. What XML cannot hold is shown as a box; what reads like an escape of the format is escaped
 * itself; names that every object has would make the writer's table of texts point nowhere: a blank behind tells them apart.
 */
export const sheetText = (text: string): string => (text in {} ? `${text} ` : readable(text));

const readable = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd-\uffff]/g, '□')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .slice(0, LONGEST);
