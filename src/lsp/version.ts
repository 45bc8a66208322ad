/**
 * One version of an open file. What is asked of it while one types is answered of the text as it is read, which takes some
 * milliseconds; the check, which takes its time, is made for findings and examples, and once.
 */
import type { RuleSource } from '../index.ts';
import { type Document, openDocument, quickFindings, type ReadDocument, readDocument } from '../service/index.ts';

export class Version {
  readonly number: number;
  private readonly source: RuleSource;
  private readonly library: Promise<readonly RuleSource[]>;
  private reading: Promise<ReadDocument> | undefined;
  private checking: Promise<Document> | undefined;
  private isChecked = false;

  /** `before`: a version of the same file, whose baselines are not read again where they are the same. */
  constructor(number: number, source: RuleSource, library: Promise<readonly RuleSource[]>, before?: Version) {
    this.number = number;
    this.source = source;
    this.library = Promise.all([library, before?.library ?? []]).then(([now, known]) =>
      now.map((one) => known.find(({ file, text }) => file === one.file && text === one.text) ?? one),
    );
  }

  read(): Promise<ReadDocument> {
    this.reading ??= this.library.then((library) => readDocument(this.source, library));
    return this.reading;
  }

  checked(): Promise<Document> {
    this.checking ??= this.library.then((library) => {
      const document = openDocument(this.source, { library: [...library] });
      this.isChecked = true;
      return document;
    });
    return this.checking;
  }

  /** What is wrong, so far as it is known by now. */
  found(): Promise<Document> {
    return this.isChecked ? this.checked() : this.read().then(quickFindings);
  }
}
