/** What the command line shares with the server: releases, and what is refused. */
export { Problem } from './problem.ts';
export { type Published, publish, surveyFor, taggedLines } from './publish.ts';
export { LOG, RELEASES, Releases } from './releases.ts';
