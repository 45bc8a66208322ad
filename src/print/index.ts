/**
 * The door of printed documents: what is printed, and two of the three printers. The third, `docx.ts`, is asked for by
 * itself, when a Word file is wanted: its library is larger than all of the rest.
 */
export type { Block, Column, Doc, Heading, Paragraph, Table } from './blocks.ts';
export { htmlOf } from './html.ts';
export { markdownOf } from './markdown.ts';
export { rulesDoc } from './rules/index.ts';
