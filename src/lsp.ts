/** A language server over the service: the same answers in any editor that speaks the protocol. */
import type { Readable, Writable } from 'node:stream';
import {
  CodeActionKind,
  type Connection,
  createConnection,
  InlayHintKind,
  MarkupKind,
  type ServerCapabilities,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { RuleSource } from './index.ts';
import {
  editsOf,
  itemOf,
  type Lang,
  rangeOf,
  severities,
  symbolOf,
  tokenModifiers,
  tokenOf,
  tokenTypes,
} from './lsp/convert.ts';
import { Version } from './lsp/version.ts';
import {
  actionsAt,
  completeAt,
  type Document,
  definitionAt,
  foldsOf,
  formatEdits,
  Highlighter,
  hintsIn,
  hoverAt,
  lensesOf,
  outlineOf,
  problemsIn,
  referencesAt,
  renameAt,
  renameableAt,
} from './service/index.ts';

export interface Host {
  readonly input: Readable;
  readonly output: Writable;
  readonly lang: Lang;
  /** Where the baselines of a file are looked for; the file is a path. */
  library(file: string): Promise<readonly RuleSource[]>;
  /** The path of a document's address, and back. */
  pathOf(uri: string): string;
  uriOf(path: string): string;
}

/** How long typing rests before the whole file is checked. */
const PAUSE_MS = 200;

/** Until the client ends it. */
export function serveLanguage(host: Host): Promise<void> {
  const connection = createConnection(new StreamMessageReader(host.input), new StreamMessageWriter(host.output));
  const ended = new Promise<void>((resolve) => connection.onExit(() => resolve()));
  new Session(connection, host).listen();
  return ended;
}

class Session {
  private readonly connection: Connection;
  private readonly host: Host;
  private readonly texts = new TextDocuments(TextDocument);
  private readonly versions = new Map<string, Version>();
  private readonly waiting = new Map<string, NodeJS.Timeout>();

  constructor(connection: Connection, host: Host) {
    this.connection = connection;
    this.host = host;
  }

  listen(): void {
    const { connection, texts } = this;
    connection.onInitialize(() => ({ serverInfo: { name: 'cme' }, capabilities }));
    texts.onDidChangeContent(({ document }) => this.soon(document));
    texts.onDidClose(({ document: { uri } }) => {
      this.versions.delete(uri);
      clearTimeout(this.waiting.get(uri));
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    });
    this.answers();
    texts.listen(connection);
    connection.listen();
  }

  private soon(text: TextDocument): void {
    clearTimeout(this.waiting.get(text.uri));
    this.waiting.set(
      text.uri,
      setTimeout(() => void this.check(text.uri), PAUSE_MS),
    );
  }

  private async check(uri: string): Promise<void> {
    const text = this.texts.get(uri);
    if (!text) return;
    const document = await this.version(text).checked();
    const { lang } = this.host;
    const diagnostics = problemsIn(document).map((found) => ({
      code: found.code,
      source: 'cme',
      severity: severities[found.severity],
      range: rangeOf(text, found.span),
      message: found.help ? `${found.message[lang]}\n${found.help[lang]}` : found.message[lang],
      relatedInformation: found.related.flatMap(({ file, range }) =>
        range === null
          ? []
          : [
              {
                location: { uri: this.host.uriOf(file), range: fromOne(range) },
                message: lang === 'zh' ? '另见' : 'see also',
              },
            ],
      ),
    }));
    if (this.texts.get(uri)?.version === text.version) void this.connection.sendDiagnostics({ uri, diagnostics });
  }

  private version(text: TextDocument): Version {
    const known = this.versions.get(text.uri);
    if (known?.number === text.version) return known;
    const file = this.host.pathOf(text.uri);
    const version = new Version(text.version, { file, text: text.getText() }, this.host.library(file), known);
    this.versions.set(text.uri, version);
    return version;
  }

  /** What is asked of a document that is not open has no answer. */
  private async about<T>(
    uri: string,
    of: (version: Version) => Promise<Document>,
    answer: (document: Document, text: TextDocument) => T,
  ): Promise<T | null> {
    const text = this.texts.get(uri);
    return text ? answer(await of(this.version(text)), text) : null;
  }

  private answers(): void {
    const { connection, host } = this;
    const { lang } = host;
    const at = <T>(
      params: { textDocument: { uri: string }; position: { line: number; character: number } },
      answer: (document: Document, offset: number, text: TextDocument) => T,
    ) => of(params, (document, text) => answer(document, text.offsetAt(params.position), text));
    const of = <T>(
      params: { textDocument: { uri: string } },
      answer: (document: Document, text: TextDocument) => T,
      which = (version: Version): Promise<Document> => version.read(),
    ) => this.about(params.textDocument.uri, which, answer);

    connection.onCompletion((params) =>
      at(params, (document, offset, text) => {
        const { span, offers } = completeAt(document, offset);
        return offers.map((offer, rank) => itemOf(text, span, offer, lang, rank));
      }),
    );
    connection.onHover((params) =>
      at(params, (document, offset, text) => {
        const found = hoverAt(document, offset);
        if (found === null) return null;
        const value = [...found.paragraphs.map((one) => one[lang]), ...found.clauses].join('\n\n');
        return { range: rangeOf(text, found.span), contents: { kind: MarkupKind.Markdown, value } };
      }),
    );
    connection.onDefinition((params) =>
      at(params, (document, offset) => {
        const place = definitionAt(document, offset);
        const range = place && document.compiled.maps.get(place.file)?.range(place.span);
        return place && range ? { uri: host.uriOf(place.file), range: fromOne(range) } : null;
      }),
    );
    connection.onReferences((params) =>
      at(params, (document, offset, text) =>
        referencesAt(document, offset).map(({ span }) => ({ uri: text.uri, range: rangeOf(text, span) })),
      ),
    );
    connection.onPrepareRename((params) =>
      at(params, (document, offset, text) => {
        const found = renameableAt(document, offset);
        return found && { range: rangeOf(text, found.span), placeholder: found.text };
      }),
    );
    connection.onRenameRequest((params) =>
      at(params, (document, offset, text) => {
        const renamed = renameAt(document, offset, params.newName);
        if ('edits' in renamed) return { changes: { [text.uri]: editsOf(text, renamed.edits) } };
        connection.window.showErrorMessage(renamed.refused[lang]);
        return null;
      }),
    );
    connection.onDocumentSymbol((params) =>
      of(params, (document, text) => outlineOf(document).map((entry) => symbolOf(text, entry))),
    );
    connection.onFoldingRanges((params) =>
      of(params, (document) =>
        foldsOf(document).map(({ from, to, kind }) => ({
          startLine: from - 1,
          endLine: to - 1,
          ...(kind === 'comment' && { kind }),
        })),
      ),
    );
    connection.onDocumentFormatting((params) => of(params, (document, text) => editsOf(text, formatEdits(document))));
    connection.onCodeAction((params) =>
      of(
        params,
        (document, text) => {
          const span = { start: text.offsetAt(params.range.start), end: text.offsetAt(params.range.end) };
          return actionsAt(document, span).map(({ title, edits, safe }) => ({
            title: title[lang],
            kind: CodeActionKind.QuickFix,
            isPreferred: safe,
            edit: { changes: { [text.uri]: editsOf(text, edits) } },
          }));
        },
        (version) => version.found(),
      ),
    );
    connection.onCodeLens((params) =>
      of(
        params,
        (document, text) =>
          lensesOf(document).map(({ span, title }) => ({
            range: rangeOf(text, span),
            command: { title: title[lang], command: '' },
          })),
        (version) => version.checked(),
      ),
    );
    connection.languages.inlayHint.on((params) =>
      of(params, (document, text) => {
        const span = { start: text.offsetAt(params.range.start), end: text.offsetAt(params.range.end) };
        return hintsIn(document, span).map((hint) => ({
          position: text.positionAt(hint.offset),
          label: hint.text[lang],
          paddingLeft: true,
          kind: InlayHintKind.Type,
        }));
      }),
    );
    connection.languages.semanticTokens.on(async (params) => ({
      data: (await of(params, (document, text) => semanticTokens(document, text))) ?? [],
    }));
  }
}

const capabilities: ServerCapabilities = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  completionProvider: { triggerCharacters: ['、', '|', '每', '当', '按'] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentFormattingProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  codeLensProvider: {},
  inlayHintProvider: true,
  semanticTokensProvider: {
    legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
    full: true,
  },
};

/** The project counts lines and columns from 1, the protocol from 0. */
const fromOne = ({
  start,
  end,
}: {
  start: { line: number; column: number };
  end: { line: number; column: number };
}) => ({
  start: { line: start.line - 1, character: start.column - 1 },
  end: { line: end.line - 1, character: end.column - 1 },
});

/** Five numbers a token, each line counted from the one before. */
const semanticTokens = (document: Document, text: TextDocument): number[] => {
  const data: number[] = [];
  let [line, character] = [0, 0];
  for (const { span, as } of new Highlighter(document.names).colour(document.text)) {
    const token = tokenOf(as);
    if (token === null) continue;
    const start = text.positionAt(span.start);
    const sameLine = start.line === line;
    data.push(
      start.line - line,
      sameLine ? start.character - character : start.character,
      span.end - span.start,
      ...token,
    );
    [line, character] = [start.line, start.character];
  }
  return data;
};
