/** JsonLogic: what is exported, the preparing step, and how an export is verified. */
export type { Refusal, Why } from './build.ts';
export { type Certificate, type Envelope, envelopeOf, type Results, resultsOf, type Vector } from './envelope.ts';
export type { Logic } from './logic.ts';
export { type JsonLogic, jsonLogic } from './make.ts';
export { readEnvelope } from './open.ts';
export type { Group, Prepare, Prepared, PreparedRecord, PreparedStay } from './prepare.ts';
export type { Rules } from './rules.ts';
export { envelopeSchema, inputSchema } from './schema.ts';
export { isIntact, sealed } from './seal.ts';
export { type Apply, type Difference, firstDifference, resultsBy } from './verify.ts';
export { refusalText } from './words.ts';
