// Keeps V8's compiled code of dist/'s large chunks between runs, where Node.js cannot do that by itself (before 22.1).
// Nothing depends on it: whatever goes wrong, the chunk is compiled as ever.
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

const WORTH_IT = 30_000;
// Only chunks with the hash of their content in their name: V8 itself compares no more than the length.
const HASHED = /-[\w-]{8}\.js$/;

exports.keepCompiledCode = function keepCompiledCode(dist, folder) {
  const compile = Module.prototype._compile;
  Module.prototype._compile = function compileKept(code, file) {
    if (path.dirname(file) !== dist || code.length < WORTH_IT || !HASHED.test(file)) return compile.call(this, code, file);
    const kept = path.join(folder, `${process.version}-${process.arch}-${path.basename(file)}.bin`);
    const cachedData = read(kept);
    const script = new vm.Script(Module.wrap(code), { filename: file, cachedData });
    if (!cachedData || script.cachedDataRejected) process.once('exit', () => write(kept, script));
    const run = script.runInThisContext();
    return run.call(this.exports, this.exports, Module.createRequire(file), this, file, path.dirname(file));
  };
};

function read(file) {
  try {
    return fs.readFileSync(file);
  } catch {
    return undefined;
  }
}

// At the end of the run, when the functions that a start needs have been compiled.
function write(file, script) {
  const half = `${file}.${process.pid}`;
  try {
    if (!fs.existsSync(path.dirname(file))) fs.mkdirSync(path.dirname(file), { mode: 0o700 });
    fs.writeFileSync(half, script.createCachedData(), { mode: 0o600 });
    fs.renameSync(half, file);
  } catch {
    // No place to keep it.
  }
}
