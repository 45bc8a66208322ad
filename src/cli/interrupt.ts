/** Ctrl-C: says what was done, and ends with 130, as shells expect. */
let lastWords: () => void = () => {};

export function onInterrupt(say: () => void): void {
  lastWords = say;
}

export function listenForInterrupt(): void {
  process.once('SIGINT', () => {
    lastWords();
    process.exit(130);
  });
}
