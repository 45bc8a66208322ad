// `npm run test:spark`: the SQL for Spark, unchanged, by `spark-sql` and by PySpark, and every result beside the evaluator's.
// `--only=NAME`: trials whose name begins so, or `shell`, or `verify`. The last line counts. Where Spark cannot be had it says
// so, and that it skipped.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from './spark/environment.ts';
import { CLUSTER, MINUTES, SEED, Tally } from './spark/run.ts';
import { bySession } from './spark/session.ts';
import { byShell } from './spark/shell.ts';
import { byVerify } from './spark/verify.ts';

const only = process.argv.find((one) => one.startsWith('--only='))?.slice('--only='.length);
const asked = (name: string): boolean => only === undefined || only === name;

const tally = new Tally();
const spark = environment(MINUTES.install);
if ('skipped' in spark) {
  console.log(`\n*** SKIPPED: no export was tried on Spark here: ${spark.skipped} ***`);
  console.log('\n0 passed, 0 failed, 1 skipped');
} else {
  const folder = mkdtempSync(join(tmpdir(), 'cme-spark-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  console.log(`pyspark ${spark.version}, ${spark.java}, seed ${SEED}`);
  const master = only === 'shell' || only === 'verify' ? CLUSTER : await bySession(tally, spark, folder, only);
  if (asked('shell')) await byShell(tally, spark, folder, master);
  if (asked('verify')) await byVerify(tally, spark, folder);
  console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
  process.exitCode = tally.failed > 0 ? 1 : 0;
}
