/** A screen that takes files of its own says so here; what it does not take is opened as a rule file. */
export const drops: { take: ((file: File) => boolean) | null } = { take: null };
