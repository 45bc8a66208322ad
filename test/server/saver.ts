// Saves a file over and over, of two contents in turn, until it is killed: `node saver.ts FILE`.
import { AtomicFile } from '../../src/disk/atomicFile.ts';
import { contents } from './contents.ts';

process.stdout.write('ready\n');
for (let turn = 0; ; turn++) {
  const out = new AtomicFile(process.argv[2] ?? '');
  out.write(contents[turn % 2] ?? '');
  out.close();
}
