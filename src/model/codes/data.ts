export const dataCodes = {} as const;
