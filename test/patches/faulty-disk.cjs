/**
 * Loaded in front of the built program: lets the disk fail at a chosen write below one folder. `FAULT=kill:7` ends the process for good right before
 * the eighth write, `half:7` in the middle of it, `full:7` leaves no space from then on; `COUNT` names a file that is told how many there were.
 */
const fs = require('node:fs');
const path = require('node:path');
const { syncBuiltinESMExports } = require('node:module');

const root = `${process.env.FAULT_ROOT}${path.sep}`;
const [action, at] = (process.env.FAULT ?? 'none:0').split(':');
const original = { ...fs };
const ours = new Set();
let count = 0;

const isOurs = (file) => (typeof file === 'number' ? ours.has(file) : typeof file === 'string' && file.startsWith(root));
const writes = (flags) =>
  typeof flags === 'number' ? (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0 : /[wax+]/.test(flags ?? 'r');

function step(takesSpace, half) {
  const now = count++;
  if (action === 'full' && now >= Number(at) && takesSpace)
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  if (now !== Number(at)) return;
  if (action === 'half') half();
  if (action === 'kill' || action === 'half') process.kill(process.pid, 'SIGKILL');
}

fs.openSync = (file, flags, mode) => {
  const watched = isOurs(file) && writes(flags);
  if (watched) step(true, () => original.openSync(file, flags, mode));
  const descriptor = original.openSync(file, flags, mode);
  if (watched) ours.add(descriptor);
  return descriptor;
};
fs.closeSync = (descriptor) => {
  ours.delete(descriptor);
  return original.closeSync(descriptor);
};
fs.writeSync = (descriptor, bytes, offset, ...more) => {
  if (ours.has(descriptor))
    step(true, () => original.writeSync(descriptor, bytes, offset ?? 0, (bytes.length - (offset ?? 0)) >> 1));
  return original.writeSync(descriptor, bytes, offset, ...more);
};
for (const [name, takesSpace] of [
  ['renameSync', false],
  ['linkSync', true],
  ['unlinkSync', false],
  ['mkdirSync', true],
  ['rmdirSync', false],
]) {
  fs[name] = (...given) => {
    if (isOurs(given[0])) step(takesSpace, () => {});
    return original[name](...given);
  };
}
syncBuiltinESMExports();
process.on('exit', () => {
  if (process.env.COUNT) original.writeFileSync(process.env.COUNT, String(count));
});
