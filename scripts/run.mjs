// Runs a script of this project on the project's own Node, setting the project up first where that is due:
//
//     node scripts/run.mjs SCRIPT [ARGS…]
//
// It must start on whatever Node a machine has (20 or later), before anything is installed: plain JavaScript, built-ins
// only. Nothing of the set-up reaches stdout, which belongs to the script.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.cme-setup');
const lockDir = join(root, '.cache', 'setup.lock');
const LONGEST_WAIT_MS = 10 * 60_000;

// A reader that has gone away (`… 2>&1 | head -1`) is no reason to crash.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

class SetupError extends Error {}

try {
  await setUp();
} catch (error) {
  say(error instanceof SetupError ? error.message : `the set-up failed: ${error}`);
  process.exit(2);
}
handOver(process.argv.slice(2));

// ---- set-up

async function setUp() {
  const stamp = stampOfLock();
  if (isSetUp(stamp)) return;
  await takeLock();
  try {
    // Another launch may have done it while this one waited.
    if (isSetUp(stamp)) return;
    if (!installedByHand()) {
      say('installing what the project needs (once for each change of package-lock.json) …');
      await npm('ci', '--include=dev');
    }
    // The package `node` puts its binary in place by an install script, which a user's settings may forbid.
    if (!findNode()) await npm('rebuild', 'node', '--ignore-scripts=false');
    if (!findNode()) throw new SetupError('the npm package 「node」 brought no binary for this machine.');
    writeFileSync(stampFile, stamp);
  } finally {
    rmSync(lockDir, { recursive: true, force: true });
  }
}

function isSetUp(stamp) {
  return readIfThere(stampFile) === stamp && findNode() !== undefined;
}

/** The platform belongs to it: a folder shared between machines needs other binaries on each. */
function stampOfLock() {
  const lock = readIfThere(join(root, 'package-lock.json'));
  if (lock === undefined) throw new SetupError('package-lock.json is missing: the checkout is not complete.');
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}\n`;
}

/** Whether somebody ran npm here: then node_modules holds what the lock asks for, and need not be made anew. */
function installedByHand() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const found = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(
      ([path, one]) => path === '' || one.optional || found[path]?.integrity === one.integrity,
    );
  } catch {
    return false;
  }
}

function findNode() {
  const exe = process.platform === 'win32' ? 'node.exe' : 'node';
  const arch = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  return [
    join(modules, 'node', 'bin', exe),
    join(modules, 'node', 'node_modules', arch, 'bin', exe),
    join(modules, arch, 'bin', exe),
  ].find((path) => existsSync(path));
}

function npm(...args) {
  // Under `npm run` this very npm and its Node are known by path; else the npm on PATH is taken. The Node that runs this
  // file may be the one in node_modules, which `npm ci` removes.
  const { npm_execpath: known = '', npm_node_execpath: itsNode = process.execPath } = process.env;
  const [command, first] = basename(known) === 'npm-cli.js' ? [itsNode, [known]] : ['npm', []];
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund'];
  const shell = command === 'npm' && process.platform === 'win32';
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args, ...quiet], {
      cwd: root,
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => process.stderr.write(chunk));
    child.on('error', (error) => reject(new SetupError(`npm could not be started: ${error.message}`)));
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new SetupError(`「npm ${args.join(' ')}」 failed (exit ${code}); see above.`)),
    );
  });
}

// ---- one set-up at a time

/**
 * The lock is a directory that holds its owner's name. It is filled first and then renamed into place, which fails where
 * a lock stands, so that a lock without an owner is never seen.
 */
async function takeLock() {
  const name = `${process.pid}-${Date.now()}`;
  const mine = `${lockDir}.${name}`;
  mkdirSync(mine, { recursive: true });
  writeFileSync(join(mine, 'owner'), name);
  const giveUpAt = Date.now() + LONGEST_WAIT_MS;
  for (let told = false; ; ) {
    try {
      renameSync(mine, lockDir);
      return sweep();
    } catch (error) {
      if (!existsSync(lockDir) && !['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(error.code)) throw error;
    }
    const owner = readIfThere(join(lockDir, 'owner'));
    if (owner !== undefined && !isAlive(Number.parseInt(owner, 10))) {
      breakLock(owner);
      continue;
    }
    if (!told) say('waiting for another set-up of this folder …');
    told = true;
    if (Date.now() > giveUpAt) {
      rmSync(mine, { recursive: true, force: true });
      throw new SetupError(`another set-up has not ended; if none is running, remove ${lockDir}.`);
    }
    await sleep(200);
  }
}

/**
 * Of all that see a dead owner's lock only one can break it: the rename's target is named after that owner and stays,
 * so that one who comes late cannot rename away the lock of the next owner.
 */
function breakLock(owner) {
  try {
    renameSync(lockDir, `${lockDir}.dead-${owner}`);
  } catch {
    // Another one was faster.
  }
}

/** Clears what launches that died have left, once it is too old to matter to any that still wait. */
function sweep() {
  const folder = dirname(lockDir);
  for (const entry of readdirSync(folder)) {
    const path = join(folder, entry);
    if (!entry.startsWith(`${basename(lockDir)}.`)) continue;
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 2 * LONGEST_WAIT_MS) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

// ---- handing over

function handOver(args) {
  process.env.PATH = [join(modules, '.bin'), process.env.PATH].filter(Boolean).join(delimiter);
  const child = spawn(findNode(), args, { stdio: 'inherit' });
  // Ctrl-C at a terminal reaches the script by itself: there the launcher only has to outlive it.
  const forward = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  child.on('error', (error) => {
    say(`the script could not be started: ${error.message}`);
    process.exit(2);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const name of signals) process.removeListener(name, forward);
    // Die of what the script died of; where that cannot be, say it as shells do.
    try {
      process.kill(process.pid, signal);
    } catch {}
    setTimeout(() => process.exit(128 + (constants.signals[signal] ?? 0)), 100);
  });
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function say(text) {
  process.stderr.write(`cme: ${text}\n`);
}
