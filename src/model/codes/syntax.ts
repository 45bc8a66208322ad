export const syntaxCodes = {} as const;
