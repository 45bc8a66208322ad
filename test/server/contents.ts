/** Two versions of a file, long enough that writing one takes a while. */
export const contents = ['甲', '乙'].map((mark) => `# ${mark.repeat(50)}\n`.repeat(4000));
