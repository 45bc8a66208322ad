/** The log of releases: lines chained by hash, written by the server alone, and checked by anyone. */
export { besideFolders, type Evidence, type EvidenceWhy, type FoundFolder, readSums, sumsText } from './evidence.ts';
export { type AuditEntry, type AuditLine, lineAfter } from './line.ts';
export { sha256 } from './sha256.ts';
export { type Broken, type BrokenWhy, type Verified, verifyLog } from './verify.ts';
