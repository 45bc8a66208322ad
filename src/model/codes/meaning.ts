export const meaningCodes = {} as const;
