// The launcher's part of a start, in front of the stand-in screen: first line, compile cache, chunk.
const fs = require('node:fs');
const path = require('node:path');
const Module = require('node:module');

const [dist, cache] = process.argv.slice(2);
fs.writeSync(1, 'scalekit-fix stand-in\n');
if (Module.enableCompileCache) Module.enableCompileCache(cache);
else require('../../bin/compile-cache.js').keepCompiledCode(dist, cache);
require(
  path.join(
    dist,
    fs.readdirSync(dist).find((name) => name.startsWith('stand-in')),
  ),
);
