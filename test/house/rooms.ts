/** Every room of the house: which files it holds, and what they may import. */
export type Room = {
  /** A path is a folder where it ends in `/`, else one file; `*` stands for a name without a slash. */
  readonly files: readonly string[];
  /** Rooms whose files may be imported; a room may always import its own. */
  readonly rooms: readonly string[];
  /** Packages; `node:` stands for all of Node's own modules. */
  readonly packages: readonly string[];
};

// A file belongs to the first room that holds it.
export const rooms = {
  grammar: { files: ['grammar/'], rooms: ['model'], packages: ['chevrotain', 'leven'] },
  model: { files: ['src/model/'], rooms: [], packages: [] },
  language: { files: ['src/language/'], rooms: ['model', 'grammar'], packages: ['string-width'] },
  backends: { files: ['src/backends/'], rooms: ['model'], packages: [] },
  analysis: { files: ['src/analysis/'], rooms: ['model'], packages: [] },
  edit: {
    files: ['src/edit/'],
    rooms: ['model', 'language', 'grammar', 'passes', 'compile'],
    packages: ['string-width'],
  },
  service: {
    files: ['src/service/'],
    rooms: ['model', 'language', 'grammar', 'passes', 'compile'],
    packages: ['chevrotain'],
  },
  data: {
    files: ['src/data/'],
    rooms: ['model'],
    packages: ['zod', 'papaparse', 'read-excel-file', 'write-excel-file'],
  },
  index: {
    files: ['src/index.ts'],
    rooms: ['grammar', 'model', 'language', 'backends', 'analysis', 'passes', 'compile', 'edit', 'service', 'data'],
    packages: [],
  },
  print: {
    files: ['src/print/'],
    rooms: ['model', 'language', 'grammar', 'passes', 'compile'],
    packages: ['docx'],
  },
  policy: { files: ['src/policy.ts'], rooms: [], packages: [] },
  audit: { files: ['src/audit/'], rooms: [], packages: ['@noble/hashes'] },
  release: { files: ['src/release/'], rooms: ['index', 'data', 'print', 'audit'], packages: [] },
  disk: { files: ['src/disk/'], rooms: [], packages: ['node:'] },
  cli: {
    files: ['src/cli*.ts', 'src/cli/'],
    rooms: ['index', 'data', 'print', 'audit', 'release', 'disk', 'server', 'lsp'],
    packages: ['node:', '@duckdb/node-api', 'commander', 'cli-progress', 'json-logic-js', 'string-width'],
  },
  server: {
    files: ['src/server.ts', 'src/server/'],
    rooms: ['index', 'data', 'audit', 'release', 'disk', 'policy'],
    packages: ['node:', 'hono', '@hono/node-server', 'isomorphic-git', 'open', 'zod'],
  },
  lsp: {
    files: ['src/lsp.ts', 'src/lsp/'],
    rooms: ['index', 'data', 'service'],
    packages: ['node:', 'vscode-languageserver', 'vscode-languageserver-textdocument'],
  },
  editor: {
    files: ['editor/'],
    rooms: ['index', 'policy', 'data', 'print', 'audit', 'release', 'service', 'edit'],
    packages: [
      'react',
      'react-dom',
      'antd',
      '@ant-design/icons',
      'monaco-editor',
      'idb',
      'pinyin-pro',
      'fflate',
      '@tanstack/react-virtual',
      'recharts',
      'write-excel-file',
    ],
  },
  compile: {
    files: [
      'src/compile.ts',
      'src/evaluate.ts',
      'src/examples.ts',
      'src/prove.ts',
      'src/ranges.ts',
      'src/compare.ts',
      'src/conform.ts',
      'src/advise.ts',
      'src/cite.ts',
      'src/across.ts',
    ],
    rooms: ['model', 'language', 'grammar', 'passes', 'backends', 'analysis'],
    packages: [],
  },
  passes: {
    files: ['src/*.ts'],
    rooms: ['model', 'language', 'grammar', 'compile'],
    packages: ['string-width'],
  },
} as const satisfies Record<string, Room>;

export type RoomName = keyof typeof rooms;

/** The room of a file given by its path from the root, with `/`; none where the house has no place for it. */
export function roomOf(file: string): RoomName | undefined {
  for (const [name, room] of Object.entries(rooms)) {
    if (room.files.some((pattern) => holds(pattern, file))) return name as RoomName;
  }
  return undefined;
}

function holds(pattern: string, file: string): boolean {
  if (pattern.endsWith('/')) return file.startsWith(pattern);
  const [head = '', tail] = pattern.split('*');
  if (tail === undefined) return file === pattern;
  const between = file.slice(head.length, file.length - tail.length);
  return file.startsWith(head) && file.endsWith(tail) && !between.includes('/');
}
