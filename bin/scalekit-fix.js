#!/usr/bin/env node
// Starts the program. Answers what needs no program (--version, --help) and writes the wizard's first line, then loads dist/.
// Plain, old syntax: it must also run on a Node that is too old, to say so.

const fs = require('fs');
const path = require('path');

const OLDEST = [20, 19];
const COULD_NOT_RUN = 3;
const dist = path.join(__dirname, '..', 'dist');
const argv = process.argv.slice(2);

start();

function start() {
  const node = process.versions.node.split('.').map(Number);
  if (node[0] < OLDEST[0] || (node[0] === OLDEST[0] && node[1] < OLDEST[1])) {
    return refuse(`scalekit-fix needs Node.js ${OLDEST.join('.')} or newer; this is ${process.versions.node}.`);
  }
  const answer = quickAnswer();
  if (answer !== undefined) return write(1, answer);

  const headerWritten = opensWizard();
  if (headerWritten) write(1, `scalekit-fix ${version()}\n`);
  let cli;
  keepCompiledCode();
  try {
    cli = require(path.join(dist, 'cli.js'));
  } catch (error) {
    if (process.env.SCALEKIT_FIX_DEBUG) write(2, `${String(error && error.stack)}\n`);
    return refuse(
      'scalekit-fix is not complete: its folder dist/ is missing or damaged. Install it again, or run npm run build in a checkout.',
    );
  }
  cli.main({ headerWritten: headerWritten });
}

// The help texts were made by the build from the same program that reads the arguments.
function quickAnswer() {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) return `${version()}\n`;
  const last = argv[argv.length - 1];
  if (argv.length > 2 || (last !== '--help' && last !== '-h')) return undefined;
  const name = argv.length === 1 ? 'scalekit-fix' : argv[0];
  if (!/^[a-z-]+$/.test(name)) return undefined;
  try {
    return fs.readFileSync(path.join(dist, 'help', `${name}.txt`), 'utf8');
  } catch (_) {
    return undefined;
  }
}

// Only the plain cases: with flags or words, the arguments may turn out wrong, and cli.js writes the line.
function opensWizard() {
  const isWizard = argv.length === 0 || (argv.length === 1 && argv[0] === 'demo');
  if (!isWizard) return false;
  const isatty = require('tty').isatty;
  return isatty(0) && isatty(1);
}

function version() {
  return JSON.parse(fs.readFileSync(path.join(__dirname, '..', 'package.json'), 'utf8')).version;
}

// V8's compiled code is kept between runs: a third less until the first frame.
function keepCompiledCode() {
  const enable = require('module').enableCompileCache;
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return;
  try {
    const folder = cacheFolder();
    if (!makeFolder(folder)) return;
    if (enable) enable(folder);
    else require('./compile-cache.js').keepCompiledCode(dist, folder);
  } catch (_) {
    // No home, no cache.
  }
}

// Step by step: Node's own way of making a folder with its parents never returns where a file system refuses new ones with ENOENT (/proc).
function makeFolder(folder) {
  try {
    fs.mkdirSync(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return true;
    const parent = path.dirname(folder);
    if (error.code !== 'ENOENT' || parent === folder || !makeFolder(parent)) return false;
  }
  try {
    fs.mkdirSync(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    return error.code === 'EEXIST';
  }
}

function cacheFolder() {
  const env = process.env;
  let base = env.XDG_CACHE_HOME;
  if (!base || !path.isAbsolute(base)) {
    const home = require('os').homedir();
    if (process.platform === 'win32') base = env.LOCALAPPDATA || path.join(home, 'AppData', 'Local');
    else base = path.join(home, process.platform === 'darwin' ? 'Library/Caches' : '.cache');
  }
  return path.join(base, 'scalekit-fix', 'compiled');
}

function refuse(sentence) {
  write(2, `${sentence}\n`);
  process.exitCode = COULD_NOT_RUN;
}

// At once, without a stream: setting one up takes longer than the writing.
function write(fd, text) {
  const bytes = Buffer.from(text);
  let done = 0;
  while (done < bytes.length) {
    try {
      done += fs.writeSync(fd, bytes, done);
    } catch (error) {
      if (error.code !== 'EAGAIN') return;
    }
  }
}
