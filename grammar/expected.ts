/**
 * What was expected where the parser stopped. Chevrotain asks for a sentence; it gets the token types' names as data,
 * which `messages.ts` turns into the author's words, so that no name of ours reaches a message.
 */
import type { IParserErrorMessageProvider, TokenType } from 'chevrotain';

const firsts = (paths: readonly (readonly TokenType[])[]): TokenType[] => paths.flatMap((path) => path.slice(0, 1));

const names = (types: readonly (TokenType | undefined)[]): string =>
  [...new Set(types.map((type) => type?.name ?? ''))].filter((name) => name !== '').join(' ');

export const expectations: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => names([expected]),
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: ({ expectedPathsPerAlt }) => names(expectedPathsPerAlt.flatMap(firsts)),
  buildEarlyExitMessage: ({ expectedIterationPaths }) => names(firsts(expectedIterationPaths)),
};
