/**
 * Releasing a version: what has to be so before, signed off where it is not, and then one folder with the rules and all
 * that is made of them. Pure: the shells read the rule files and write the folder.
 */
export type { Publisher } from './certificate.ts';
export {
  type Check,
  type CheckId,
  checkIds,
  checkLabel,
  checkNamed,
  type Settled,
  type SignOff,
  settle,
} from './check.ts';
export { type Exported, inputExport, jsonLogicExport, sqlExport } from './exports.ts';
export { type Refusal, type Released, type ReleasedFile, releaseOf, SUMS } from './make.ts';
export { folderOf, isPlain, tagOf } from './names.ts';
export { type Asked, nameOf, otherVersions, type Survey, surveyOf, versionBefore } from './survey.ts';
export type { Told } from './words.ts';
